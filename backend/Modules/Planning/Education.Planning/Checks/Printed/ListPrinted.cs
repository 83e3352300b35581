using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Checks.Printed;

internal sealed record ListPrintedQuery : ListQuery, IQuery<PagedResult<PrintedRow>>
{
    public string? Period { get; init; }

    /// <summary>КАТО code.</summary>
    public string? Territory { get; init; }

    public Relation? Relation { get; init; }
}

internal sealed record PrintedRow(
    Guid Id, long Version, string TerritoryCode, string Period, string Document, string Place, string? Label, string? Code, string? ValuePeriod,
    string? Dimensions, string Printed, Relation Relation, string? Operands, string? Chapter, Guid? ImportId) : IVersioned;

internal sealed class ListPrintedHandler(PlanningDbContext db) : IQueryHandler<ListPrintedQuery, PagedResult<PrintedRow>>
{
    private static readonly SortMap<PrintedStatement> Sorts = new SortMap<PrintedStatement>(s => s.Id)
        .By("document", s => s.Document).By("place", s => s.Place).By("code", s => s.Code).By("period", s => s.Period).By("relation", s => s.Relation);

    public Task<PagedResult<PrintedRow>> Handle(ListPrintedQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Scoped<PrintedStatement>().AsNoTracking();
        rows = query.Period is { Length: > 0 } period ? rows.Where(s => s.Period == period) : rows;
        rows = query.Territory is { Length: > 0 } territory ? rows.Where(s => s.TerritoryCode == territory) : rows;
        rows = query.Relation is { } relation ? rows.Where(s => s.Relation == relation) : rows;
        rows = query.Q is { Length: > 0 } q
            ? rows.Where(s => s.Label!.Contains(q) || s.Place.Contains(q) || s.Document.Contains(q) || s.Code!.Contains(q) || s.Printed == q)
            : rows;
        return rows.ToPage(query, Sorts, "document,place", Rows, cancellationToken);
    }

    public static IQueryable<PrintedRow> Rows(IQueryable<PrintedStatement> rows) => rows.Select(s => new PrintedRow(
        s.Id, s.Version, s.TerritoryCode, s.Period, s.Document, s.Place, s.Label, s.Code, s.ValuePeriod, s.Dimensions, s.Printed, s.Relation, s.Operands,
        s.Chapter, s.ImportId));
}

internal static class ListPrintedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/printed-figures", ([AsParameters] ListPrintedQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListPrintedFigures").WithSummary("Figures printed in documents, with what they claim to be").AcceptsQuery<ListPrintedQuery>()
        .RequirePermission(PlanningPermissions.ReadReports);
}
