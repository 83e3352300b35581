using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.StateOrder.Attendance;

internal sealed record GetAttendanceSheetQuery(Guid GroupId, string Month) : IQuery<AttendanceSheetResult>;

/// <summary>The sheet of a group and month; version 0 while nothing is entered.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="GroupName">Its name.</param>
/// <param name="InstitutionId">Its kindergarten.</param>
/// <param name="InstitutionName">Name of the kindergarten.</param>
/// <param name="Month"><c>2017-06</c>.</param>
/// <param name="IsClosed">An approved act stands on it.</param>
/// <param name="WorkingDays">Working days of the whole month.</param>
/// <param name="Days">Every day of the month.</param>
/// <param name="Children">Children on the list in the month, by number.</param>
/// <param name="Version">Version of the sheet.</param>
internal sealed record AttendanceSheetResult(
    Guid GroupId, string GroupName, Guid InstitutionId, LocalizedText InstitutionName, string Month, bool IsClosed, int WorkingDays,
    IReadOnlyList<AttendanceDay> Days, IReadOnlyList<AttendanceLine> Children, long Version) : IVersioned;

/// <summary>A day of the month; on days off and days to come nothing can be entered.</summary>
internal sealed record AttendanceDay(int Day, bool IsWorking, bool IsFuture);

/// <summary>A child's month.</summary>
/// <param name="ChildId">The child on the list.</param>
/// <param name="Number">The kindergarten's own number.</param>
/// <param name="From">First day of the month that may be marked.</param>
/// <param name="To">Last day of the month that may be marked.</param>
/// <param name="Present">Working days present.</param>
/// <param name="Absent">Working days absent.</param>
/// <param name="Blank">Working days on the list without a mark: <c>Present + Absent + Blank = Enrolled</c>.</param>
/// <param name="Enrolled">Working days on the list.</param>
/// <param name="Marks">What is entered, also on days that have become days off.</param>
internal sealed record AttendanceLine(
    Guid ChildId, string Number, int From, int To, int Present, int Absent, int Blank, int Enrolled, IReadOnlyList<AttendanceMarkResult> Marks);

/// <summary>A mark; the document is the paper that gives the reason.</summary>
internal sealed record AttendanceMarkResult(int Day, AttendanceMark Mark, string? Document);

internal sealed class GetAttendanceSheetValidator : AbstractValidator<GetAttendanceSheetQuery>
{
    public GetAttendanceSheetValidator() => RuleFor(q => q.Month).Must(SheetMonth.IsMonth).WithCode("preschool.month-format");
}

internal static class SheetMonth
{
    public static bool IsMonth(string? code) => ReportingPeriod.TryParse(code, out var period) && period.Kind == ReportingPeriodKind.Month;
}

internal sealed class GetAttendanceSheetHandler(AttendanceSheets sheets) : IQueryHandler<GetAttendanceSheetQuery, AttendanceSheetResult>
{
    public async Task<AttendanceSheetResult> Handle(GetAttendanceSheetQuery query, CancellationToken cancellationToken) =>
        (await sheets.Open(query.GroupId, ReportingPeriod.Parse(query.Month), cancellationToken)).Result();
}

internal static class GetAttendanceSheetEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/attendance/groups/{groupId:guid}/{month}", (Guid groupId, string month, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new GetAttendanceSheetQuery(groupId, month), token))
        .WithName("GetAttendanceSheet").WithSummary("The attendance sheet of a group and month").RequirePermission(PreschoolPermissions.WriteAttendance);
}
