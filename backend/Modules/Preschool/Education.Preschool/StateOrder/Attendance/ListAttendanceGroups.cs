using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Attendance;

internal sealed record ListAttendanceGroupsQuery : ListQuery, IQuery<PagedResult<AttendanceGroupRow>>
{
    /// <summary>Month, <c>2017-06</c>.</summary>
    public string? Month { get; init; }

    public Guid? InstitutionId { get; init; }
}

/// <summary>A group that has children under the state order in the month.</summary>
internal sealed record AttendanceGroupRow(
    Guid GroupId, string GroupName, Guid InstitutionId, LocalizedText InstitutionName, int Children, int Present, int Absent, bool IsClosed);

internal sealed class ListAttendanceGroupsValidator : AbstractValidator<ListAttendanceGroupsQuery>
{
    public ListAttendanceGroupsValidator() => RuleFor(q => q.Month).NotEmpty().Must(m => m is null or "" || SheetMonth.IsMonth(m)).WithCode("preschool.month-format");
}

internal sealed class ListAttendanceGroupsHandler(PreschoolDbContext db) : IQueryHandler<ListAttendanceGroupsQuery, PagedResult<AttendanceGroupRow>>
{
    private static readonly SortMap<Line> Sorts = new SortMap<Line>(l => l.Group.Id)
        .By("name", l => l.Institution.SortName).By("group", l => l.Group.Name).By("children", l => l.Children);

    public async Task<PagedResult<AttendanceGroupRow>> Handle(ListAttendanceGroupsQuery query, CancellationToken cancellationToken)
    {
        var month = ReportingPeriod.Parse(query.Month);
        var (first, last) = (month.Start, month.End);
        var children = db.Scoped<AttendanceChild>().Where(c => c.EnrolledFrom <= last && (c.EnrolledTo == null || c.EnrolledTo >= first));
        var rows =
            from g in db.Scoped<Group>().AsNoTracking()
            join i in db.Set<InstitutionRef>() on g.InstitutionId equals i.Id
            where children.Any(c => c.GroupId == g.Id) && (query.InstitutionId == null || g.InstitutionId == query.InstitutionId)
            select new Line { Group = g, Institution = i, Children = children.Count(c => c.GroupId == g.Id) };
        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            rows = rows.Where(l => EF.Functions.Like(l.Institution.SearchName, pattern));
        }

        var marks = db.Scoped<AttendanceRow>().Where(r => r.Month == first);
        var sheets = db.Scoped<AttendanceSheet>().Where(s => s.Month == first);
        return await rows.ToPage(
            query, Sorts, "name,group",
            all => all.Select(l => new AttendanceGroupRow(
                l.Group.Id, l.Group.Name, l.Institution.Id, l.Institution.Name, l.Children, marks.Where(r => r.GroupId == l.Group.Id).Sum(r => r.Present),
                marks.Where(r => r.GroupId == l.Group.Id).Sum(r => r.Absent), sheets.Any(s => s.GroupId == l.Group.Id && s.IsClosed))),
            cancellationToken);
    }

    private sealed class Line
    {
        public required Group Group { get; init; }

        public required InstitutionRef Institution { get; init; }

        public int Children { get; init; }
    }
}

internal static class ListAttendanceGroupsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/attendance/groups", ([AsParameters] ListAttendanceGroupsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListAttendanceGroups").WithSummary("Groups with children under the state order in a month, and how far their sheets are")
        .AcceptsQuery<ListAttendanceGroupsQuery>().RequirePermission(PreschoolPermissions.WriteAttendance);
}
