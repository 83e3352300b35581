using Education.BuildingBlocks;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Reading;
using Education.Imports.Storage;

namespace Education.Imports.Wizard;

/// <summary>An import as the wizard shows it.</summary>
/// <param name="Missing">Keys of required columns that the file lacks.</param>
/// <param name="FileRows">Rows below the headings.</param>
/// <param name="Total">Rows read by the check, later by the apply: created + changed + unchanged + rejected.</param>
/// <param name="ErrorCount">Errors found; the list may hold fewer.</param>
/// <param name="JobId">The job at work, or the last one.</param>
internal sealed record ImportResult(
    Guid Id, long Version, string Definition, string DefinitionName, string FileName, long Size, string Sha256, string OwnerName, bool IsMine,
    DateTime CreatedAt, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Sheets, int Sheet, int HeaderFirstRow, int HeaderRow,
    IReadOnlyList<ImportHeading> Headings, IReadOnlyList<ImportedColumn> Columns, IReadOnlyList<string> Missing, int FileRows,
    ImportStatus Status, ImportMode? Mode, int Total, int Created, int Changed, int Unchanged, int Rejected,
    int ErrorCount, IReadOnlyList<ImportErrorCount> Errors, ImportFailureText? Failure, Guid? JobId, DateTime? AppliedAt) : IVersioned;

/// <summary>A column of the file.</summary>
internal sealed record ImportHeading(string Letter, string Text);

/// <summary>A column of the table and where it stands in the file; no letter, no such column.</summary>
internal sealed record ImportedColumn(string Key, string Name, ImportValueKind Kind, bool Required, bool Personal, string? Letter);

/// <summary>Errors of one column and code.</summary>
internal sealed record ImportErrorCount(string Column, string ColumnName, string Code, int Count);

/// <summary>Why the job gave up.</summary>
internal sealed record ImportFailureText(string Code, string Message);

/// <summary>Builds <see cref="ImportResult"/> in the reader's language.</summary>
internal sealed class ImportView(DefinitionCatalogue catalogue, CurrentUser user, Texts texts)
{
    public ImportResult Of(Import import)
    {
        var language = user.Language;
        var definition = catalogue.Find(import.DefinitionKey);
        var places = import.ColumnPlaces;
        var columns = definition?.Columns ?? [];
        var headings = StoredJson.Read<string[]>(import.Headings);
        return new(
            import.Id, import.Version, import.DefinitionKey, Name(import.DefinitionKey), import.FileName, import.Size, import.Sha256,
            import.OwnerName, import.OwnerId == user.Id, import.CreatedAt, import.OptionValues, StoredJson.Read<string[]>(import.Sheets),
            import.Sheet, import.HeaderFirstRow, import.HeaderRow,
            [.. headings.Select((text, i) => new ImportHeading(ColumnName.Of(i), text))],
            [.. columns.Select(c => new ImportedColumn(
                c.Key, c.Name.In(language), c.Kind, c.Required, Masking.IsPersonal(c), places.TryGetValue(c.Key, out var place) ? ColumnName.Of(place) : null))],
            [.. columns.Where(c => c.Required && !places.ContainsKey(c.Key)).Select(c => c.Key)],
            import.FileRows, import.Status, import.Mode, import.Total, import.Created, import.Changed, import.Unchanged, import.Rejected,
            import.ErrorCount,
            [.. StoredJson.Read<ErrorCount[]>(import.ErrorSummary).Select(e => new ImportErrorCount(e.Column, ColumnTitle(import.DefinitionKey, e.Column), e.Code, e.Count))],
            import.FailureCode is { } code ? new(code, texts.Get(code, language, ErrorArgs.Read(import.FailureArgs))) : null,
            import.JobId, import.AppliedAt);
    }

    /// <summary>What the table is called; its key when its module is gone.</summary>
    public string Name(string definition) => catalogue.Find(definition)?.Name.In(user.Language) ?? definition;

    /// <summary>What the column is called; its key when the definition has it no more.</summary>
    public string ColumnTitle(string definition, string column) =>
        catalogue.Find(definition)?.Columns.FirstOrDefault(c => c.Key == column)?.Name.In(user.Language) ?? column;
}
