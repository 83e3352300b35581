using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.Extensions.DependencyInjection;

namespace Education.BuildingBlocks.Outbox;

/// <summary>
/// Takes one kind of event in one module. Change and inbox entry go down with one <c>SaveChangesAsync</c>, so the event takes effect once
/// however often it is delivered.
/// </summary>
public interface IEventConsumer<in TEvent>
    where TEvent : IIntegrationEvent
{
    /// <summary>Handles the event; throwing makes the outbox try again later.</summary>
    Task Handle(TEvent integrationEvent, CancellationToken cancellationToken);
}

/// <summary>Who takes which message, by stable names; found by scanning the modules' assemblies.</summary>
internal sealed class ConsumerMap
{
    private readonly FrozenDictionary<string, Consumer[]> _byEvent;

    public ConsumerMap(IEnumerable<Type> types)
    {
        _byEvent = types.Where(t => !t.IsAbstract)
            .SelectMany(t => t.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEventConsumer<>))
                .Select(i => new Consumer(t, i.GetGenericArguments()[0])))
            .GroupBy(c => IntegrationEvents.NameOf(c.Event), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public IReadOnlyList<Consumer> For(string eventName) => _byEvent.GetValueOrDefault(eventName) ?? [];

    public IEnumerable<Type> ConsumerTypes => _byEvent.Values.SelectMany(c => c).Select(c => c.Type).Distinct();

    internal sealed class Consumer(Type type, Type eventType)
    {
        private readonly MethodInfo _handle = typeof(IEventConsumer<>).MakeGenericType(eventType).GetMethod("Handle")!;

        public Type Type { get; } = type;

        public Type Event { get; } = eventType;

        /// <summary>Kept in the inbox; a consumer that is renamed declares its old name with <see cref="ConsumerNameAttribute"/>.</summary>
        public string Name { get; } = type.GetCustomAttribute<ConsumerNameAttribute>()?.Name ?? type.FullName!;

        public Task Handle(IServiceProvider services, string payload, CancellationToken cancellationToken)
        {
            var message = JsonSerializer.Deserialize(payload, Event, IntegrationEvents.Json)!;
            return (Task)_handle.Invoke(services.GetRequiredService(Type), BindingFlags.DoNotWrapExceptions, null, [message, cancellationToken], null)!;
        }
    }
}

/// <summary>Stable name of a consumer in its inbox, when it is not the class name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConsumerNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
