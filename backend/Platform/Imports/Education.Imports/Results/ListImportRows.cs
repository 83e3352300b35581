using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Reading;
using Education.Imports.Storage;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Results;

internal sealed record ImportRowsFilter
{
    /// <summary>1-based page.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1…200; 50 unless asked.</summary>
    public int? PageSize { get; init; }

    /// <summary>Only rows with this outcome by the last check.</summary>
    public ImportOutcome? Outcome { get; init; }
}

internal sealed record ListImportRowsQuery(Guid Id, ImportRowsFilter Filter) : IQuery<PagedResult<ImportRowResult>>;

/// <summary>A row of the file as it was understood.</summary>
/// <param name="Row">1-based row of the file.</param>
/// <param name="Outcome">By the last check; absent before it.</param>
/// <param name="Cells">One for each column of the table, in its order.</param>
/// <param name="Errors">Errors of the row.</param>
internal sealed record ImportRowResult(int Row, ImportOutcome? Outcome, IReadOnlyList<ImportCellResult> Cells, IReadOnlyList<ImportErrorResult> Errors);

/// <summary>A cell: what stands in the file and what it was taken for (numbers with a point, ISO dates, the institution's name).</summary>
internal sealed record ImportCellResult(string Column, string Text, string? Value);

internal sealed class ListImportRowsHandler(
    ImportsDbContext db, ImportAccess access, DefinitionCatalogue catalogue, ImportsSettings settings, IInstitutionDirectory directory,
    ImportErrorTexts errorTexts, CurrentUser user) : IQueryHandler<ListImportRowsQuery, PagedResult<ImportRowResult>>
{
    public async Task<PagedResult<ImportRowResult>> Handle(ListImportRowsQuery query, CancellationToken cancellationToken)
    {
        var import = await access.ForReading(query.Id, cancellationToken);
        var definition = catalogue.Find(import.DefinitionKey) ?? throw new RuleViolation("imports.unknown-definition", import.DefinitionKey);
        var (page, size) = (query.Filter.Page ?? 1, query.Filter.PageSize ?? Paging.DefaultPageSize);
        var outcomes = import.Status is ImportStatus.Checked or ImportStatus.Applying or ImportStatus.Applied
            ? await db.Outcomes.Where(o => o.ImportId == import.Id).Select(o => o.Data).SingleOrDefaultAsync(cancellationToken)
            : null;
        var (wanted, total) = Wanted(outcomes, query.Filter.Outcome, import.FileRows, (long)(page - 1) * size, size);
        var reader = new TableReader(definition, import.ColumnPlaces);
        var chunk = ReadRows(import, reader, wanted);
        var resolver = await InstitutionResolver.For(db, directory, import.Id, import.OptionValues.GetValueOrDefault("territory"), cancellationToken);
        await reader.Resolve(chunk, resolver, cancellationToken);
        var names = await directory.Find(chunk.Values.SelectMany(v => v).OfType<Guid>().ToHashSet(), cancellationToken);
        var stored = outcomes is null ? null : await StoredErrors(import.Id, chunk, cancellationToken);
        var rows = chunk.Rows.Select((row, i) => new ImportRowResult(
            row.Number,
            outcomes is null ? null : (ImportOutcome)outcomes[wanted[i]],
            [.. definition.Columns.Select((c, p) => new ImportCellResult(c.Key, Masking.Text(c, reader.Cell(chunk.Sources[i], c.Key)), Value(c, chunk.Values[i][p], names)))],
            stored is not null
                ? [.. stored[row.Number].Select(e => errorTexts.Of(import.DefinitionKey, e))]
                : [.. row.Errors.Select(e => errorTexts.Of(import.DefinitionKey, row.Number, reader, e, chunk.Sources[i]))])).ToList();
        return new(rows, page, size, total);
    }

    private string? Value(ImportColumn column, object? value, IReadOnlyDictionary<Guid, InstitutionInfo> names) => value is Guid id
        ? (names.TryGetValue(id, out var institution) ? institution.Name.In(user.Language) : null)
        : column.Kind == ImportValueKind.Institution ? null : Masking.Value(column, value);

    /// <summary>Places of the page's rows among the rows of data, ascending.</summary>
    private static (List<int> Wanted, int Total) Wanted(byte[]? outcomes, ImportOutcome? filter, int fileRows, long skip, int size)
    {
        if (filter is not { } outcome)
        {
            var all = outcomes?.Length ?? fileRows;
            var first = (int)Math.Min(skip, all);
            return ([.. Enumerable.Range(first, Math.Min(size, all - first))], all);
        }

        var wanted = new List<int>(size);
        var total = 0;
        for (var i = 0; i < (outcomes?.Length ?? 0); i++)
        {
            if (outcomes![i] == (byte)outcome && total++ >= skip && wanted.Count < size)
            {
                wanted.Add(i);
            }
        }

        return (wanted, total);
    }

    private RowChunk ReadRows(Import import, TableReader reader, List<int> wanted)
    {
        var chunk = new RowChunk(wanted.Count);
        if (wanted.Count == 0)
        {
            return chunk;
        }

        using var content = StoredFile.Open(db, import);
        using var file = FileProblem.Guard(() => TabularFile.Open(content, import.FileName, settings.Limits));
        var place = 0;
        foreach (var row in FileProblem.Rows(file.Rows(import.Sheet)).Where(row => row.Number > import.HeaderRow && reader.IsData(row)))
        {
            if (place++ != wanted[chunk.Rows.Count])
            {
                continue;
            }

            reader.Add(chunk, row);
            if (chunk.Rows.Count == wanted.Count)
            {
                break;
            }
        }

        return chunk;
    }

    private async Task<ILookup<int, ImportRowError>> StoredErrors(Guid id, RowChunk chunk, CancellationToken cancellationToken)
    {
        var numbers = chunk.Rows.ConvertAll(r => r.Number);
        var errors = await db.RowErrors.AsNoTracking().Where(e => e.ImportId == id && numbers.Contains(e.Row)).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return errors.ToLookup(e => e.Row);
    }
}

internal static class ListImportRowsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{id:guid}/rows", (Guid id, [AsParameters] ImportRowsFilter filter, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ListImportRowsQuery(id, filter), token))
        .WithName("ListImportRows").WithSummary("Rows of the file as they were understood, personal values masked")
        .AcceptsQuery<ImportRowsFilter>().RequireSignIn();
}
