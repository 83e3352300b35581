using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

internal sealed record MergeInstitutionBody(Guid IntoId);

internal sealed record MergeInstitutionCommand(Guid Id, long Version, Guid IntoId) : ICommand<MergeInstitutionResult>;

/// <param name="Id">The entry that stays.</param>
/// <param name="Version">Its version.</param>
internal sealed record MergeInstitutionResult(Guid Id, long Version) : IVersioned;

internal sealed class MergeInstitutionValidator : AbstractValidator<MergeInstitutionCommand>
{
    public MergeInstitutionValidator()
    {
        RuleFor(c => c.IntoId).NotEmpty();
        RuleFor(c => c.IntoId).NotEqual(c => c.Id).WithCode("registry.merge-into-itself");
    }
}

internal sealed class MergeInstitutionHandler(RegistryDbContext db, InstitutionChecks checks)
    : ICommandHandler<MergeInstitutionCommand, MergeInstitutionResult>
{
    public async Task<MergeInstitutionResult> Handle(MergeInstitutionCommand command, CancellationToken cancellationToken)
    {
        var duplicate = await checks.Load(command.Id, cancellationToken);
        duplicate.ExpectVersion(command.Version);
        var stays = await checks.Load(command.IntoId, cancellationToken);
        duplicate.MergeInto(stays);

        // Not scoped: what leads to the duplicate or belongs to it must not be left behind, wherever it is.
        foreach (var other in await db.AllInstitutions.Where(i => i.MergedIntoId == command.Id || i.ParentId == command.Id).ToListAsync(cancellationToken))
        {
            other.Follow(command.Id, stays);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new(stays.Id, stays.Version);
    }
}

internal static class MergeInstitutionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/institutions/{id:guid}/merge", (Guid id, MergeInstitutionBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new MergeInstitutionCommand(id, ifMatch.Version, body.IntoId), token))
        .WithName("MergeInstitution").WithSummary("Merges a duplicate entry into the one that stays; the old id leads there")
        .WithIfMatch().RequirePermission(RegistryPermissions.WriteInstitutions);
}
