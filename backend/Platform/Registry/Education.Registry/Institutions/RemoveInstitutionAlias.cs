using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Institutions;

internal sealed record RemoveInstitutionAliasCommand(Guid Id, Guid AliasId, long Version) : ICommand<RemoveInstitutionAliasResult>;

internal sealed record RemoveInstitutionAliasResult(Guid Id, long Version) : IVersioned;

internal sealed class RemoveInstitutionAliasValidator : AbstractValidator<RemoveInstitutionAliasCommand>
{
    public RemoveInstitutionAliasValidator() => RuleFor(c => c.AliasId).NotEmpty();
}

internal sealed class RemoveInstitutionAliasHandler(RegistryDbContext db, InstitutionChecks checks)
    : ICommandHandler<RemoveInstitutionAliasCommand, RemoveInstitutionAliasResult>
{
    public async Task<RemoveInstitutionAliasResult> Handle(RemoveInstitutionAliasCommand command, CancellationToken cancellationToken)
    {
        var institution = await checks.Load(command.Id, cancellationToken);
        institution.ExpectVersion(command.Version);
        institution.RemoveAlias(
            institution.Aliases.SingleOrDefault(a => a.Id == command.AliasId) ?? throw new NotFound("InstitutionAlias", command.AliasId));
        await db.SaveChangesAsync(cancellationToken);
        return new(institution.Id, institution.Version);
    }
}

internal static class RemoveInstitutionAliasEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/institutions/{id:guid}/aliases/{aliasId:guid}", (Guid id, Guid aliasId, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new RemoveInstitutionAliasCommand(id, aliasId, ifMatch.Version), token))
        .WithName("RemoveInstitutionAlias").WithSummary("Forgets a way the institution is written; If-Match is the version of the institution")
        .WithIfMatch().RequirePermission(RegistryPermissions.WriteInstitutions);
}
