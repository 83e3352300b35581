using Education.BuildingBlocks.Outbox;
using Education.Preschool.Groups;
using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

/// <summary>Rows of a duplicate belong to the institution that stayed. Its own profile wins; groups of one name in a year are told apart by a number.</summary>
internal sealed class KindergartenMergedConsumer(PreschoolDbContext db) : IEventConsumer<InstitutionMergedEvent>
{
    public async Task Handle(InstitutionMergedEvent integrationEvent, CancellationToken cancellationToken)
    {
        var (from, into) = (integrationEvent.FromId, integrationEvent.IntoId);
        var profiles = await db.Scoped<KindergartenProfile>().Where(p => p.InstitutionId == from || p.InstitutionId == into).ToListAsync(cancellationToken);
        if (profiles.Find(p => p.InstitutionId == from) is { } moved)
        {
            if (profiles.Count > 1)
            {
                db.Remove(moved);
            }
            else
            {
                moved.FollowMerger(into);
            }
        }

        var groups = await db.Scoped<Group>().Where(g => g.InstitutionId == from || g.InstitutionId == into).ToListAsync(cancellationToken);
        var names = groups.Where(g => g.InstitutionId == into).Select(g => (g.AcademicYear, g.Name)).ToHashSet();
        foreach (var group in groups.Where(g => g.InstitutionId == from))
        {
            var name = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? group.Name : $"{group.Name} ({n})").First(n => names.Add((group.AcademicYear, n)));
            group.FollowMerger(into, name);
        }

        foreach (var change in await db.Scoped<NetworkChange>().Where(c => c.InstitutionId == from).ToListAsync(cancellationToken))
        {
            change.FollowMerger(into);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
