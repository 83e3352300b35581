using Education.BuildingBlocks.Persistence;
using Education.Planning.Contracts;
using Education.Planning.Snapshots;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Indicators;

/// <summary>What a figure set is about.</summary>
internal sealed record FigureSubject(string Chapter, string Period, string TerritoryCode);

/// <summary>
/// Computes the figures of a chapter from the records as they are now: one stream of facts a source and period, names of institutions in
/// one query. An oblast and the republic are told by their parts, which the sources add up: the time does not grow with the text, for the
/// text does not grow with the schools.
/// </summary>
internal sealed class CurrentFigures(
    PlanningDbContext db, IndicatorBook book, IEnumerable<IIndicatorSource> sources, ITerritoryDirectory territories, SnapshotShelf shelf)
{
    /// <summary>So many are asked for by their ids; of more, the whole territory is read.</summary>
    private const int FewInstitutions = 200;

    /// <summary>Throws <c>planning.chapter-unavailable</c>; <see cref="NotFound"/> for an unknown territory.</summary>
    public async Task<FigureSet> Of(FigureSubject subject, CancellationToken cancellationToken)
    {
        var chapter = book.Chapter(subject.Chapter);
        var names = await territories.Find([subject.TerritoryCode], cancellationToken);
        var territory = names.GetValueOrDefault(subject.TerritoryCode) ?? throw new NotFound("Territory", subject.TerritoryCode);
        var scope = await Scope(ReportingPeriod.Parse(subject.Period), territory, cancellationToken);
        var catalogue = await book.On(scope.Period.End, cancellationToken);
        var needs = chapter.Needs(catalogue);
        scope = scope with { Unpublished = await Unpublished(needs, scope, cancellationToken) };
        var facts = await Facts(needs, scope, scope.ByParts, null, cancellationToken);
        var listed = scope.ByParts ? await Listed(chapter, catalogue, scope, cancellationToken) : null;
        var labels = await Labels(chapter, scope, [.. facts, .. listed ?? []], cancellationToken);
        var previous = await shelf.ApprovedFigures(subject with { Period = scope.PeriodAt(-1) }, cancellationToken);
        FigureText[] texts =
            [new("territory", territory.Name), .. chapter.Named.Where(catalogue.Contains).Select(code => new FigureText(code, catalogue[code].Names))];
        return new FigureSetBuilder(catalogue, key => labels.GetValueOrDefault(key) ?? new LocalizedText(key, key))
            .Build(chapter, scope, facts, texts, previous, listed);
    }

    /// <summary>The facts of one indicator now, to tell whether a figure still stands on the same records.</summary>
    public async Task<string?> DigestNow(FigureSet set, Figure figure, CancellationToken cancellationToken)
    {
        if (figure.Origin.Digest is null || !book.Catalogue.Contains(figure.IndicatorCode))
        {
            return null;
        }

        var definition = new FigureDefinition(figure.Key, figure.IndicatorCode, 0, figure.Dimensions);
        var territory = (await territories.Find([set.Territory], cancellationToken)).GetValueOrDefault(set.Territory) ?? throw new NotFound("Territory", set.Territory);
        var scope = await Scope(ReportingPeriod.Parse(figure.Period), territory, cancellationToken);
        var needs = new ChapterDefinition("x", new LocalizedText("", ""), [], [definition], []).Needs(book.Catalogue);
        var part = figure.Territory == set.Territory ? null : figure.Territory;
        var address = new FigureAddress(figure.IndicatorCode, 0, figure.InstitutionId, figure.Dimensions, part);
        var byParts = scope.ByParts && figure.InstitutionId is null;
        var now = await Digest(byParts);

        // A set kept before oblasts were told by their parts stands on the same facts, one by one.
        return byParts && now != figure.Origin.Digest ? await Digest(byParts: false) : now;

        async Task<string?> Digest(bool byParts)
        {
            var facts = await Facts(needs, scope, byParts, figure.InstitutionId is { } one ? [one] : null, cancellationToken);
            return new FigureCalculator(book.Catalogue, scope, facts).Figure(figure.Key, address).Origin.Digest;
        }
    }

    private IQueryable<string> Subtree(string territory) =>
        db.Set<TerritoryClosure>().AsNoTracking().Where(c => c.AncestorCode == territory).Select(c => c.DescendantCode);

    private async Task<FigureScope> Scope(ReportingPeriod period, TerritoryInfo territory, CancellationToken cancellationToken)
    {
        var subtree = Subtree(territory.Code);
        var above = await db.Set<TerritoryClosure>().AsNoTracking().Where(c => c.Depth == 1 && subtree.Contains(c.DescendantCode) && c.DescendantCode != territory.Code)
            .ToDictionaryAsync(c => c.DescendantCode, c => c.AncestorCode, StringComparer.Ordinal, cancellationToken);
        return new(period, territory.Code, code => code == territory.Code || above.ContainsKey(code))
        {
            Above = above,
            // A city lists its institutions, a city of republican significance too.
            ByParts = territory.Kind is "oblast" or "republic",
        };
    }

    private IEnumerable<IIndicatorSource> SourcesOf(IReadOnlyCollection<string> codes) =>
        sources.Where(source => source.Indicators.Any(indicator => codes.Contains(indicator.Code)));

    private async Task<Dictionary<string, IReadOnlySet<string>>> Unpublished(
        IReadOnlyDictionary<int, IReadOnlyCollection<string>> needs, FigureScope scope, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var (offset, codes) in needs)
        {
            var period = scope.PeriodAt(offset);
            var ofPeriod = new HashSet<string>(StringComparer.Ordinal);
            foreach (var source in SourcesOf(codes))
            {
                ofPeriod.UnionWith(await source.UnpublishedAsync(period, cancellationToken));
            }

            places.Add(period, ofPeriod);
        }

        return places;
    }

    /// <summary>Facts of the institutions that may be among the best and lowest.</summary>
    private async Task<List<IndicatorFact>> Listed(ChapterDefinition chapter, IndicatorCatalogue catalogue, FigureScope scope, CancellationToken cancellationToken)
    {
        var lists = chapter.Tables.Where(table => table.Rows == RowsBy.Institution && table.Take is not null).ToList();
        var needs = (chapter with { Figures = [], Tables = lists }).Needs(catalogue);
        return await Facts(needs, scope, byParts: false, await Extremes(lists, scope, cancellationToken), cancellationToken);
    }

    /// <summary>Institutions for the lists of the best and lowest; null: some source does not rank, and all are asked for.</summary>
    private async Task<IReadOnlyCollection<Guid>?> Extremes(IReadOnlyList<TableDefinition> lists, FigureScope scope, CancellationToken cancellationToken)
    {
        var found = new HashSet<Guid>();
        foreach (var order in lists.GroupBy(OrderOf))
        {
            var (code, offset) = order.Key;
            var request = new ExtremesRequest(scope.PeriodAt(offset), code, scope.Territory, Longest(descending: true), Longest(descending: false));
            foreach (var source in SourcesOf([code]))
            {
                if (await source.ExtremesAsync(request, cancellationToken) is not { } some)
                {
                    return null;
                }

                found.UnionWith(some);
            }

            int Longest(bool descending) => order.Where(table => table.Descending == descending).Max(table => table.Take) ?? 0;
        }

        return found;

        static (string Code, int Offset) OrderOf(TableDefinition table)
        {
            var column = table.Columns.First(column => column.Name == table.OrderBy);
            return (column.Code, column.PeriodOffset);
        }
    }

    private async Task<List<IndicatorFact>> Facts(
        IReadOnlyDictionary<int, IReadOnlyCollection<string>> needs, FigureScope scope, bool byParts, IReadOnlyCollection<Guid>? institutions,
        CancellationToken cancellationToken)
    {
        var facts = new List<IndicatorFact>();
        if (institutions is { Count: 0 })
        {
            return facts;
        }

        foreach (var (offset, codes) in needs)
        {
            var request = new IndicatorRequest(scope.PeriodAt(offset), codes, scope.Territory) { ByParts = byParts, Institutions = institutions };
            foreach (var source in SourcesOf(codes))
            {
                await foreach (var fact in source.FactsAsync(request, cancellationToken))
                {
                    facts.Add(fact);
                }
            }
        }

        return facts;
    }

    private async Task<Dictionary<string, LocalizedText>> Labels(
        ChapterDefinition chapter, FigureScope scope, List<IndicatorFact> facts, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        var listed = facts.Select(fact => fact.InstitutionId).OfType<Guid>().Distinct().ToList();
        if (listed.Count > 0 && chapter.Tables.Any(table => table.Rows.Dimension is null))
        {
            var subtree = Subtree(scope.Territory);
            var institutions = db.Scoped<InstitutionRef>().AsNoTracking();
            institutions = listed.Count <= FewInstitutions
                ? institutions.Where(i => listed.Contains(i.Id))
                : institutions.Where(i => i.TerritoryCode == scope.Territory || subtree.Contains(i.TerritoryCode));
            var names = institutions.Select(i => new { i.Id, i.Name.Kk, i.Name.Ru, i.Name.En }).AsAsyncEnumerable();
            await foreach (var institution in names.WithCancellation(cancellationToken))
            {
                labels.Add(institution.Id.ToString("N"), new LocalizedText(institution.Kk, institution.Ru, institution.En));
            }
        }

        if (scope.ByParts)
        {
            var parts = facts.Select(fact => scope.PartOf(fact.TerritoryCode)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            foreach (var (code, part) in await territories.Find(parts, cancellationToken))
            {
                labels.Add(code, part.Name);
            }
        }

        foreach (var dimension in chapter.Tables.Select(table => table.Rows.Dimension).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (var source in sources)
            {
                foreach (var (value, name) in await source.LabelsAsync(dimension, cancellationToken))
                {
                    labels.TryAdd($"{dimension}={value}", name);
                }
            }
        }

        return labels;
    }
}
