using Education.Imports.Contracts;
using Education.Imports.Storage;

namespace Education.Imports.Engine;

/// <summary>What a check found: every error counted, so many of them kept, the outcome of every row.</summary>
internal sealed class CheckReport(Guid importId, int mostErrors)
{
    private readonly MemoryStream _outcomes = new();
    private readonly Dictionary<(string Column, string Code), int> _summary = [];

    public ImportCounts Counts { get; private set; }

    public int ErrorCount { get; private set; }

    public List<ImportRowError> Errors { get; } = [];

    public byte[] Outcomes => _outcomes.ToArray();

    public string Summary => StoredJson.Write(
        _summary.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Column, StringComparer.Ordinal).ThenBy(s => s.Key.Code, StringComparer.Ordinal)
            .Select(s => new ErrorCount(s.Key.Column, s.Key.Code, s.Value)).ToArray());

    public void Take(TableReader reader, RowChunk chunk)
    {
        for (var i = 0; i < chunk.Rows.Count; i++)
        {
            var row = chunk.Rows[i];
            Counts = Counts.With(row.Outcome);
            _outcomes.WriteByte((byte)row.Outcome);
            foreach (var error in row.Errors)
            {
                ErrorCount++;
                _summary[(error.ColumnKey, error.Code)] = _summary.GetValueOrDefault((error.ColumnKey, error.Code)) + 1;
                if (Errors.Count < mostErrors)
                {
                    Errors.Add(Stored(reader, chunk, i, error));
                }
            }
        }
    }

    private ImportRowError Stored(TableReader reader, RowChunk chunk, int i, ImportError error)
    {
        var column = reader.Columns.FirstOrDefault(c => c.Key == error.ColumnKey);
        return new()
        {
            ImportId = importId,
            Row = chunk.Rows[i].Number,
            Column = error.ColumnKey,
            Letter = reader.Letter(error.ColumnKey),
            Value = column is null ? "" : Masking.Text(column, reader.Cell(chunk.Sources[i], error.ColumnKey)),
            Code = error.Code,
            Args = ErrorArgs.Write(error.Args),
        };
    }
}
