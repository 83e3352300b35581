using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Contracts;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Indicators;

internal sealed record ListIndicatorsQuery : ListQuery, IQuery<PagedResult<IndicatorRow>>
{
    public IndicatorKind? Kind { get; init; }
}

/// <param name="Module">First part of the code: the module that gives it.</param>
/// <param name="Formula">As computed by Planning; null for an indicator whose facts the module gives.</param>
/// <param name="FormulaText">How it is computed, in the reader's words; null when the value is taken as published.</param>
internal sealed record IndicatorRow(
    string Code, LocalizedText Name, string Module, string Unit, string UnitName, IndicatorKind Kind, int Rounding, string? Formula, LocalizedText? FormulaText,
    Direction Direction, Periodicity Periodicity, LocalizedText? LegalSource, int? PublicationThreshold)
{
    public static IndicatorRow Of(IndicatorDescriptor d, string unitName, LocalizedText? words) => new(
        d.Code, d.Names, d.Code.Split('.')[0], d.Unit, unitName, d.Kind, d.Rounding, d.Formula, words, d.Direction, d.Periodicity, d.LegalSource,
        d.PublicationThreshold);
}

internal sealed class ListIndicatorsHandler(IndicatorBook book, BuildingBlocks.Texts texts, CurrentUser user, TimeProvider time)
    : IQueryHandler<ListIndicatorsQuery, PagedResult<IndicatorRow>>
{
    private static readonly Dictionary<string, Func<IndicatorDescriptor, Language, string>> Sorts = new(StringComparer.Ordinal)
    {
        ["code"] = (d, _) => d.Code,
        ["name"] = (d, language) => SearchText.SortKey(d.Names.In(language)),
        ["kind"] = (d, _) => d.Kind.ToString(),
        ["unit"] = (d, _) => d.Unit,
    };

    // The catalogue is in memory: it comes with the modules, not from a table.
    public async Task<PagedResult<IndicatorRow>> Handle(ListIndicatorsQuery query, CancellationToken cancellationToken)
    {
        var catalogue = await book.On(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        var text = query.Q is { Length: > 0 } q ? SearchText.Normalize(q) : null;
        var found = catalogue.All.Where(d => (query.Kind is null || d.Kind == query.Kind) && (text is null || Fits(d, text)));
        var ordered = Order(found, string.IsNullOrWhiteSpace(query.Sort) ? "code" : query.Sort).ToList();
        var (page, size) = (query.Page ?? 1, query.PageSize ?? Paging.DefaultPageSize);
        var items = ordered.Skip((int)Math.Min(int.MaxValue, (long)(page - 1) * size)).Take(size)
            .Select(d => IndicatorRow.Of(d, texts.Get("planning.unit." + d.Unit, user.Language), FormulaWords.Of(catalogue, d, texts)));
        return new([.. items], page, size, ordered.Count);
    }

    private static bool Fits(IndicatorDescriptor d, string text) =>
        SearchText.Normalize($"{d.Code} {d.Names.Kk} {d.Names.Ru} {d.Names.En}").Contains(text, StringComparison.Ordinal);

    private IOrderedEnumerable<IndicatorDescriptor> Order(IEnumerable<IndicatorDescriptor> rows, string sort)
    {
        var descending = sort.StartsWith('-');
        var name = sort.TrimStart('-');
        if (!Sorts.TryGetValue(name, out var key))
        {
            throw new InvalidFields("sort", "unknown-sort", name, string.Join(", ", Sorts.Keys));
        }

        var ordered = descending
            ? rows.OrderByDescending(d => key(d, user.Language), StringComparer.Ordinal)
            : rows.OrderBy(d => key(d, user.Language), StringComparer.Ordinal);
        return ordered.ThenBy(d => d.Code, StringComparer.Ordinal);
    }
}

internal static class ListIndicatorsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/indicators", ([AsParameters] ListIndicatorsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListIndicators").WithSummary("Indicators of all modules: what they are and how they are computed")
        .AcceptsQuery<ListIndicatorsQuery>().RequirePermission(PlanningPermissions.ReadIndicators);
}
