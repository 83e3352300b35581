using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

/// <summary>How far changes have come.</summary>
internal enum ChangeState
{
    /// <summary>Planned and not carried out: also what is not yet renamed.</summary>
    Pending,

    /// <summary>Carried out.</summary>
    Done,
}

internal sealed record ListNetworkChangesQuery : ListQuery, IQuery<PagedResult<NetworkChangeRow>>
{
    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    public NetworkChangeKind? Kind { get; init; }

    /// <summary>Planned for the year or carried out in it.</summary>
    public int? Year { get; init; }

    public ChangeState? State { get; init; }

    public Guid? Institution { get; init; }
}

/// <summary>A change of the network.</summary>
internal sealed record NetworkChangeRow(
    Guid Id, string TerritoryCode, NetworkChangeKind Kind, Guid? InstitutionId, string Name, string? InstitutionKind, ChangeStage? Planned, ChangeStage? Actual,
    string? NewName, string? ResolutionNumber, DateOnly? ResolutionDate, string? Note, Guid? ImportId, int? ImportRow, long Version) : IVersioned
{
    public static NetworkChangeRow Of(NetworkChange change) => new(
        change.Id, change.TerritoryCode, change.Kind, change.InstitutionId, change.Name, change.InstitutionKind, change.Facts.Planned, change.Facts.Actual,
        change.NewName, change.ResolutionNumber, change.ResolutionDate, change.Note, change.ImportId, change.ImportRow, change.Version);
}

internal sealed class ListNetworkChangesValidator : AbstractValidator<ListNetworkChangesQuery>
{
    public ListNetworkChangesValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.Year).InclusiveBetween(1990, 2100);
    }
}

internal sealed class ListNetworkChangesHandler(PreschoolDbContext db) : IQueryHandler<ListNetworkChangesQuery, PagedResult<NetworkChangeRow>>
{
    private static readonly SortMap<NetworkChange> Sorts = new SortMap<NetworkChange>(c => c.Id)
        .By("name", c => c.SortName).By("kind", c => c.Kind)
        .By("planned", c => (c.PlannedYear * 12) + (c.PlannedMonth ?? 0)).By("actual", c => (c.ActualYear * 12) + (c.ActualMonth ?? 0))
        .By("places", c => c.ActualPlaces ?? c.PlannedPlaces);

    public async Task<PagedResult<NetworkChangeRow>> Handle(ListNetworkChangesQuery query, CancellationToken cancellationToken)
    {
        var page = await Filter(db, query).ToPage(query, Sorts, "actual,planned,name", c => c, cancellationToken);
        return new([.. page.Items.Select(NetworkChangeRow.Of)], page.Page, page.PageSize, page.Total);
    }

    public static IQueryable<NetworkChange> Filter(PreschoolDbContext db, ListNetworkChangesQuery query)
    {
        var changes = db.VisibleChanges();
        changes = query.Kind is { } kind ? changes.Where(c => c.Kind == kind) : changes;
        changes = query.Year is { } year ? changes.Where(c => c.ActualYear == year || c.PlannedYear == year) : changes;
        changes = query.Institution is { } institution ? changes.Where(c => c.InstitutionId == institution) : changes;
        changes = query.State switch
        {
            ChangeState.Pending => changes.Where(c => c.ActualYear == null),
            ChangeState.Done => changes.Where(c => c.ActualYear != null),
            _ => changes,
        };
        if (query.Territory is { } territory)
        {
            changes = changes.Where(c => db.Set<TerritoryClosure>().Any(t => t.AncestorCode == territory && t.DescendantCode == c.TerritoryCode));
        }

        foreach (var word in SearchText.Normalize(query.Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            changes = changes.Where(c => c.SearchName.Contains(word));
        }

        return changes;
    }
}

internal static class ListNetworkChangesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/network-changes", ([AsParameters] ListNetworkChangesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListNetworkChanges").WithSummary("Openings, expansions and renamings, planned and carried out")
        .AcceptsQuery<ListNetworkChangesQuery>().RequirePermission(PreschoolPermissions.Read);
}
