using Education.Preschool.Queue;

namespace Education.Preschool;

/// <summary>What the queue reads past the reader's scope, and why it may.</summary>
internal sealed partial class PreschoolDbContext
{
    // A position is counted among all who stand in a line; what is shown of it is a number, never another family's row.
    public IQueryable<QueueEvent> QueueEvents => Set<QueueEvent>();

    public IQueryable<QueueHead> QueueHeads => Set<QueueHead>();
}
