using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Web;
using Education.BuildingBlocks.Security;
using Education.Imports.Engine;
using Education.Imports.Reading;
using Education.Imports.Storage;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

/// <summary>What the person sets by hand; what is left out is recognised again.</summary>
/// <param name="Options">All options.</param>
/// <param name="Sheet">0-based sheet; the best one unless given.</param>
/// <param name="HeaderFirstRow">First row of the headings, 1-based; <paramref name="HeaderRow"/> unless given.</param>
/// <param name="HeaderRow">Last row of the headings.</param>
/// <param name="Mapping">Column key → letter of the file's column, null for none; recognised unless given.</param>
internal sealed record ChangeImportBody(
    IReadOnlyDictionary<string, string> Options, int? Sheet, int? HeaderFirstRow, int? HeaderRow, IReadOnlyDictionary<string, string?>? Mapping);

internal sealed record ChangeImportCommand(Guid Id, long Version, ChangeImportBody Body) : ICommand<ImportResult>;

internal sealed class ChangeImportValidator : AbstractValidator<ChangeImportCommand>
{
    private const int MaxHeaderRows = 10;

    public ChangeImportValidator()
    {
        RuleFor(c => c.Body.Options).NotNull().OverridePropertyName("options");
        RuleFor(c => c.Body.Sheet).GreaterThanOrEqualTo(0).OverridePropertyName("sheet");
        RuleFor(c => c.Body.HeaderRow).InclusiveBetween(1, 1_048_576).OverridePropertyName("headerRow");
        RuleFor(c => c.Body.HeaderFirstRow).InclusiveBetween(1, 1_048_576).OverridePropertyName("headerFirstRow");
        RuleFor(c => c.Body.HeaderFirstRow)
            .Must((c, first) => first is null || (c.Body.HeaderRow is { } last && first <= last && last - first < MaxHeaderRows))
            .WithCode("imports.header-rows").OverridePropertyName("headerFirstRow");
        RuleFor(c => c.Body.Mapping).Must(m => m is null || m.Values.All(v => v is null || ColumnName.Parse(v) is >= 0 and < 16_384))
            .WithCode("imports.column-letter").OverridePropertyName("mapping");
    }
}

internal sealed class ChangeImportHandler(ImportsDbContext db, ImportAccess access, DefinitionCatalogue catalogue, ImportsSettings settings, ImportView view)
    : ICommandHandler<ChangeImportCommand, ImportResult>
{
    public async Task<ImportResult> Handle(ChangeImportCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForChange(command.Id, cancellationToken);
        import.ExpectVersion(command.Version);
        import.RequireOpen();
        var definition = catalogue.Require(import.DefinitionKey);
        var body = command.Body;
        await DefinitionCatalogue.CheckOptions(definition, new(import.Id, import.FileName, body.Options), cancellationToken);
        var mapping = body.Mapping?.Where(m => m.Value is not null).ToDictionary(m => m.Key, m => ColumnName.Parse(m.Value), StringComparer.Ordinal);
        await using var content = StoredFile.Open(db, import);
        using var file = FileProblem.Guard(() => TabularFile.Open(content, import.FileName, settings.Limits));
        var choice = new TableChoice(body.Sheet, body.HeaderFirstRow, body.HeaderRow, mapping);
        import.Recognise(body.Options, TableRecogniser.Recognise(file, definition, body.Options, choice));
        await db.SaveChangesAsync(cancellationToken);
        return view.Of(import);
    }
}

internal static class ChangeImportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/{id:guid}", (Guid id, ChangeImportBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ChangeImportCommand(id, ifMatch.Version, body), token))
        .WithName("ChangeImport").WithSummary("Sets options, sheet, header rows and columns by hand; the file is recognised again")
        .WithIfMatch().RequireSignIn();
}
