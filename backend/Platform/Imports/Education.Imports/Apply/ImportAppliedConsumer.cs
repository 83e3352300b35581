using Education.BuildingBlocks.Outbox;
using Education.Imports.Contracts;

namespace Education.Imports.Apply;

/// <summary>The module's transaction is committed, whatever became of the job.</summary>
internal sealed class ImportAppliedConsumer(ImportWriter writer) : IEventConsumer<ImportAppliedEvent>
{
    public Task Handle(ImportAppliedEvent integrationEvent, CancellationToken cancellationToken) =>
        writer.TakeApplied(integrationEvent.ImportId, ImportWriter.Counts(integrationEvent), cancellationToken);
}
