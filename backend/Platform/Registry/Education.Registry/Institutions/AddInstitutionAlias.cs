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

internal sealed record AddInstitutionAliasBody(string Text);

internal sealed record AddInstitutionAliasCommand(Guid Id, string Text) : ICommand<AddInstitutionAliasResult>;

/// <param name="Id">The institution.</param>
/// <param name="AliasId">The alias; the known one when it was there already.</param>
/// <param name="Version">Version of the institution.</param>
internal sealed record AddInstitutionAliasResult(Guid Id, Guid AliasId, long Version) : IVersioned;

internal sealed class AddInstitutionAliasValidator : AbstractValidator<AddInstitutionAliasCommand>
{
    public AddInstitutionAliasValidator()
    {
        RuleFor(c => c.Text).NotEmpty().MaximumLength(400);
        RuleFor(c => c.Text).Must(t => InstitutionName.Parse(t).Key.Length > 0).When(c => !string.IsNullOrWhiteSpace(c.Text)).WithCode("registry.alias-empty");
    }
}

internal sealed class AddInstitutionAliasHandler(RegistryDbContext db, InstitutionChecks checks)
    : ICommandHandler<AddInstitutionAliasCommand, AddInstitutionAliasResult>
{
    public async Task<AddInstitutionAliasResult> Handle(AddInstitutionAliasCommand command, CancellationToken cancellationToken)
    {
        var institution = await checks.Load(command.Id, cancellationToken);
        var key = InstitutionName.Parse(command.Text).Key;
        if (await db.Scoped<InstitutionAlias>().AnyAsync(
            a => a.Key == key && a.InstitutionId != institution.Id && a.Institution.TerritoryCode == institution.TerritoryCode, cancellationToken))
        {
            throw new RuleViolation("registry.alias-taken", command.Text.Trim());
        }

        var alias = institution.AddAlias(command.Text.Trim(), AliasOrigin.Manual);
        await db.SaveChangesAsync(cancellationToken);
        return new(institution.Id, alias.Id, institution.Version);
    }
}

internal static class AddInstitutionAliasEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/institutions/{id:guid}/aliases", async (Guid id, AddInstitutionAliasBody body, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(new AddInstitutionAliasCommand(id, body.Text), token);
            return TypedResults.Created($"/api/v1/registry/institutions/{id}/aliases", result);
        })
        .WithName("AddInstitutionAlias").WithSummary("Adds a way the institution is written, for imports to recognise it")
        .WithIdempotency().RequirePermission(RegistryPermissions.WriteInstitutions);
}
