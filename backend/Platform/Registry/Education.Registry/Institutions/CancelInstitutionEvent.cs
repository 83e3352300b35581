using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Institutions;

internal sealed record CancelInstitutionEventCommand(Guid Id, Guid EventId, long Version) : ICommand<CancelInstitutionEventResult>;

internal sealed record CancelInstitutionEventResult(Guid Id, long Version) : IVersioned;

internal sealed class CancelInstitutionEventValidator : AbstractValidator<CancelInstitutionEventCommand>
{
    public CancelInstitutionEventValidator() => RuleFor(c => c.EventId).NotEmpty();
}

internal sealed class CancelInstitutionEventHandler(RegistryDbContext db, InstitutionChecks checks)
    : ICommandHandler<CancelInstitutionEventCommand, CancelInstitutionEventResult>
{
    public async Task<CancelInstitutionEventResult> Handle(CancelInstitutionEventCommand command, CancellationToken cancellationToken)
    {
        var institution = await checks.Load(command.Id, cancellationToken);
        institution.ExpectVersion(command.Version);
        var change = institution.Changes.SingleOrDefault(c => c.Id == command.EventId) ?? throw new NotFound("InstitutionChange", command.EventId);
        institution.Cancel(change);
        await db.SaveChangesAsync(cancellationToken);
        return new(institution.Id, institution.Version);
    }
}

internal static class CancelInstitutionEventEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/institutions/{id:guid}/events/{eventId:guid}", (Guid id, Guid eventId, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new CancelInstitutionEventCommand(id, eventId, ifMatch.Version), token))
        .WithName("CancelInstitutionEvent").WithSummary("Takes back an event entered by mistake; the audit log keeps it")
        .WithIfMatch().RequirePermission(RegistryPermissions.WriteInstitutions);
}
