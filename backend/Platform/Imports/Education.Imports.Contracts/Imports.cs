using System.Collections.Frozen;
using Education.SharedKernel;

namespace Education.Imports.Contracts;

/// <summary>What a column of an import holds; the engine reads and checks the value, the module gets it typed.</summary>
public enum ImportValueKind
{
    /// <summary>Text, trimmed, at most 400 characters → <see cref="string"/>.</summary>
    Text,

    /// <summary>Whole number as people write it (<c>9 801</c>) → <see cref="long"/>.</summary>
    Integer,

    /// <summary>Number as people write it (<c>96,6</c>, <c>20 млрд. 381 млн.572 тыс.</c>) → <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>Date, <c>dd.MM.yyyy</c>, ISO or an Excel date → <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>ИИН with a right check digit → <see cref="SharedKernel.Iin"/>.</summary>
    Iin,

    /// <summary>Name of an institution, resolved by the Registry; several fits are asked back → <see cref="Guid"/>.</summary>
    Institution,
}

/// <summary>A column that a module wants.</summary>
/// <param name="Key">Stable key, camelCase.</param>
/// <param name="Name">What the wizard calls it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">A row without it is an error; a file without the column cannot be previewed.</param>
/// <param name="Aliases">Headings in kk, ru, en by which the column is recognised; <c>{year}</c> and <c>{year-1}</c> stand for the option <c>year</c>.</param>
/// <param name="Personal">The value is personal: the preview masks it.</param>
public sealed record ImportColumn(
    string Key, LocalizedText Name, ImportValueKind Kind, bool Required, IReadOnlyList<string> Aliases, bool Personal = false);

/// <summary>Something the person chooses before the file is read, for example the year or the territory.</summary>
/// <param name="Key">Stable key; <c>year</c> and <c>territory</c> are known to the engine (headings, matching of institutions).</param>
/// <param name="Name">What the wizard calls it.</param>
/// <param name="Kind"><c>integer</c>, <c>territory</c>, <c>date</c> or <c>text</c>.</param>
/// <param name="Required">Must be chosen.</param>
public sealed record ImportOption(string Key, LocalizedText Name, string Kind, bool Required);

/// <summary>How a row relates to what is stored.</summary>
public enum ImportOutcome
{
    /// <summary>New.</summary>
    Created,

    /// <summary>Known, and the file changes it.</summary>
    Changed,

    /// <summary>Known, and equal to the file.</summary>
    Unchanged,

    /// <summary>Has errors; nothing of it is stored.</summary>
    Rejected,
}

/// <summary>The columns that the rows of one file have, shared by all its rows: key → place in the array of values.</summary>
public sealed class ImportShape(IReadOnlyList<ImportColumn> columns)
{
    private readonly FrozenDictionary<string, int> _places =
        columns.Select((column, place) => (column.Key, place)).ToFrozenDictionary(c => c.Key, c => c.place, StringComparer.Ordinal);

    /// <summary>Every column of the definition, whether the file has it or not.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; } = columns;

    /// <summary>The place of a column, or -1 when the definition has no such column.</summary>
    public int Place(string key) => _places.TryGetValue(key, out var place) ? place : -1;
}

/// <summary>One row of the file with its typed values; the module adds errors and says the outcome.</summary>
/// <param name="number">Row number as the person sees it in the file, 1-based.</param>
/// <param name="shape">Columns of the definition.</param>
/// <param name="values">Values in the order of the columns; null where the cell is empty, a dash or wrong.</param>
public sealed class ImportRow(int number, ImportShape shape, object?[] values)
{
    private List<ImportError>? _errors;

    /// <summary>Row number as the person sees it in the file, 1-based.</summary>
    public int Number { get; } = number;

    /// <summary>Errors so far, of the engine and of the module.</summary>
    public IReadOnlyList<ImportError> Errors => _errors ?? [];

    /// <summary>Set by the module for rows without errors.</summary>
    public ImportOutcome Outcome { get; set; }

    /// <summary>What the module found when it checked the row (the stored record, its id), for its own <see cref="IImportDefinition.Write"/>.</summary>
    public object? Found { get; set; }

    /// <summary>The value of a column: null when the cell is empty or a dash.</summary>
    public T? Value<T>(string key) => shape.Place(key) is var place and >= 0 && values[place] is T typed ? typed : default;

    /// <summary>True when the column has a value in this row.</summary>
    public bool Has(string key) => shape.Place(key) is var place and >= 0 && values[place] is not null;

    /// <summary>Adds an error; the row is rejected.</summary>
    public void Refuse(string columnKey, string code, params object?[] args)
    {
        (_errors ??= []).Add(new(columnKey, code, args));
        Outcome = ImportOutcome.Rejected;
    }
}

/// <summary>An error of a cell: the column, the code of the text and its arguments.</summary>
public sealed record ImportError(string ColumnKey, string Code, IReadOnlyList<object?> Args);

/// <summary>What the module needs to know of the running import. One object lives as long as one pass over the file.</summary>
/// <param name="importId">Kept with every record that the import writes.</param>
/// <param name="fileName">Name of the original file.</param>
/// <param name="options">Chosen options by key, as text (<c>year</c> → <c>2017</c>).</param>
public sealed class ImportContext(Guid importId, string fileName, IReadOnlyDictionary<string, string> options)
{
    private readonly Dictionary<Type, object> _memory = [];

    /// <summary>Kept with every record that the import writes.</summary>
    public Guid ImportId { get; } = importId;

    /// <summary>Name of the original file.</summary>
    public string FileName { get; } = fileName;

    /// <summary>Chosen options by key, as text (<c>year</c> → <c>2017</c>).</summary>
    public IReadOnlyDictionary<string, string> Options { get; } = options;

    /// <summary>
    /// What the module keeps from chunk to chunk of this pass (keys seen before, the session of the year): made at the first call, gone
    /// with the pass. A check, an apply and a transaction tried again are passes of their own, so nothing of one reaches the other.
    /// </summary>
    public T Memory<T>()
        where T : class, new()
    {
        if (!_memory.TryGetValue(typeof(T), out var known))
        {
            _memory.Add(typeof(T), known = new T());
        }

        return (T)known;
    }
}

/// <summary>
/// One kind of table that a module takes in. Registered as a scoped service; the engine does the file, the columns, the values, the preview,
/// the errors and the job, the module only its rules and its rows.
/// </summary>
public interface IImportDefinition
{
    /// <summary>Stable key, <c>module.table</c>.</summary>
    string Key { get; }

    /// <summary>What the wizard calls it.</summary>
    LocalizedText Name { get; }

    /// <summary>Permission needed to import it.</summary>
    string Permission { get; }

    /// <summary>The columns.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What is chosen beforehand.</summary>
    IReadOnlyList<ImportOption> Options { get; }

    /// <summary>Errors of the options themselves (an unknown year…); empty when they are fine.</summary>
    Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Checks a chunk of rows (all of them, in a fixed number of queries) and sets each one's outcome. Must not write. Rows that already
    /// have errors may be skipped. The same row twice in one file is the module's to refuse: it sees chunks in file order with one
    /// <paramref name="context"/>, whose memory keeps what was seen. Applying checks every chunk again before it writes it.
    /// </summary>
    Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction of the module's database context; everything stands or falls together. What
    /// <paramref name="completed"/> gives after the work is published and saved in the same transaction. Where the database asks for a retry
    /// the work runs again from its start; a module begins each run with an empty change tracker.
    /// </summary>
    Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken);

    /// <summary>Writes the rows of the chunk just checked, only the created and changed ones, inside the transaction.</summary>
    Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);
}

/// <summary>An import took effect: published in the transaction that wrote its rows.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="DefinitionKey">What was imported.</param>
/// <param name="Created">Rows created.</param>
/// <param name="Changed">Rows changed.</param>
/// <param name="Unchanged">Rows equal to what was stored.</param>
/// <param name="Rejected">Rows with errors, left out.</param>
[EventName("imports.applied.v1")]
public sealed record ImportAppliedEvent(Guid ImportId, string DefinitionKey, int Created, int Changed, int Unchanged, int Rejected) : IIntegrationEvent;

/// <summary>Where a record came from, for traces: the file and its hash.</summary>
public sealed record ImportSource(Guid ImportId, string FileName, string Sha256, DateTime AppliedAt, string UserName);

/// <summary>Looks up imports for traces.</summary>
public interface IImportSources
{
    /// <summary>The sources with these ids; unknown ones are absent.</summary>
    Task<IReadOnlyDictionary<Guid, ImportSource>> Find(IReadOnlyCollection<Guid> importIds, CancellationToken cancellationToken);

    /// <summary>Imports a file as the system itself, for the demo: upload, recognise, check, write. Fails when a row has errors.</summary>
    Task<Guid> ImportNow(string definitionKey, string fileName, Stream content, IReadOnlyDictionary<string, string> options, CancellationToken cancellationToken);
}
