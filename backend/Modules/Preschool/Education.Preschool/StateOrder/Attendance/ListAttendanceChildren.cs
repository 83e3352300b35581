using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Attendance;

internal sealed record ListAttendanceChildrenQuery : ListQuery, IQuery<PagedResult<AttendanceChildResult>>
{
    public Guid? GroupId { get; init; }

    public Guid? ContractId { get; init; }

    /// <summary>On the list on this day.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>A child on a list; of the ИИН only whether it is known.</summary>
internal sealed record AttendanceChildResult(
    Guid Id, Guid InstitutionId, Guid ContractId, Guid GroupId, string Number, bool HasIin, DateOnly EnrolledFrom, DateOnly? EnrolledTo, long Version) : IVersioned
{
    public static AttendanceChildResult Of(AttendanceChild c) => new(
        c.Id, c.InstitutionId, c.ContractId, c.GroupId, c.Number, c.Iin is not null, c.EnrolledFrom, c.EnrolledTo, c.Version);
}

internal sealed class ListAttendanceChildrenValidator : AbstractValidator<ListAttendanceChildrenQuery>
{
    public ListAttendanceChildrenValidator() => RuleFor(q => q.Q).MaximumLength(20);
}

internal sealed class ListAttendanceChildrenHandler(PreschoolDbContext db) : IQueryHandler<ListAttendanceChildrenQuery, PagedResult<AttendanceChildResult>>
{
    private static readonly SortMap<AttendanceChild> Sorts = new SortMap<AttendanceChild>(c => c.Id)
        .By("number", c => c.SortNumber).By("enrolledFrom", c => c.EnrolledFrom);

    public Task<PagedResult<AttendanceChildResult>> Handle(ListAttendanceChildrenQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Scoped<AttendanceChild>().AsNoTracking()
            .Where(c => (query.GroupId == null || c.GroupId == query.GroupId) && (query.ContractId == null || c.ContractId == query.ContractId));
        if (query.On is { } day)
        {
            rows = rows.Where(c => c.EnrolledFrom <= day && (c.EnrolledTo == null || c.EnrolledTo >= day));
        }

        if (query.Q is { Length: > 0 } text)
        {
            rows = rows.Where(c => c.Number.StartsWith(text));
        }

        return rows.ToPage(
            query, Sorts, "number",
            all => all.Select(c => new AttendanceChildResult(c.Id, c.InstitutionId, c.ContractId, c.GroupId, c.Number, c.Iin != null, c.EnrolledFrom, c.EnrolledTo, c.Version)),
            cancellationToken);
    }
}

internal static class ListAttendanceChildrenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/attendance/children", ([AsParameters] ListAttendanceChildrenQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListAttendanceChildren").WithSummary("Children on the lists of groups under the state order, by number")
        .AcceptsQuery<ListAttendanceChildrenQuery>().RequirePermission(PreschoolPermissions.WriteAttendance);
}
