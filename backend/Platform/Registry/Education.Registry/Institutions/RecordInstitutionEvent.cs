using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Institutions;

/// <summary>What happened. Renamed and reorganised take the new name, reorganised and kindChanged the new kind, moved the territory, joined the successor.</summary>
internal sealed record RecordInstitutionEventBody(
    InstitutionEventKind Kind, DateOnly Date, BasisBody Basis, LocalizedText? Name, string? InstitutionKind, string? TerritoryCode, Guid? SuccessorId, string? Note);

internal sealed record RecordInstitutionEventCommand(Guid Id, long Version, RecordInstitutionEventBody Body) : ICommand<RecordInstitutionEventResult>;

/// <param name="Id">The institution.</param>
/// <param name="EventId">The event.</param>
/// <param name="Version">Version of the institution.</param>
internal sealed record RecordInstitutionEventResult(Guid Id, Guid EventId, long Version) : IVersioned;

internal sealed class RecordInstitutionEventValidator : AbstractValidator<RecordInstitutionEventCommand>
{
    public RecordInstitutionEventValidator() => RuleFor(c => c.Body).NotNull().SetValidator(new BodyValidator()).OverridePropertyName("");

    private sealed class BodyValidator : AbstractValidator<RecordInstitutionEventBody>
    {
        public BodyValidator()
        {
            RuleFor(c => c.Kind).IsInEnum().NotEqual(InstitutionEventKind.Opened).WithCode("unknown-value");
            RuleFor(c => c.Date).NotEmpty();
            RuleFor(c => c.Basis).NotNull();
            PassportValidation.Basis(this, c => c.Basis);
            RuleFor(c => c.Note).MaximumLength(1000);
            When(c => c.Kind == InstitutionEventKind.Renamed || c.Name is not null, () => PassportValidation.Name(this, c => c.Name));
            RuleFor(c => c.InstitutionKind).NotEmpty().When(c => c.Kind == InstitutionEventKind.KindChanged);
            RuleFor(c => c.TerritoryCode).Must(c => KatoCode.TryParse(c, out _, out _)).When(c => c.Kind == InstitutionEventKind.Moved)
                .WithCode("registry.territory-code");
            RuleFor(c => c.SuccessorId).NotEmpty().When(c => c.Kind == InstitutionEventKind.Joined);
            RuleFor(c => c.Name).Null().When(c => c.Kind is not (InstitutionEventKind.Renamed or InstitutionEventKind.Reorganised)).WithCode("registry.not-of-this-event");
            RuleFor(c => c.InstitutionKind).Null().When(c => c.Kind is not (InstitutionEventKind.KindChanged or InstitutionEventKind.Reorganised))
                .WithCode("registry.not-of-this-event");
            RuleFor(c => c.TerritoryCode).Null().When(c => c.Kind != InstitutionEventKind.Moved).WithCode("registry.not-of-this-event");
            RuleFor(c => c.SuccessorId).Null().When(c => c.Kind != InstitutionEventKind.Joined).WithCode("registry.not-of-this-event");
        }
    }
}

internal sealed class RecordInstitutionEventHandler(RegistryDbContext db, InstitutionChecks checks, TimeProvider time)
    : ICommandHandler<RecordInstitutionEventCommand, RecordInstitutionEventResult>
{
    public async Task<RecordInstitutionEventResult> Handle(RecordInstitutionEventCommand command, CancellationToken cancellationToken)
    {
        var institution = await checks.Load(command.Id, cancellationToken);
        institution.ExpectVersion(command.Version);
        var body = command.Body;
        await checks.Fields(body.InstitutionKind, body.TerritoryCode, null, command.Id, cancellationToken);
        if (body.SuccessorId is { } successor)
        {
            var other = successor == command.Id ? null : await checks.Load(successor, cancellationToken);
            if (other is null || other.Status != InstitutionStatus.Active)
            {
                throw new RuleViolation("registry.successor-closed");
            }
        }

        var told = new InstitutionEvent(
            body.Kind, body.Date, body.Basis.ToBasis(), body.Name, body.InstitutionKind, body.TerritoryCode, body.SuccessorId, body.Note);
        var change = institution.Record(told, time.Today());
        await db.SaveChangesAsync(cancellationToken);
        return new(institution.Id, change.Id, institution.Version);
    }
}

internal static class RecordInstitutionEventEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            "/institutions/{id:guid}/events",
            async (Guid id, RecordInstitutionEventBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(new RecordInstitutionEventCommand(id, ifMatch.Version, body), token);
                return TypedResults.Created($"/api/v1/registry/institutions/{id}/events", result);
            })
        .WithName("RecordInstitutionEvent").WithSummary("Tells an event: renamed, reorganised, kind changed, moved, joined to another, closed, reopened")
        .WithIfMatch().WithIdempotency().RequirePermission(RegistryPermissions.WriteInstitutions);
}
