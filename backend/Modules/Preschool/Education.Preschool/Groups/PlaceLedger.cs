using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

/// <summary>
/// Moves places of a group between open, held and taken by one conditional statement each: of fifty who want the last place exactly one gets
/// it, on both databases, without a lock that a reader would feel. Call inside the transaction of the change.
/// </summary>
internal sealed class PlaceLedger(PreschoolDbContext db, TimeProvider time)
{
    /// <summary>An open place becomes held.</summary>
    /// <exception cref="RuleViolation"><c>preschool.no-free-place</c>: somebody was faster.</exception>
    public Task Hold(Guid groupId, CancellationToken cancellationToken) => Move(
        db.Scoped<Group>().Where(g => g.Id == groupId && g.Open > 0), -1, 1, 0, "preschool.no-free-place", cancellationToken);

    /// <summary>A place open to everybody becomes held.</summary>
    /// <exception cref="RuleViolation"><c>preschool.no-free-place</c>: somebody was faster.</exception>
    public async Task HoldOpenToAll(Guid groupId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var moved = await db.Scoped<Group>().Where(g => g.Id == groupId && g.OpenToAll > 0).ExecuteUpdateAsync(
            set => set.SetProperty(g => g.Open, g => g.Open - 1).SetProperty(g => g.Held, g => g.Held + 1)
                .SetProperty(g => g.OpenToAll, g => g.OpenToAll - 1)
                .SetProperty(g => g.Version, g => g.Version + 1).SetProperty(g => g.ModifiedAt, now),
            cancellationToken);
        if (moved == 0)
        {
            throw new RuleViolation("preschool.no-free-place");
        }
    }

    /// <summary>A held place is open again.</summary>
    /// <exception cref="RuleViolation"><c>preschool.no-held-place</c>: nothing is held.</exception>
    public Task Release(Guid groupId, CancellationToken cancellationToken) => Move(
        db.Scoped<Group>().Where(g => g.Id == groupId && g.Held > 0), 1, -1, 0, "preschool.no-held-place", cancellationToken);

    /// <summary>A held place becomes a child on the list.</summary>
    /// <exception cref="RuleViolation"><c>preschool.no-held-place</c>: nothing is held.</exception>
    public Task Enrol(Guid groupId, CancellationToken cancellationToken) => Move(
        db.Scoped<Group>().Where(g => g.Id == groupId && g.Held > 0), 0, -1, 1, "preschool.no-held-place", cancellationToken);

    /// <summary>
    /// A child leaves the list; its place is free but not yet published. Groups move up with the years: the child leaves the living row of the
    /// group it once entered.
    /// </summary>
    /// <exception cref="RuleViolation"><c>preschool.no-child-on-list</c>: the list is empty.</exception>
    public Task Leave(Guid groupId, CancellationToken cancellationToken) => Move(
        db.Scoped<Group>().Where(g => g.IsCurrent && g.Children > 0 && db.Scoped<Group>().Any(entered => entered.Id == groupId && entered.LineId == g.LineId)), 0, 0, -1, "preschool.no-child-on-list", cancellationToken);

    private async Task Move(IQueryable<Group> row, int open, int held, int children, string refusal, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var moved = await row.ExecuteUpdateAsync(
            set => set.SetProperty(g => g.Open, g => g.Open + open).SetProperty(g => g.Held, g => g.Held + held)
                .SetProperty(g => g.Children, g => g.Children + children)
                .SetProperty(g => g.OpenToAll, g => g.OpenToAll < g.Open + open ? g.OpenToAll : g.Open + open)
                .SetProperty(g => g.Version, g => g.Version + 1).SetProperty(g => g.ModifiedAt, now),
            cancellationToken);
        if (moved == 0)
        {
            throw new RuleViolation(refusal);
        }
    }
}
