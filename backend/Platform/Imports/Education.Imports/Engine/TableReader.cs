using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.Imports.Reading.Header;

namespace Education.Imports.Engine;

/// <summary>Some rows of the file, read and typed: the row as the module gets it, its values, the cells it came from.</summary>
internal sealed class RowChunk(int capacity)
{
    public List<ImportRow> Rows { get; } = new(capacity);

    public List<object?[]> Values { get; } = new(capacity);

    public List<TabularRow> Sources { get; } = new(capacity);

    public void Clear()
    {
        Rows.Clear();
        Values.Clear();
        Sources.Clear();
    }
}

/// <summary>Reads rows of a file by the columns of a definition.</summary>
internal sealed class TableReader
{
    private readonly ImportShape _shape;
    private readonly ImportColumn[] _columns;
    private readonly int[] _places;
    private readonly int[] _institutions;

    public TableReader(IImportDefinition definition, IReadOnlyDictionary<string, int> mapping)
    {
        _shape = new(definition.Columns);
        _columns = [.. definition.Columns];
        _places = [.. _columns.Select(c => mapping.TryGetValue(c.Key, out var place) ? place : -1)];
        _institutions = [.. Enumerable.Range(0, _columns.Length).Where(i => _columns[i].Kind == ImportValueKind.Institution && _places[i] >= 0)];
    }

    public IReadOnlyList<ImportColumn> Columns => _columns;

    /// <summary>Letter of a column in the file, empty when the file lacks it.</summary>
    public string Letter(string key) => _shape.Place(key) is var i and >= 0 && _places[i] >= 0 ? ColumnName.Of(_places[i]) : "";

    /// <summary>The cell of a column, empty when the file lacks it.</summary>
    public TabularCell Cell(TabularRow source, string key) =>
        _shape.Place(key) is var i and >= 0 && _places[i] >= 0 ? source[_places[i]] : TabularCell.Empty;

    /// <summary>A row that is empty in all the columns is none.</summary>
    public bool IsData(TabularRow source)
    {
        foreach (var place in _places)
        {
            if (place >= 0 && !source[place].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a row of data into the chunk.</summary>
    public void Add(RowChunk chunk, TabularRow source)
    {
        var values = new object?[_columns.Length];
        var row = new ImportRow(source.Number, _shape, values);
        if (TotalRows.LooksLikeTotalRow(source))
        {
            // One error says it all: the figures of a total are those of no record.
            row.Refuse(_columns[Array.FindIndex(_places, p => p >= 0 && !source[p].IsEmpty)].Key, "imports.total-row");
        }
        else
        {
            Fill(row, values, source);
        }

        chunk.Rows.Add(row);
        chunk.Values.Add(values);
        chunk.Sources.Add(source);
    }

    /// <summary>Replaces the names of institutions in the chunk by the institutions, in one question to the register.</summary>
    public async Task Resolve(RowChunk chunk, InstitutionResolver resolver, CancellationToken cancellationToken)
    {
        if (_institutions.Length == 0)
        {
            return;
        }

        var names = chunk.Values.SelectMany(v => _institutions.Select(i => v[i])).OfType<string>().ToHashSet(StringComparer.Ordinal);
        await resolver.Learn(names, cancellationToken);
        for (var r = 0; r < chunk.Rows.Count; r++)
        {
            foreach (var i in _institutions)
            {
                if (chunk.Values[r][i] is not string name)
                {
                    continue;
                }

                chunk.Values[r][i] = resolver.Resolve(name, out var error);
                if (error is not null)
                {
                    chunk.Rows[r].Refuse(_columns[i].Key, error);
                }
            }
        }
    }

    private void Fill(ImportRow row, object?[] values, TabularRow source)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _columns[i];
            var place = _places[i];
            string? error = null;
            values[i] = place < 0 ? null : CellReader.Read(source[place], column.Kind, out error);
            if (error is null && values[i] is null && column.Required)
            {
                error = "imports.required";
            }

            if (error is not null)
            {
                row.Refuse(column.Key, error, error == "imports.too-long" ? [CellReader.MaxText] : []);
            }
        }
    }
}
