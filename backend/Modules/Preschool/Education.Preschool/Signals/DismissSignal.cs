using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Attendance;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Signals;

/// <summary>Somebody looked: why the signal of this subject and month is fine.</summary>
internal sealed record DismissSignalCommand(SignalKind? Kind, Guid? SubjectId, string? Month, string? Reason) : ICommand<SignalDismissalResult>;

/// <summary>Another reason, or the dismissal taken back.</summary>
internal sealed record ChangeSignalDismissalBody(string? Reason, bool IsTakenBack);

internal sealed record ChangeSignalDismissalCommand(Guid Id, long Version, string? Reason, bool IsTakenBack) : ICommand<SignalDismissalResult>;

internal sealed record SignalDismissalResult(Guid Id, string Reason, bool IsTakenBack, DateTime At, long Version) : IVersioned
{
    public static SignalDismissalResult Of(SignalDismissal d) => new(d.Id, d.Reason, d.IsTakenBack, d.ModifiedAt, d.Version);
}

internal sealed class DismissSignalValidator : AbstractValidator<DismissSignalCommand>
{
    public DismissSignalValidator()
    {
        RuleFor(c => c.Kind).NotNull().IsInEnum();
        RuleFor(c => c.SubjectId).NotNull();
        RuleFor(c => c.Month).Must(SheetMonth.IsMonth).WithCode("preschool.month-format");
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(400);
    }
}

internal sealed class ChangeSignalDismissalValidator : AbstractValidator<ChangeSignalDismissalCommand>
{
    public ChangeSignalDismissalValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(400);
}

internal sealed class DismissSignalHandler(PreschoolDbContext db, SignalSources sources)
    : ICommandHandler<DismissSignalCommand, SignalDismissalResult>, ICommandHandler<ChangeSignalDismissalCommand, SignalDismissalResult>
{
    public async Task<SignalDismissalResult> Handle(DismissSignalCommand command, CancellationToken cancellationToken)
    {
        var (kind, month) = (command.Kind!.Value, ReportingPeriod.Parse(command.Month));
        var rows = await ListSignalsHandler.Rows(db, sources, kind, month, dismissed: false, cancellationToken);
        var found = await rows.Where(l => l.Found.SubjectId == command.SubjectId).Select(l => new { l.Found.InstitutionId, l.Dismissal })
            .FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("Signal", command.SubjectId!);
        if (found.Dismissal is not null)
        {
            // Taken back before: the record is one, its history is in its versions.
            throw new RuleViolation("preschool.signal-dismissed-before");
        }

        var dismissal = new SignalDismissal(kind, command.SubjectId!.Value, month.Start, found.InstitutionId);
        dismissal.Say(command.Reason!.Trim(), takenBack: false);
        db.Add(dismissal);
        await db.SaveChangesAsync(cancellationToken);
        return SignalDismissalResult.Of(dismissal);
    }

    public async Task<SignalDismissalResult> Handle(ChangeSignalDismissalCommand command, CancellationToken cancellationToken)
    {
        var dismissal = await db.Scoped<SignalDismissal>().SingleOrDefaultAsync(d => d.Id == command.Id, cancellationToken)
            ?? throw new NotFound("SignalDismissal", command.Id);
        dismissal.ExpectVersion(command.Version);
        dismissal.Say(command.Reason!.Trim(), command.IsTakenBack);
        await db.SaveChangesAsync(cancellationToken);
        return SignalDismissalResult.Of(dismissal);
    }
}

internal static class DismissSignalEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/signals/dismissals", async (DismissSignalCommand command, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(command, token);
                return TypedResults.Created($"/api/v1/preschool/signals/dismissals/{result.Id}", result);
            })
            .WithName("DismissSignal").WithSummary("Says why a signal is fine; it leaves the list").WithIdempotency().RequirePermission(PreschoolPermissions.WriteStateOrder);
        routes.MapPut("/signals/dismissals/{id:guid}", (Guid id, ChangeSignalDismissalBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new ChangeSignalDismissalCommand(id, ifMatch.Version, body.Reason, body.IsTakenBack), token))
            .WithName("ChangeSignalDismissal").WithSummary("Changes the reason of a dismissal, or takes it back")
            .WithIfMatch().RequirePermission(PreschoolPermissions.WriteStateOrder);
    }
}
