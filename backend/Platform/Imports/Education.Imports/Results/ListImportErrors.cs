using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Reading;
using Education.Imports.Storage;
using Education.Imports.Wizard;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Results;

internal sealed record ImportErrorsFilter : ListQuery
{
    /// <summary>Only errors with this code.</summary>
    public string? Code { get; init; }

    /// <summary>Only errors of this column (key).</summary>
    public string? Column { get; init; }

    /// <summary>Only errors of this row of the file.</summary>
    public int? Row { get; init; }
}

internal sealed record ListImportErrorsQuery(Guid Id, ImportErrorsFilter Filter) : IQuery<PagedResult<ImportErrorResult>>;

/// <summary>An error of a cell.</summary>
/// <param name="Row">1-based row of the file.</param>
/// <param name="Column">Key of the column.</param>
/// <param name="ColumnName">What the column is called in the reader's language.</param>
/// <param name="Letter">Letter of the column in the file; empty when the file lacks the column.</param>
/// <param name="Value">What stands in the cell; masked when the column is personal.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">Its text in the reader's language.</param>
internal sealed record ImportErrorResult(int Row, string Column, string ColumnName, string Letter, string Value, string Code, string Message);

/// <summary>Puts errors into words.</summary>
internal sealed class ImportErrorTexts(ImportView view, Texts texts, CurrentUser user)
{
    public ImportErrorResult Of(string definition, ImportRowError error) => new(
        error.Row, error.Column, view.ColumnTitle(definition, error.Column), error.Letter, error.Value, error.Code,
        texts.Get(error.Code, user.Language, ErrorArgs.Read(error.Args)));

    /// <summary>An error that is not stored yet.</summary>
    public ImportErrorResult Of(string definition, int row, TableReader reader, ImportError error, TabularRow source) => new(
        row, error.ColumnKey, view.ColumnTitle(definition, error.ColumnKey), reader.Letter(error.ColumnKey),
        reader.Columns.FirstOrDefault(c => c.Key == error.ColumnKey) is { } column ? Masking.Text(column, reader.Cell(source, error.ColumnKey)) : "",
        error.Code, texts.Get(error.Code, user.Language, error.Args));
}

internal sealed class ListImportErrorsHandler(ImportsDbContext db, ImportAccess access, ImportErrorTexts errorTexts)
    : IQueryHandler<ListImportErrorsQuery, PagedResult<ImportErrorResult>>
{
    private static readonly SortMap<ImportRowError> Sorts = new SortMap<ImportRowError>(e => e.Id)
        .By("row", e => e.Row).By("column", e => e.Column).By("code", e => e.Code);

    public async Task<PagedResult<ImportErrorResult>> Handle(ListImportErrorsQuery query, CancellationToken cancellationToken)
    {
        var import = await access.ForReading(query.Id, cancellationToken);
        var filter = query.Filter;
        var errors = db.RowErrors.AsNoTracking().Where(e => e.ImportId == import.Id);
        errors = filter.Code is { Length: > 0 } code ? errors.Where(e => e.Code == code) : errors;
        errors = filter.Column is { Length: > 0 } column ? errors.Where(e => e.Column == column) : errors;
        errors = filter.Row is { } row ? errors.Where(e => e.Row == row) : errors;
        errors = filter.Q is { Length: > 0 } text ? errors.Where(e => e.Value.Contains(text)) : errors;
        var page = await errors.ToPage(filter, Sorts, "row", rows => rows, cancellationToken);
        return new([.. page.Items.Select(e => errorTexts.Of(import.DefinitionKey, e))], page.Page, page.PageSize, page.Total);
    }
}

internal static class ListImportErrorsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/{id:guid}/errors", (Guid id, [AsParameters] ImportErrorsFilter filter, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ListImportErrorsQuery(id, filter), token))
        .WithName("ListImportErrors").WithSummary("Every error of the last check: row, column, value, code, text")
        .AcceptsQuery<ImportErrorsFilter>().RequireSignIn();
}
