using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.Network;

/// <summary>A change of the network; planned, carried out or both.</summary>
/// <param name="InstitutionId">The kindergarten, where the Registry has it already.</param>
/// <param name="InstitutionKind">Code of the kind that it is or becomes.</param>
internal sealed record NetworkChangeBody(
    NetworkChangeKind? Kind, Guid? InstitutionId, string? Name, string? InstitutionKind, ChangeStage? Planned, ChangeStage? Actual, string? NewName,
    string? ResolutionNumber, DateOnly? ResolutionDate, string? Note)
{
    public ChangeFacts Facts => new(
        Kind!.Value, InstitutionId, Name!.Trim(), InstitutionKind, Planned, Actual, Text(NewName), Text(ResolutionNumber), ResolutionDate, Text(Note));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed record CreateNetworkChangeCommand(string? TerritoryCode, NetworkChangeBody Change) : ICommand<NetworkChangeRow>;

internal sealed class CreateNetworkChangeValidator : AbstractValidator<CreateNetworkChangeCommand>
{
    public CreateNetworkChangeValidator()
    {
        RuleFor(c => c.TerritoryCode).NotEmpty();
        RuleFor(c => c.Change).NotNull().SetValidator(new NetworkChangeBodyValidator());
    }
}

/// <summary>Shape of a change, the same for entering and changing.</summary>
internal sealed class NetworkChangeBodyValidator : AbstractValidator<NetworkChangeBody>
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;

    public NetworkChangeBodyValidator()
    {
        RuleFor(c => c.Kind).NotNull().IsInEnum();
        RuleFor(c => c.Name).NotEmpty().MaximumLength(400);
        RuleFor(c => c.NewName).MaximumLength(400);
        RuleFor(c => c.ResolutionNumber).MaximumLength(40);
        RuleFor(c => c.Note).MaximumLength(400);
        RuleFor(c => c.InstitutionKind).Must(k => Kindergartens.Kinds.Contains(k)).When(c => c.InstitutionKind is not null).WithCode("unknown-value");
        RuleFor(c => c.Planned).NotNull().When(c => c.Actual is null);
        RuleFor(c => c.Planned).Must((c, stage) => Fits(c.Kind, stage)).When(c => c.Planned is not null).WithCode("preschool.change-stage");
        RuleFor(c => c.Actual).Must((c, stage) => Fits(c.Kind, stage)).When(c => c.Actual is not null).WithCode("preschool.change-stage");
        RuleFor(c => c.NewName).NotEmpty().When(c => c is { Kind: NetworkChangeKind.Renaming, InstitutionKind: null });
    }

    /// <summary>A renaming brings no places; an opening or expansion brings some.</summary>
    private static bool Fits(NetworkChangeKind? kind, ChangeStage? stage) => stage is null
        || (stage.Year is >= FirstYear and <= LastYear && stage.Month is null or (>= 1 and <= 12)
            && (kind == NetworkChangeKind.Renaming ? stage.Places == 0 : stage.Places is > 0 and <= SetKindergartenProfileValidator.MaxCapacity));
}

internal sealed class CreateNetworkChangeHandler(PreschoolDbContext db, ITerritoryDirectory territories, Kindergartens kindergartens)
    : ICommandHandler<CreateNetworkChangeCommand, NetworkChangeRow>
{
    public async Task<NetworkChangeRow> Handle(CreateNetworkChangeCommand command, CancellationToken cancellationToken)
    {
        var known = await territories.Find([command.TerritoryCode!], cancellationToken);
        if (!known.TryGetValue(command.TerritoryCode!, out var territory))
        {
            throw new InvalidFields("territoryCode", "unknown-value");
        }

        if (command.Change.InstitutionId is { } institution)
        {
            await kindergartens.Require(institution, cancellationToken);
        }

        var change = new NetworkChange(territory.Code, command.Change.Facts);
        db.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        return NetworkChangeRow.Of(change);
    }
}

internal static class CreateNetworkChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/network-changes", async (CreateNetworkChangeCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/network-changes/{result.Id}", result);
        })
        .WithName("CreateNetworkChange").WithSummary("Enters a planned or actual opening, expansion or renaming").WithIdempotency()
        .RequirePermission(PreschoolPermissions.WriteNetwork);
}
