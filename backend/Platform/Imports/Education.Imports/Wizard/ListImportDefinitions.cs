using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

internal sealed record ListImportDefinitionsQuery : IQuery<IReadOnlyList<ImportDefinitionRow>>;

/// <summary>A table that can be imported, in the reader's language.</summary>
internal sealed record ImportDefinitionRow(
    string Key, string Name, IReadOnlyList<ImportDefinitionColumn> Columns, IReadOnlyList<ImportDefinitionOption> Options);

/// <summary>A column that the table may have.</summary>
internal sealed record ImportDefinitionColumn(string Key, string Name, ImportValueKind Kind, bool Required, bool Personal, IReadOnlyList<string> Aliases);

/// <summary>What is chosen before the upload; <c>kind</c> is <c>integer</c>, <c>territory</c>, <c>date</c> or <c>text</c>.</summary>
internal sealed record ImportDefinitionOption(string Key, string Name, string Kind, bool Required);

internal sealed class ListImportDefinitionsHandler(DefinitionCatalogue catalogue, CurrentUser user)
    : IQueryHandler<ListImportDefinitionsQuery, IReadOnlyList<ImportDefinitionRow>>
{
    public Task<IReadOnlyList<ImportDefinitionRow>> Handle(ListImportDefinitionsQuery query, CancellationToken cancellationToken)
    {
        var language = user.Language;
        IReadOnlyList<ImportDefinitionRow> rows =
        [
            .. catalogue.Allowed.Select(d => new ImportDefinitionRow(
                d.Key,
                d.Name.In(language),
                [.. d.Columns.Select(c => new ImportDefinitionColumn(c.Key, c.Name.In(language), c.Kind, c.Required, Masking.IsPersonal(c), c.Aliases))],
                [.. d.Options.Select(o => new ImportDefinitionOption(o.Key, o.Name.In(language), o.Kind, o.Required))])),
        ];
        return Task.FromResult(rows);
    }
}

internal static class ListImportDefinitionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/definitions", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new ListImportDefinitionsQuery(), token))
        .WithName("ListImportDefinitions").WithSummary("Tables that the user may import: columns and options").RequireSignIn();
}
