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

namespace Education.Preschool.Groups;

internal sealed record ListStaffingQuery : ListQuery, IQuery<StaffingList>
{
    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    /// <summary>Calendar year of 1 September.</summary>
    public int? AcademicYear { get; init; }
}

/// <summary>Groups and children on 1 September.</summary>
/// <param name="Reported">Groups whose actual number is entered.</param>
internal sealed record StaffingSum(int Groups, int Places, int Planned, int Confirmed, int Actual, int Reported);

/// <summary>A kindergarten on 1 September.</summary>
internal sealed record StaffingRow(Guid InstitutionId, LocalizedText InstitutionName, StaffingSum Sum);

/// <summary>Kindergartens of a page, and the sum over all of them.</summary>
internal sealed record StaffingList(IReadOnlyList<StaffingRow> Items, int Page, int PageSize, int Total, StaffingSum Sum);

internal sealed class ListStaffingValidator : AbstractValidator<ListStaffingQuery>
{
    public ListStaffingValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.AcademicYear).NotNull().InclusiveBetween(2010, 2100);
    }
}

internal sealed class ListStaffingHandler(PreschoolDbContext db) : IQueryHandler<ListStaffingQuery, StaffingList>
{
    private static readonly SortMap<InstitutionRef> Sorts = new SortMap<InstitutionRef>(i => i.Id).By("name", i => i.SortName);

    public async Task<StaffingList> Handle(ListStaffingQuery query, CancellationToken cancellationToken)
    {
        var groups = db.Scoped<Group>().AsNoTracking().Where(g => g.AcademicYear == query.AcademicYear && g.ClosedOn == null)
            .With(db).Of(db, null, query.Territory, query.Q);
        var sums = groups.GroupBy(l => l.Group.InstitutionId).Select(g => new
        {
            InstitutionId = g.Key,
            Groups = g.Count(),
            Places = g.Sum(l => l.Group.Places),
            Planned = g.Sum(l => l.Group.PlannedChildren) ?? 0,
            Confirmed = g.Sum(l => l.Group.ConfirmedChildren) ?? 0,
            Actual = g.Sum(l => l.Group.ActualChildren) ?? 0,
            Reported = g.Count(l => l.Group.ActualChildren != null),
        });
        var page = await db.Set<InstitutionRef>().AsNoTracking().Where(i => groups.Any(l => l.Group.InstitutionId == i.Id))
            .ToPage(query, Sorts, "name", institutions => institutions, cancellationToken);
        var byId = await sums.ToDictionaryAsync(s => s.InstitutionId, s => new StaffingSum(s.Groups, s.Places, s.Planned, s.Confirmed, s.Actual, s.Reported), cancellationToken);
        var all = byId.Values;
        return new(
            [.. page.Items.Select(i => new StaffingRow(i.Id, i.Name, byId[i.Id]))], page.Page, page.PageSize, page.Total,
            new(all.Sum(s => s.Groups), all.Sum(s => s.Places), all.Sum(s => s.Planned), all.Sum(s => s.Confirmed), all.Sum(s => s.Actual), all.Sum(s => s.Reported)));
    }
}

internal static class ListStaffingEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/staffing", ([AsParameters] ListStaffingQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListStaffing").WithSummary("Kindergartens on 1 September: planned, confirmed and actual children").AcceptsQuery<ListStaffingQuery>()
        .RequirePermission(PreschoolPermissions.Read);
}
