using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>Puts a child on the list of a group under a contract.</summary>
/// <param name="ContractId">The contract that pays.</param>
/// <param name="GroupId">Group of the same kindergarten.</param>
/// <param name="Number">The kindergarten's own number of the child.</param>
/// <param name="Iin">ИИН where known.</param>
/// <param name="EnrolledFrom">First day on the list.</param>
/// <param name="EnrolledTo">Last day, when it is known already.</param>
internal sealed record EnrolAttendanceChildCommand(Guid? ContractId, Guid? GroupId, string? Number, string? Iin, DateOnly? EnrolledFrom, DateOnly? EnrolledTo)
    : ICommand<AttendanceChildResult>;

internal sealed class EnrolAttendanceChildValidator : AbstractValidator<EnrolAttendanceChildCommand>
{
    public EnrolAttendanceChildValidator()
    {
        RuleFor(c => c.ContractId).NotNull();
        RuleFor(c => c.GroupId).NotNull();
        RuleFor(c => c.Number).NotEmpty().MaximumLength(20);
        RuleFor(c => c.Iin).Custom(IinRule.Check);
        RuleFor(c => c.EnrolledFrom).NotNull();
        RuleFor(c => c.EnrolledTo).Must((c, to) => to is null || c.EnrolledFrom is null || to >= c.EnrolledFrom).WithCode("preschool.order-ends-before-start");
    }
}

internal static class IinRule
{
    public static void Check<T>(string? text, ValidationContext<T> context)
    {
        if (text is not null && !Iin.TryParse(text, out _, out var code))
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, code) { ErrorCode = code });
        }
    }
}

internal sealed class EnrolAttendanceChildHandler(PreschoolDbContext db) : ICommandHandler<EnrolAttendanceChildCommand, AttendanceChildResult>
{
    public Task<AttendanceChildResult> Handle(EnrolAttendanceChildCommand command, CancellationToken cancellationToken) =>
        db.InTransaction(token => Enrol(command, token), cancellationToken);

    private async Task<AttendanceChildResult> Enrol(EnrolAttendanceChildCommand command, CancellationToken cancellationToken)
    {
        var contract = await db.Scoped<OrderContract>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.ContractId, cancellationToken)
            ?? throw new NotFound("OrderContract", command.ContractId!);
        var group = await db.Scoped<Group>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == command.GroupId, cancellationToken)
            ?? throw new NotFound("Group", command.GroupId!);
        if (group.InstitutionId != contract.InstitutionId)
        {
            throw new RuleViolation("preschool.attendance-group-foreign");
        }

        var from = command.EnrolledFrom!.Value;
        if (from < contract.StartsOn || from > contract.LastDay)
        {
            throw new RuleViolation("preschool.attendance-outside-order", contract.StartsOn, contract.LastDay);
        }

        var child = new AttendanceChild(contract.InstitutionId, contract.Id, group.Id, command.Number!.Trim(), from);
        child.Set(command.Iin?.Trim(), command.EnrolledTo);
        var lists = new AttendanceLists(db);
        await lists.RefuseTwice(child, cancellationToken);
        await lists.RefuseOverPlaces(child, contract.Places, cancellationToken);
        db.Add(child);
        await db.SaveChangesAsync(cancellationToken);
        return AttendanceChildResult.Of(child);
    }
}

internal static class EnrolAttendanceChildEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/attendance/children", async (EnrolAttendanceChildCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/attendance/children/{result.Id}", result);
        })
        .WithName("EnrolAttendanceChild").WithSummary("Puts a child on the list of a group under a contract of the state order")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteAttendance);
}
