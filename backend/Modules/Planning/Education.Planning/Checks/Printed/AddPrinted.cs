using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Planning.Indicators;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Checks.Printed;

internal sealed record AddPrintedCommand(string TerritoryCode, string Period, PrintedClaim Claim) : ICommand<PrintedResult>;

internal sealed record PrintedResult(Guid Id, long Version) : IVersioned;

internal sealed class AddPrintedValidator : AbstractValidator<AddPrintedCommand>
{
    public AddPrintedValidator()
    {
        RuleFor(c => c.Period).Must(period => ReportingPeriod.TryParse(period, out _)).WithCode("planning.period-format");
        RuleFor(c => c.TerritoryCode).Must(code => KatoCode.TryParse(code, out _, out _)).WithCode("planning.territory-format");
        RuleFor(c => c.Claim).SetValidator(new PrintedClaimValidator()).OverridePropertyName("");
    }
}

/// <summary>The same rules for a claim typed, changed or imported.</summary>
internal sealed class PrintedClaimValidator : AbstractValidator<PrintedClaim>
{
    public PrintedClaimValidator()
    {
        RuleFor(c => c.Document).NotEmpty().MaximumLength(400);
        RuleFor(c => c.Place).NotEmpty().MaximumLength(400);
        RuleFor(c => c.Label).MaximumLength(400);
        RuleFor(c => c.Code).MaximumLength(400);
        RuleFor(c => c.Dimensions).MaximumLength(400);
        RuleFor(c => c.Printed).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Operands).MaximumLength(2000);
        RuleFor(c => c).Custom((claim, context) =>
        {
            foreach (var error in claim.Errors().Where(error => error.Field != "printed" || !string.IsNullOrEmpty(claim.Printed)))
            {
                context.AddFailure(new ValidationFailure(error.Field, error.Code) { ErrorCode = error.Code });
            }
        });
    }
}

internal sealed class AddPrintedHandler(PlanningDbContext db, IndicatorBook book, ITerritoryDirectory territories) : ICommandHandler<AddPrintedCommand, PrintedResult>
{
    public async Task<PrintedResult> Handle(AddPrintedCommand command, CancellationToken cancellationToken)
    {
        var found = await territories.Find([command.TerritoryCode], cancellationToken);
        var territory = found.GetValueOrDefault(command.TerritoryCode) ?? throw new InvalidFields("territoryCode", "unknown-value");
        PrintedRules.RefuseUnknownCode(book, command.Claim);
        var period = ReportingPeriod.Parse(command.Period).Code;
        var key = command.Claim.Key();
        if (await db.Scoped<PrintedStatement>().AnyAsync(s => s.TerritoryCode == territory.Code && s.Period == period && s.Key == key, cancellationToken))
        {
            throw new RuleViolation("planning.printed-exists");
        }

        var statement = PrintedStatement.Of(territory.Code, period, command.Claim);
        db.Add(statement);
        await db.SaveChangesAsync(cancellationToken);
        return new(statement.Id, statement.Version);
    }
}

internal static class PrintedRules
{
    /// <summary>An indicator that no module gives is refused by name of the field.</summary>
    public static void RefuseUnknownCode(IndicatorBook book, PrintedClaim claim)
    {
        if (claim.Code is { } code && !book.Catalogue.Contains(code))
        {
            throw new InvalidFields("code", "unknown-value");
        }

        if (claim.Chapter is { } chapter && book.FindChapter(chapter) is null)
        {
            throw new InvalidFields("chapter", "planning.chapter-unavailable", chapter);
        }
    }
}

/// <param name="TerritoryCode">КАТО code of the territory.</param>
/// <param name="Period">Period of the report the figure is checked with.</param>
/// <param name="Document">Name of the document.</param>
/// <param name="Place">Page, line, table.</param>
/// <param name="Label">What the document calls it; needed when the indicator is not known.</param>
/// <param name="Code">Indicator.</param>
/// <param name="ValuePeriod">Period the number is about, when it is another.</param>
/// <param name="Dimensions">Cuts: <c>subject=chemistry</c>.</param>
/// <param name="Printed">The number as printed.</param>
/// <param name="Relation">What it claims to be.</param>
/// <param name="Operands"><c>604 + 797</c>, <c>17 / 99</c>, <c>a; b; c</c> or the name of the list of a counted indicator.</param>
/// <param name="Chapter">Chapter whose reports it is checked with; null for every chapter.</param>
internal sealed record PrintedBody(
    string TerritoryCode, string Period, string Document, string Place, string? Label, string? Code, string? ValuePeriod, string? Dimensions, string Printed,
    Relation Relation, string? Operands, string? Chapter = null)
{
    public PrintedClaim Claim => new(
        Document ?? "", Place ?? "", Text(Label), Text(Code), Text(ValuePeriod), Text(Dimensions), Printed ?? "", Relation, Text(Operands))
    {
        Chapter = Text(Chapter),
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

internal static class AddPrintedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/printed-figures", async (PrintedBody body, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(new AddPrintedCommand(body.TerritoryCode, body.Period, body.Claim), token);
            return TypedResults.Created($"/api/v1/planning/printed-figures/{result.Id}", result);
        })
        .WithName("AddPrintedFigure").WithSummary("Enters a printed figure to be checked")
        .WithIdempotency().RequirePermission(PlanningPermissions.WriteChecks);
}
