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
/// one query, whatever the size of the territory.
/// </summary>
internal sealed class CurrentFigures(
    PlanningDbContext db, IndicatorBook book, IEnumerable<IIndicatorSource> sources, ITerritoryDirectory territories, SnapshotShelf shelf)
{
    /// <summary>Throws <c>planning.chapter-unavailable</c>; <see cref="NotFound"/> for an unknown territory.</summary>
    public async Task<FigureSet> Of(FigureSubject subject, CancellationToken cancellationToken)
    {
        var chapter = book.Chapter(subject.Chapter);
        var names = await territories.Find([subject.TerritoryCode], cancellationToken);
        var territory = names.GetValueOrDefault(subject.TerritoryCode) ?? throw new NotFound("Territory", subject.TerritoryCode);
        var scope = await Scope(ReportingPeriod.Parse(subject.Period), subject.TerritoryCode, cancellationToken);
        var catalogue = await book.On(scope.Period.End, cancellationToken);
        var facts = await Facts(chapter.Needs(catalogue), scope, cancellationToken);
        var labels = await Labels(chapter, facts, subject.TerritoryCode, cancellationToken);
        var previous = await shelf.ApprovedFigures(subject with { Period = scope.PeriodAt(-1) }, cancellationToken);
        FigureText[] texts =
            [new("territory", territory.Name), .. chapter.Named.Where(catalogue.Contains).Select(code => new FigureText(code, catalogue[code].Names))];
        return new FigureSetBuilder(catalogue, key => labels.GetValueOrDefault(key) ?? new LocalizedText(key, key))
            .Build(chapter, scope, facts, texts, previous);
    }

    /// <summary>The facts of one indicator now, to tell whether a figure still stands on the same records.</summary>
    public async Task<string?> DigestNow(FigureSet set, Figure figure, CancellationToken cancellationToken)
    {
        if (figure.Origin.Digest is null || !book.Catalogue.Contains(figure.IndicatorCode))
        {
            return null;
        }

        var definition = new FigureDefinition(figure.Key, figure.IndicatorCode, 0, figure.Dimensions);
        var scope = await Scope(ReportingPeriod.Parse(figure.Period), set.Territory, cancellationToken);
        var facts = await Facts(new ChapterDefinition("x", new LocalizedText("", ""), [], [definition], []).Needs(book.Catalogue), scope, cancellationToken);
        var address = new FigureAddress(figure.IndicatorCode, 0, figure.InstitutionId, figure.Dimensions);
        return new FigureCalculator(book.Catalogue, scope, facts).Figure(figure.Key, address).Origin.Digest;
    }

    private IQueryable<string> Subtree(string territory) =>
        db.Set<TerritoryClosure>().AsNoTracking().Where(c => c.AncestorCode == territory).Select(c => c.DescendantCode);

    private async Task<FigureScope> Scope(ReportingPeriod period, string territory, CancellationToken cancellationToken)
    {
        var subtree = Subtree(territory);
        var above = await db.Set<TerritoryClosure>().AsNoTracking().Where(c => c.Depth == 1 && subtree.Contains(c.DescendantCode) && c.DescendantCode != territory)
            .ToDictionaryAsync(c => c.DescendantCode, c => c.AncestorCode, StringComparer.Ordinal, cancellationToken);
        return new(period, territory, code => code == territory || above.ContainsKey(code)) { Above = above };
    }

    private async Task<List<IndicatorFact>> Facts(
        IReadOnlyDictionary<int, IReadOnlyCollection<string>> needs, FigureScope scope, CancellationToken cancellationToken)
    {
        var facts = new List<IndicatorFact>();
        foreach (var (offset, codes) in needs)
        {
            var request = new IndicatorRequest(scope.PeriodAt(offset), codes, scope.Territory);
            foreach (var source in sources.Where(source => source.Indicators.Any(indicator => codes.Contains(indicator.Code))))
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
        ChapterDefinition chapter, List<IndicatorFact> facts, string territory, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        if (facts.Exists(fact => fact.InstitutionId is not null))
        {
            var subtree = Subtree(territory);
            var institutions = db.Scoped<InstitutionRef>().AsNoTracking().Where(i => i.TerritoryCode == territory || subtree.Contains(i.TerritoryCode))
                .Select(i => new { i.Id, i.Name.Kk, i.Name.Ru, i.Name.En }).AsAsyncEnumerable();
            await foreach (var institution in institutions.WithCancellation(cancellationToken))
            {
                labels.Add(institution.Id.ToString("N"), new LocalizedText(institution.Kk, institution.Ru, institution.En));
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
