using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Institutions;

/// <summary>The passport as it should be. Events (renaming, moving, closing) are told separately; this corrects what was entered wrong.</summary>
internal sealed record UpdateInstitutionBody(
    string? Bin, LocalizedText Name, string Kind, Ownership Ownership, LegalForm? LegalForm, IReadOnlyList<string> Languages,
    Guid? ParentId, bool IsBranch, DateOnly? OpenedOn)
{
    public InstitutionPassport Passport => new(
        string.IsNullOrWhiteSpace(Bin) ? null : Bin.Trim(), new(Name.Kk.Trim(), Name.Ru.Trim(), string.IsNullOrWhiteSpace(Name.En) ? null : Name.En.Trim()),
        Kind, Ownership, LegalForm, InstructionLanguageCodes.Set(Languages), ParentId, IsBranch, OpenedOn);
}

internal sealed record UpdateInstitutionCommand(Guid Id, long Version, UpdateInstitutionBody Body) : ICommand<UpdateInstitutionResult>;

internal sealed record UpdateInstitutionResult(Guid Id, long Version) : IVersioned;

internal sealed class UpdateInstitutionValidator : AbstractValidator<UpdateInstitutionCommand>
{
    public UpdateInstitutionValidator() => RuleFor(c => c.Body).NotNull().SetValidator(new BodyValidator()).OverridePropertyName("");

    private sealed class BodyValidator : AbstractValidator<UpdateInstitutionBody>
    {
        public BodyValidator()
        {
            PassportValidation.BinNumber(this, c => c.Bin);
            PassportValidation.Name(this, c => c.Name);
            PassportValidation.Languages(this, c => c.Languages);
            RuleFor(c => c.Kind).NotEmpty().MaximumLength(40);
            RuleFor(c => c.Ownership).IsInEnum();
            RuleFor(c => c.LegalForm).IsInEnum();
        }
    }
}

internal sealed class UpdateInstitutionHandler(RegistryDbContext db, InstitutionChecks checks, TimeProvider time)
    : ICommandHandler<UpdateInstitutionCommand, UpdateInstitutionResult>
{
    public async Task<UpdateInstitutionResult> Handle(UpdateInstitutionCommand command, CancellationToken cancellationToken)
    {
        var institution = await checks.Load(command.Id, cancellationToken);
        institution.ExpectVersion(command.Version);
        await checks.Fields(command.Body.Kind, null, command.Body.ParentId, command.Id, cancellationToken);
        await checks.BinIsFree(command.Body.Passport.Bin, command.Id, cancellationToken);
        if (command.Body.OpenedOn > time.Today())
        {
            throw new RuleViolation("registry.event-in-future");
        }

        institution.Correct(command.Body.Passport);
        await db.SaveChangesAsync(cancellationToken);
        return new(institution.Id, institution.Version);
    }
}

internal static class UpdateInstitutionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/institutions/{id:guid}", (Guid id, UpdateInstitutionBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new UpdateInstitutionCommand(id, ifMatch.Version, body), token))
        .WithName("UpdateInstitution").WithSummary("Corrects the passport of an institution")
        .WithIfMatch().RequirePermission(RegistryPermissions.WriteInstitutions);
}
