using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Parameters;

/// <summary>A value as entered.</summary>
internal sealed record ParameterValueBody(decimal? Value, DateOnly? ValidFrom, DateOnly? ValidTo, string? LegalAct, string? TerritoryCode);

/// <summary>Adds a value (<paramref name="PeriodId"/> null) or corrects one.</summary>
internal sealed record SetParameterValueCommand(string Code, Guid? PeriodId, long Version, ParameterValueBody Body) : ICommand<ParameterDetails>;

internal sealed class SetParameterValueValidator : AbstractValidator<SetParameterValueCommand>
{
    public SetParameterValueValidator()
    {
        RuleFor(c => c.Body.Value).NotNull().OverridePropertyName("value");
        RuleFor(c => c.Body.ValidFrom).NotNull().OverridePropertyName("validFrom");
        RuleFor(c => c.Body.LegalAct).NotEmpty().MaximumLength(400).OverridePropertyName("legalAct");
        RuleFor(c => c.Body.ValidTo).Must((c, to) => to is null || c.Body.ValidFrom is null || to >= c.Body.ValidFrom)
            .WithCode("registry.period-reversed").OverridePropertyName("validTo");
    }
}

internal sealed class SetParameterValueHandler(RegistryDbContext db, ParameterCache cache) : ICommandHandler<SetParameterValueCommand, ParameterDetails>
{
    public async Task<ParameterDetails> Handle(SetParameterValueCommand command, CancellationToken cancellationToken)
    {
        var parameter = await db.Parameters.SingleOrDefaultAsync(p => p.Code == command.Code, cancellationToken) ?? throw new NotFound("Parameter", command.Code);
        parameter.ExpectVersion(command.Version);
        var body = command.Body;
        if (command.PeriodId is { } period)
        {
            parameter.Correct(period, body.Value!.Value, body.ValidFrom!.Value, body.ValidTo, body.LegalAct!);
        }
        else
        {
            await CheckTerritory(body.TerritoryCode, cancellationToken);
            db.Add(parameter.Add(body.Value!.Value, body.ValidFrom!.Value, body.ValidTo, body.LegalAct!, body.TerritoryCode));
        }

        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();
        return ParameterDetails.Of(parameter);
    }

    private async Task CheckTerritory(string? code, CancellationToken cancellationToken)
    {
        if (code is not null && !await db.Territories.AnyAsync(t => t.Code == code, cancellationToken))
        {
            throw new InvalidFields("territoryCode", "unknown-value");
        }
    }
}

internal static class SetParameterValueEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/parameters/{code}/values", (string code, ParameterValueBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new SetParameterValueCommand(code, null, ifMatch.Version, body), token))
            .WithName("AddParameterValue").WithSummary("Adds a value; the open value before it ends the day before")
            .WithIfMatch().RequirePermission(RegistryPermissions.WriteParameters);
        routes.MapPut("/parameters/{code}/values/{id:guid}", (
                    string code, Guid id, ParameterValueBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new SetParameterValueCommand(code, id, ifMatch.Version, body), token))
            .WithName("CorrectParameterValue").WithSummary("Corrects a value or its dates").WithIfMatch().RequirePermission(RegistryPermissions.WriteParameters);
    }
}
