using Education.Planning.Contracts;
using Education.Planning.Reports.Templates;
using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>The indicators of all modules of this installation and the chapters that can be written from them.</summary>
internal sealed class IndicatorBook
{
    private readonly Dictionary<string, ChapterDefinition> _chapters = new(StringComparer.Ordinal);
    private readonly IParameters _parameters;

    public IndicatorBook(IEnumerable<IIndicatorSource> sources, IParameters parameters)
    {
        _parameters = parameters;
        var descriptors = sources.SelectMany(source => source.Indicators).ToList();
        var codes = descriptors.Select(descriptor => descriptor.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var derived in ShippedTemplates.Chapters.SelectMany(chapter => chapter.Derived))
        {
            // A chapter whose module is not installed brings no indicators.
            if (Formula.Parse(derived.Formula!).References.All(reference => codes.Contains(reference.Code)))
            {
                descriptors.Add(derived);
                codes.Add(derived.Code);
            }
        }

        Catalogue = new IndicatorCatalogue(descriptors);
        foreach (var chapter in ShippedTemplates.Chapters)
        {
            var used = chapter.Figures.Select(figure => figure.Code).Concat(chapter.Tables.SelectMany(table => table.Columns.Select(column => column.Code)));
            if (used.All(Catalogue.Contains))
            {
                _chapters.Add(chapter.Code, chapter);
            }
        }
    }

    public IndicatorCatalogue Catalogue { get; }

    /// <summary>The same with the limits of publication, which are norms, as they stood on a day.</summary>
    public async Task<IndicatorCatalogue> On(DateOnly day, CancellationToken cancellationToken)
    {
        var limits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var norm in Catalogue.All.Select(descriptor => descriptor.PublicationNorm).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await _parameters.Find(norm, day, null, cancellationToken) is { } value)
            {
                limits[norm] = (int)value.Value;
            }
        }

        return new(Catalogue.All.Select(descriptor => descriptor.PublicationNorm is { } norm && limits.TryGetValue(norm, out var limit)
            ? descriptor with { PublicationThreshold = limit } : descriptor));
    }

    /// <summary>Null for a chapter that the product does not have, or whose indicators nobody gives.</summary>
    public ChapterDefinition? FindChapter(string code) => _chapters.GetValueOrDefault(code);

    /// <summary>Throws <c>planning.chapter-unavailable</c>.</summary>
    public ChapterDefinition Chapter(string code) => FindChapter(code) ?? throw new RuleViolation("planning.chapter-unavailable", code);
}
