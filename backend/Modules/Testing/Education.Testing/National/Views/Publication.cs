using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Views;

/// <summary>
/// What may be published of a year, the same whatever territory is looked at: schools whose group is too small, those that hide with them, and
/// territories whose total would tell one (<see cref="SmallGroupTree"/>).
/// </summary>
internal sealed class Publication(TestingDbContext db, IParameters parameters, CurrentUser user)
{
    private readonly Dictionary<int, Unpublished<Guid>> _known = [];

    /// <summary>The department itself looks: nothing is left out. Only who may write asks for that.</summary>
    public bool IsInternal(ResultView? view) => view == ResultView.Internal && user.Has(TestingPermissions.Write);

    /// <summary>Smallest group that is published, of the year.</summary>
    public async Task<int> SmallestGroup(int year, CancellationToken cancellationToken) =>
        TestParameters.SmallestGroupOf(await parameters.Find(TestParameters.SmallestGroup, new DateOnly(year, 6, 1), null, cancellationToken));

    /// <summary>Asked several times while one page is made, reckoned once.</summary>
    public async Task<Unpublished<Guid>> Of(int year, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(year, out var unpublished))
        {
            _known.Add(year, unpublished = await Reckon(year, cancellationToken));
        }

        return unpublished;
    }

    private async Task<Unpublished<Guid>> Reckon(int year, CancellationToken cancellationToken)
    {
        var smallest = await SmallestGroup(year, cancellationToken);
        var took =
            from result in db.ForAggregates
            where result.Year == year && result.Participants > 0
            join school in db.Set<InstitutionRef>() on result.InstitutionId equals school.Id
            select new { school.Id, school.TerritoryCode, result.Participants };
        if (!await db.ForAggregates.AnyAsync(r => r.Year == year && r.Participants > 0 && r.Participants < smallest, cancellationToken))
        {
            return Unpublished<Guid>.Nothing;
        }

        var rows = await took.ToListAsync(cancellationToken);
        var codes = took.Select(t => t.TerritoryCode);
        var pairs = await db.Set<TerritoryClosure>().Where(c => codes.Contains(c.DescendantCode)).ToListAsync(cancellationToken);
        var above = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var chain in pairs.GroupBy(p => p.DescendantCode).Select(g => g.OrderBy(p => p.Depth).Select(p => p.AncestorCode).ToList()))
        {
            foreach (var (lower, upper) in chain.Zip(chain.Skip(1)))
            {
                above[lower] = upper;
            }
        }

        return SmallGroupTree.Hide(rows.Select(r => (r.Id, r.TerritoryCode, (decimal?)r.Participants)), above, smallest);
    }
}
