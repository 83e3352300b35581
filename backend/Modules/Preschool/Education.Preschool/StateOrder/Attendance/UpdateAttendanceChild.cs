using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>The last day on the list, null when the child is on it again; the ИИН where it has become known, null keeps what is stored.</summary>
internal sealed record UpdateAttendanceChildBody(string? Iin, DateOnly? EnrolledTo);

internal sealed record UpdateAttendanceChildCommand(Guid Id, long Version, string? Iin, DateOnly? EnrolledTo) : ICommand<AttendanceChildResult>;

internal sealed class UpdateAttendanceChildValidator : AbstractValidator<UpdateAttendanceChildCommand>
{
    public UpdateAttendanceChildValidator() => RuleFor(c => c.Iin).Custom(IinRule.Check);
}

internal sealed class UpdateAttendanceChildHandler(PreschoolDbContext db) : ICommandHandler<UpdateAttendanceChildCommand, AttendanceChildResult>
{
    public Task<AttendanceChildResult> Handle(UpdateAttendanceChildCommand command, CancellationToken cancellationToken) =>
        db.InTransaction(token => Update(command, token), cancellationToken);

    private async Task<AttendanceChildResult> Update(UpdateAttendanceChildCommand command, CancellationToken cancellationToken)
    {
        var child = await db.Scoped<AttendanceChild>().SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken)
            ?? throw new NotFound("AttendanceChild", command.Id);
        child.ExpectVersion(command.Version);
        if (command.EnrolledTo < child.EnrolledFrom)
        {
            throw new InvalidFields("enrolledTo", "preschool.order-ends-before-start");
        }

        child.Set(command.Iin?.Trim() ?? child.Iin, command.EnrolledTo);
        if (command.EnrolledTo is { } last)
        {
            await RefuseMarksAfter(child, last, cancellationToken);
        }

        var lists = new AttendanceLists(db);
        await lists.RefuseTwice(child, cancellationToken);
        var places = await db.Scoped<OrderContract>().Where(c => c.Id == child.ContractId).Select(c => c.Places).SingleAsync(cancellationToken);
        await lists.RefuseOverPlaces(child, places, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return AttendanceChildResult.Of(child);
    }

    /// <summary>A child who has left cannot have been there afterwards: the marks go first.</summary>
    private async Task RefuseMarksAfter(AttendanceChild child, DateOnly last, CancellationToken cancellationToken)
    {
        var month = new DateOnly(last.Year, last.Month, 1);
        var rows = await db.Scoped<AttendanceRow>().AsNoTracking().Where(r => r.ChildId == child.Id && r.Month >= month)
            .Select(r => new { r.Month, r.Days }).ToListAsync(cancellationToken);
        var after = rows.SelectMany(r => r.Days.Select((letter, i) => (letter, Day: r.Month.AddDays(i))))
            .Where(d => d.letter != AttendanceMarks.Blank && d.Day > last).Select(d => d.Day).ToList();
        if (after.Count > 0)
        {
            throw new RuleViolation("preschool.attendance-marked-after", child.Number, after.Min());
        }
    }
}

internal static class UpdateAttendanceChildEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/attendance/children/{id:guid}", (Guid id, UpdateAttendanceChildBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new UpdateAttendanceChildCommand(id, ifMatch.Version, body.Iin, body.EnrolledTo), token))
        .WithName("UpdateAttendanceChild").WithSummary("Ends or resumes a child's enrolment on a list")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteAttendance);
}
