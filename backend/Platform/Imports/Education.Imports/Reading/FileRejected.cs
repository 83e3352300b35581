namespace Education.Imports.Reading;

/// <summary>
/// The file cannot be imported at all: wrong kind, damaged, hostile or over a limit. The text of <see cref="Code"/> stands in <c>Texts/</c>;
/// nothing of the file's content is in the message.
/// </summary>
internal sealed class FileRejected(string code, params object?[] args) : Exception(code)
{
    public const string Empty = "imports.file-empty";
    public const string Kind = "imports.file-kind";
    public const string Extension = "imports.file-extension";
    public const string TooLarge = "imports.file-too-large";
    public const string ZipBomb = "imports.zip-bomb";
    public const string Macros = "imports.macros";
    public const string Encrypted = "imports.encrypted";
    public const string TooManyRows = "imports.too-many-rows";
    public const string TooManyColumns = "imports.too-many-columns";
    public const string Damaged = "imports.file-damaged";
    public const string CellTooLong = "imports.cell-too-long";

    /// <summary>One of the codes above.</summary>
    public string Code { get; } = code;

    /// <summary>Arguments of the localised text, in the order of its placeholders.</summary>
    public IReadOnlyList<object?> Args { get; } = args;

    public static FileRejected ForColumns(int row, int limit) => new(TooManyColumns, row, limit);

    public static FileRejected ForCell(int row, int column, int limit) => new(CellTooLong, row, ColumnName.Of(column), limit);
}
