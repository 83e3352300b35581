using System.Collections.Concurrent;
using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>
/// The boards of this process, one a territory, brought up to date from the log with every look: what other processes wrote is read, not
/// guessed. A board is only a fold of the log, so losing it loses nothing.
/// </summary>
internal sealed class QueueBoards(QueueRulesVersions versions)
{
    // Asked with every look at a place: compiled once.
    private readonly Func<PreschoolDbContext, string, Task<long>> _end = EF.CompileAsyncQuery(
        (PreschoolDbContext db, string territoryCode) => db.QueueHeads.Where(h => h.TerritoryCode == territoryCode).Select(h => h.Sequence).SingleOrDefault());

    private readonly ConcurrentDictionary<string, Seat> _seats = new(StringComparer.Ordinal);

    /// <summary>Looks at a territory's board as of the log's present end, nobody else moving it meanwhile.</summary>
    public async Task<T> Look<T>(PreschoolDbContext db, string territoryCode, Func<TerritoryBoard, T> look, CancellationToken cancellationToken)
    {
        var seat = _seats.GetOrAdd(territoryCode, code => new Seat(code));
        await seat.Turn.WaitAsync(cancellationToken);
        try
        {
            var end = await _end(db, territoryCode);
            if (end < seat.Board.Sequence)
            {
                // A backup was restored under the running process.
                seat.Clear();
            }

            await CatchUp(db, seat, end, cancellationToken);
            return look(seat.Board);
        }
        catch (BrokenLog)
        {
            seat.Clear();
            throw;
        }
        finally
        {
            seat.Turn.Release();
        }
    }

    /// <summary>A board of its own as of an event, with the journal of its moves.</summary>
    public async Task<TerritoryBoard> AsOf(PreschoolDbContext db, string territoryCode, long sequence, CancellationToken cancellationToken)
    {
        var seat = new Seat(territoryCode);
        await CatchUp(db, seat, sequence, cancellationToken);
        return seat.Board;
    }

    /// <summary>Folds the log from where <paramref name="board"/> stands up to an event, streaming.</summary>
    public static async Task CatchUp(PreschoolDbContext db, TerritoryBoard board, long until, CancellationToken cancellationToken)
    {
        var events = db.QueueEvents.AsNoTracking()
            .Where(e => e.TerritoryCode == board.TerritoryCode && e.Sequence > board.Sequence && e.Sequence <= until).OrderBy(e => e.Sequence);
        await foreach (var entry in events.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            board.Apply(entry);
        }
    }

    private async Task CatchUp(PreschoolDbContext db, Seat seat, long until, CancellationToken cancellationToken)
    {
        if (until > seat.Board.Sequence)
        {
            await CatchUp(db, seat.Board, until, cancellationToken);
        }

        // Asked for even when nothing was taken: the look that took the events may have been broken off here.
        if (seat.Journal.Unknown is { Count: > 0 } unknown)
        {
            seat.Journal.Learn(await versions.Including(db, unknown, cancellationToken));
        }
    }

    private sealed class Seat
    {
        public Seat(string territoryCode)
        {
            Journal = new();
            Board = new(territoryCode, Journal);
        }

        public TerritoryBoard Board { get; private set; }

        public TerritoryJournal Journal { get; private set; }

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public void Clear()
        {
            Journal = new();
            Board = new(Board.TerritoryCode, Journal);
        }
    }
}
