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
            select new Taker { Id = school.Id, TerritoryCode = school.TerritoryCode, Participants = result.Participants!.Value };
        var places = took.Where(t => t.Participants < smallest).Select(t => t.TerritoryCode);
        if (!await places.AnyAsync(cancellationToken))
        {
            return Unpublished<Guid>.Nothing;
        }

        var above = await db.Set<TerritoryClosure>().Where(c => c.Depth == 1)
            .ToDictionaryAsync(c => c.DescendantCode, c => c.AncestorCode, StringComparer.Ordinal, cancellationToken);

        // Where every place can hide its small groups among its own schools, the other places do not matter.
        var alone = await Hide(took.Where(t => places.Contains(t.TerritoryCode)));
        return alone.Places.Count == 0 ? alone : await Hide(took);

        async Task<Unpublished<Guid>> Hide(IQueryable<Taker> schools) =>
            SmallGroupTree.Hide((await schools.ToListAsync(cancellationToken)).Select(t => (t.Id, t.TerritoryCode, (decimal?)t.Participants)), above, smallest);
    }

    /// <summary>A school that took part.</summary>
    private sealed class Taker
    {
        public Guid Id { get; init; }

        public string TerritoryCode { get; init; } = "";

        public int Participants { get; init; }
    }
}
