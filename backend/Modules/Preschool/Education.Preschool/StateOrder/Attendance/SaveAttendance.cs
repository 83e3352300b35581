using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>A mark, null to take it away.</summary>
internal sealed record AttendanceCell(Guid ChildId, int Day, AttendanceMark? Mark, string? Document);

/// <summary>A group's day: marks of its children.</summary>
internal sealed record AttendanceDayBody(IReadOnlyList<AttendanceDayMark>? Marks);

internal sealed record AttendanceDayMark(Guid ChildId, AttendanceMark? Mark, string? Document);

/// <summary>A child's month: marks of its days.</summary>
internal sealed record AttendanceChildBody(IReadOnlyList<AttendanceChildMark>? Marks);

internal sealed record AttendanceChildMark(int Day, AttendanceMark? Mark, string? Document);

internal sealed record SaveAttendanceCommand(Guid GroupId, string Month, long Version, IReadOnlyList<AttendanceCell>? Marks) : ICommand<AttendanceSheetResult>;

internal sealed class SaveAttendanceValidator : AbstractValidator<SaveAttendanceCommand>
{
    public SaveAttendanceValidator()
    {
        RuleFor(c => c.Month).Must(SheetMonth.IsMonth).WithCode("preschool.month-format");
        RuleFor(c => c.Marks).NotEmpty();
        RuleFor(c => c.Marks).Must(m => m is null || m.DistinctBy(x => (x.ChildId, x.Day)).Count() == m.Count).WithCode("preschool.attendance-twice-a-day");
        RuleFor(c => c.Marks).Must((c, m) => m is null || !SheetMonth.IsMonth(c.Month) || m.All(x => x.Day >= 1 && x.Day <= ReportingPeriod.Parse(c.Month).End.Day))
            .WithCode("preschool.attendance-no-such-day");
        RuleFor(c => c.Marks).Must(m => m is null || m.All(x => x.Mark is null || Enum.IsDefined(x.Mark.Value))).WithCode("unknown-value");
        RuleFor(c => c.Marks).Must(m => m is null || m.All(x => x.Document is null or { Length: <= 80 })).WithCode("preschool.attendance-document-long");
    }
}

internal sealed class SaveAttendanceHandler(PreschoolDbContext db, AttendanceSheets sheets) : ICommandHandler<SaveAttendanceCommand, AttendanceSheetResult>
{
    public async Task<AttendanceSheetResult> Handle(SaveAttendanceCommand command, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(command.GroupId, ReportingPeriod.Parse(command.Month), cancellationToken);
        if (command.Version != (open.Sheet?.Version ?? 0))
        {
            throw new StaleVersion(open.Sheet?.Version ?? 0);
        }

        var sheet = open.Sheet;
        if (sheet is null)
        {
            db.Add(sheet = new AttendanceSheet(open.Group.InstitutionId, open.Group.Id, open.Days.First));
        }

        var listed = open.Children.ToDictionary(c => c.Child.Id);
        sheet.Enter(
            [.. command.Marks!.Select(m => listed.TryGetValue(m.ChildId, out var found)
                ? new AttendanceEntry(found.Child, found.Span, m.Day, m.Mark, m.Document)
                : throw new RuleViolation("preschool.attendance-child-unknown"))],
            open.Days, open.Today);
        await db.SaveChangesAsync(cancellationToken);
        return (open with { Sheet = sheet }).Result();
    }
}

internal static class SaveAttendanceEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/attendance/groups/{groupId:guid}/{month}/days/{day:int}",
                (Guid groupId, string month, int day, AttendanceDayBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(
                    new SaveAttendanceCommand(groupId, month, ifMatch.Version, body.Marks?.Select(m => new AttendanceCell(m.ChildId, day, m.Mark, m.Document)).ToList()), token))
            .WithName("SaveAttendanceDay").WithSummary("Enters a group's day into its attendance sheet").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAttendance);
        routes.MapPut("/attendance/groups/{groupId:guid}/{month}/children/{childId:guid}",
                (Guid groupId, string month, Guid childId, AttendanceChildBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(
                    new SaveAttendanceCommand(groupId, month, ifMatch.Version, body.Marks?.Select(m => new AttendanceCell(childId, m.Day, m.Mark, m.Document)).ToList()), token))
            .WithName("SaveAttendanceChild").WithSummary("Enters a child's month into its attendance sheet").WithIfMatch().RequirePermission(PreschoolPermissions.WriteAttendance);
    }
}
