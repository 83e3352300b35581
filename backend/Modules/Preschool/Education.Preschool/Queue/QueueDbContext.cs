using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool;

/// <summary>What the queue reads past the reader's scope, and why it may.</summary>
internal sealed partial class PreschoolDbContext
{
    // A position is counted among all who stand in a line; what is shown of it is a number, never another family's row.
    public IQueryable<QueueEvent> QueueEvents => Set<QueueEvent>();

    public IQueryable<QueueHead> QueueHeads => Set<QueueHead>();

    // One active application a child in the whole installation: only that there is one is told.
    public Task<bool> HasActiveApplication(string childKey, Guid except, CancellationToken cancellationToken) =>
        Set<QueueApplication>().AnyAsync(a => a.ActiveChildKey == childKey && a.Id != except, cancellationToken);

    public async Task<IReadOnlyList<string>> TakenNumbers(IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
        await Set<QueueApplication>().Where(a => numbers.Contains(a.Number)).Select(a => a.Number).ToListAsync(cancellationToken);

    // The public look-up: number and date of birth together are the family's key. One statement, so that an unknown number and a wrong date look alike.
    public Task<QueueApplication?> FindForFamily(string number, DateOnly bornOn, CancellationToken cancellationToken) =>
        Set<QueueApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Number == number && a.BornOn == bornOn, cancellationToken);

    // Published for everybody to compare.
    public IQueryable<QueueRoot> QueueRoots => Set<QueueRoot>().AsNoTracking();

    // Rechecked against the log by whoever may see the territory, and by the verb.
    public IQueryable<QueueApplication> ApplicationsToVerify(string territoryCode) =>
        Set<QueueApplication>().AsNoTracking().Include(a => a.Wishes).Where(a => a.TerritoryCode == territoryCode);

    // Terms run out for everybody; asked by the system's own clock.
    public IQueryable<QueueApplication> WithState(TicketState state) => Set<QueueApplication>().Where(a => a.State == state);

    public IQueryable<QueueApplication> WithStates(IReadOnlyList<TicketState> states) => Set<QueueApplication>().Where(a => states.Contains(a.State));

    // The name of a kindergarten that a family wished is no secret from who sees the application.
    public IQueryable<InstitutionRef> KindergartenNames(IReadOnlyCollection<Guid> ids) => Set<InstitutionRef>().Where(i => ids.Contains(i.Id));
}
