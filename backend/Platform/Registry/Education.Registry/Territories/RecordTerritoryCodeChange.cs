using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

internal sealed record RecordTerritoryCodeChangeCommand(string OldCode, string NewCode, DateOnly Date, string LegalAct)
    : ICommand<RecordTerritoryCodeChangeResult>;

internal sealed record RecordTerritoryCodeChangeResult(Guid Id, long Version) : IVersioned;

internal sealed class RecordTerritoryCodeChangeValidator : AbstractValidator<RecordTerritoryCodeChangeCommand>
{
    public RecordTerritoryCodeChangeValidator()
    {
        RuleFor(c => c.OldCode).Must(c => KatoCode.TryParse(c, out _, out _)).WithCode("registry.territory-code");
        RuleFor(c => c.NewCode).Must(c => KatoCode.TryParse(c, out _, out _)).WithCode("registry.territory-code");
        RuleFor(c => c.NewCode).NotEqual(c => c.OldCode).WithCode("registry.same-code");
        RuleFor(c => c.LegalAct).NotEmpty().MaximumLength(400);
    }
}

internal sealed class RecordTerritoryCodeChangeHandler(RegistryDbContext db)
    : ICommandHandler<RecordTerritoryCodeChangeCommand, RecordTerritoryCodeChangeResult>
{
    public async Task<RecordTerritoryCodeChangeResult> Handle(RecordTerritoryCodeChangeCommand command, CancellationToken cancellationToken)
    {
        var next = await db.Territories.SingleOrDefaultAsync(t => t.Code == command.NewCode, cancellationToken)
            ?? throw new InvalidFields("newCode", "registry.unknown-territory", command.NewCode);
        var crosswalk = await db.TerritoryCodeChanges.ToDictionaryAsync(c => c.OldCode, c => c.NewCode, StringComparer.Ordinal, cancellationToken);
        if (crosswalk.ContainsKey(command.OldCode))
        {
            throw new RuleViolation("registry.code-already-replaced", command.OldCode);
        }

        if (TerritoryDirectory.Present(crosswalk, command.NewCode) == command.OldCode)
        {
            throw new RuleViolation("registry.code-ring", command.OldCode);
        }

        var change = new TerritoryCodeChange { OldCode = command.OldCode, NewCode = command.NewCode, Date = command.Date, LegalAct = command.LegalAct };
        db.Add(change);
        next.Replaces(command.Date);
        var old = await db.Territories.SingleOrDefaultAsync(t => t.Code == command.OldCode, cancellationToken);
        old?.Replaced(command.Date);
        await db.SaveChangesAsync(cancellationToken);
        return new(change.Id, change.Version);
    }
}

internal static class RecordTerritoryCodeChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/territory-code-changes", async (RecordTerritoryCodeChangeCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/registry/territory-code-changes/{result.Id}", result);
        })
        .WithName("RecordTerritoryCodeChange").WithSummary("Ties an old code to the one that replaced it")
        .WithIdempotency().RequirePermission(RegistryPermissions.WriteTerritories);
}
