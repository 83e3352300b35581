using Education.BuildingBlocks.Outbox;
using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Users;

/// <summary>Who saw the duplicate entry sees the one that stayed.</summary>
internal sealed class MergedInstitutionConsumer(AccessDbContext db) : IEventConsumer<InstitutionMergedEvent>
{
    public async Task Handle(InstitutionMergedEvent integrationEvent, CancellationToken cancellationToken)
    {
        var (from, into) = (integrationEvent.FromId, integrationEvent.IntoId);
        foreach (var user in await db.Users.Where(u => u.InstitutionIds.Contains(from)).ToListAsync(cancellationToken))
        {
            user.FollowMerger(from, into);
        }

        foreach (var client in await db.Clients.Where(c => c.InstitutionIds.Contains(from)).ToListAsync(cancellationToken))
        {
            client.FollowMerger(from, into);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
