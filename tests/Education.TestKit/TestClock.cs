using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Education.TestKit;

/// <summary>A clock that stands at 1 September 2026, 09:00 in Almaty, until moved; its timers go off when it passes them.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 9, 1, 4, 0, 0, TimeSpan.Zero);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset now)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now = now;
            due = _timers.FindAll(t => t.IsDue(now));
        }

        due.ForEach(t => t.GoOff(now));
    }

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan by) => Set(_now + by);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset _due = DateTimeOffset.MaxValue;
        private TimeSpan _period;

        public bool IsDue(DateTimeOffset now) => _due <= now;

        public void GoOff(DateTimeOffset now)
        {
            _due = _period > TimeSpan.Zero ? now + _period : DateTimeOffset.MaxValue;

            // Not on the thread that moved the clock: what waited for the timer may wait for that thread.
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime;
            _period = period;
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>Keeps what the application logs, so that tests can look for what must not be there.</summary>
internal sealed class MemoryLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
