using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

internal sealed class InstitutionDirectory(RegistryDbContext db, InstitutionChecks checks) : IInstitutionDirectory
{
    public async Task<IReadOnlyDictionary<Guid, InstitutionInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var asked = await db.Scoped<Institution>().AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, Present = i.MergedIntoId ?? i.Id }).ToListAsync(cancellationToken);
        var infos = await Infos([.. asked.Select(a => a.Present)], cancellationToken);
        return asked.Where(a => infos.ContainsKey(a.Present)).ToDictionary(a => a.Id, a => infos[a.Present]);
    }

    public async Task<IReadOnlyList<InstitutionMatch>> Match(
        IReadOnlyCollection<string> names, string? territoryCode, CancellationToken cancellationToken)
    {
        var parsed = names.Distinct(StringComparer.Ordinal).ToDictionary(n => n, InstitutionName.Parse, StringComparer.Ordinal);
        var keys = Keys(territoryCode);
        var matcher = new InstitutionMatcher(await Hits(keys, [.. parsed.Values], cancellationToken));
        var decided = parsed.ToDictionary(p => p.Key, p => matcher.Decide(p.Value), StringComparer.Ordinal);
        if (decided.Values.Any(d => d.Kind == MatchKind.None))
        {
            var all = await Select(keys).ToListAsync(cancellationToken);
            foreach (var (text, (_, near)) in decided.Where(d => d.Value.Kind == MatchKind.None).ToList())
            {
                var spelled = InstitutionMatcher.BySpelling(parsed[text], all);
                decided[text] = (MatchKind.None, [.. near.Concat(spelled).Distinct().Take(InstitutionMatcher.MaxCandidates)]);
            }
        }

        var infos = await Infos([.. decided.Values.SelectMany(d => d.Ids).Distinct()], cancellationToken);
        return
        [
            .. names.Select(text => new InstitutionMatch(text, decided[text].Kind, Candidates(decided[text].Ids.Where(infos.ContainsKey).Select(id => infos[id])))),
        ];
    }

    public async Task Remember(string text, Guid institutionId, CancellationToken cancellationToken)
    {
        var id = await db.Scoped<Institution>().Where(i => i.Id == institutionId).Select(i => i.MergedIntoId ?? i.Id).SingleOrDefaultAsync(cancellationToken);
        var institution = await checks.Load(id == Guid.Empty ? institutionId : id, cancellationToken);
        var key = InstitutionName.Parse(text).Key;
        var others = await checks.Whole()
            .Where(i => i.Id != institution.Id && i.TerritoryCode == institution.TerritoryCode && i.Aliases.Any(a => a.Key == key)).ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            // The latest answer holds: one name cannot mean two institutions of a territory.
            other.RemoveAlias(other.Aliases.Single(a => a.Key == key));
        }

        institution.AddAlias(text.Trim(), AliasOrigin.Answer);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IReadOnlyList<InstitutionInfo> Candidates(IEnumerable<InstitutionInfo> found) =>
        [.. found.OrderBy(i => i.IsClosed).Take(InstitutionMatcher.MaxCandidates)];

    private static IQueryable<KeyHit> Select(IQueryable<InstitutionKey> keys) =>
        keys.Select(k => new KeyHit(k.InstitutionId, k.Key, k.Family, k.Number, k.Proper, k.IsAlias));

    private IQueryable<InstitutionKey> Keys(string? territoryCode)
    {
        var keys = db.Scoped<InstitutionKey>().AsNoTracking();
        return territoryCode is null
            ? keys
            : keys.Where(k => db.TerritoryClosure.Any(c => c.AncestorCode == territoryCode && c.DescendantCode == k.Institution.TerritoryCode));
    }

    /// <summary>One query however many names: the lists travel as one parameter each.</summary>
    private static Task<List<KeyHit>> Hits(IQueryable<InstitutionKey> keys, IReadOnlyList<InstitutionName> names, CancellationToken cancellationToken)
    {
        var texts = names.Select(n => n.Key).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var numbers = names.Where(n => n.Number is not null).Select(n => n.Number!).Distinct(StringComparer.Ordinal).ToArray();
        var propers = names.Where(n => n.Number is null && n.Proper.Length > 0).Select(n => n.Proper).Distinct(StringComparer.Ordinal).ToArray();
        return Select(keys.Where(k => EF.Parameter(texts).Contains(k.Key) || EF.Parameter(numbers).Contains(k.Number) || EF.Parameter(propers).Contains(k.Proper)))
            .ToListAsync(cancellationToken);
    }

    private async Task<Dictionary<Guid, InstitutionInfo>> Infos(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await db.Scoped<Institution>().AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new InstitutionInfo(i.Id, i.Name, i.TerritoryCode, i.KindCode, i.Status == InstitutionStatus.Closed))
            .ToDictionaryAsync(i => i.Id, cancellationToken);
}
