using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Institutions;

internal sealed record RegisterInstitutionCommand(
    string? Bin, LocalizedText Name, string Kind, Ownership Ownership, LegalForm? LegalForm, IReadOnlyList<string> Languages, string TerritoryCode,
    Guid? ParentId, bool IsBranch, DateOnly? OpenedOn, BasisBody? Basis) : ICommand<RegisterInstitutionResult>
{
    public InstitutionPassport Passport => new(
        string.IsNullOrWhiteSpace(Bin) ? null : Bin.Trim(), new(Name.Kk.Trim(), Name.Ru.Trim(), string.IsNullOrWhiteSpace(Name.En) ? null : Name.En.Trim()),
        Kind, Ownership, LegalForm, InstructionLanguageCodes.Set(Languages), ParentId, IsBranch, OpenedOn);
}

internal sealed record RegisterInstitutionResult(Guid Id, long Version) : IVersioned;

internal sealed class RegisterInstitutionValidator : AbstractValidator<RegisterInstitutionCommand>
{
    public RegisterInstitutionValidator()
    {
        PassportValidation.BinNumber(this, c => c.Bin);
        PassportValidation.Name(this, c => c.Name);
        PassportValidation.Languages(this, c => c.Languages);
        PassportValidation.Basis(this, c => c.Basis);
        RuleFor(c => c.Kind).NotEmpty().MaximumLength(40);
        RuleFor(c => c.Ownership).IsInEnum();
        RuleFor(c => c.LegalForm).IsInEnum();
        RuleFor(c => c.TerritoryCode).Must(c => KatoCode.TryParse(c, out _, out _)).WithCode("registry.territory-code");
    }
}

internal sealed class RegisterInstitutionHandler(RegistryDbContext db, InstitutionChecks checks, TimeProvider time)
    : ICommandHandler<RegisterInstitutionCommand, RegisterInstitutionResult>
{
    public async Task<RegisterInstitutionResult> Handle(RegisterInstitutionCommand command, CancellationToken cancellationToken)
    {
        await checks.Fields(command.Kind, command.TerritoryCode, command.ParentId, null, cancellationToken);
        await checks.BinIsFree(command.Passport.Bin, null, cancellationToken);
        if (command.OpenedOn > time.Today())
        {
            throw new RuleViolation("registry.event-in-future");
        }

        var institution = new Institution(command.Passport, command.TerritoryCode, command.Basis?.ToBasis(), importId: null);
        db.Add(institution);
        await db.SaveChangesAsync(cancellationToken);
        return new(institution.Id, institution.Version);
    }
}

internal static class RegisterInstitutionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/institutions", async (RegisterInstitutionCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/registry/institutions/{result.Id}", result);
        })
        .WithName("RegisterInstitution").WithSummary("Enters an institution into the register")
        .WithIdempotency().RequirePermission(RegistryPermissions.WriteInstitutions);
}
