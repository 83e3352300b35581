using CsvHelper;

namespace Education.Imports.Reading.Csv;

/// <summary>
/// Finds the delimiter over the first rows: the one that gives most rows the same number of fields. Semicolon and tab go before the comma,
/// which in our files is also the decimal sign.
/// </summary>
internal static class CsvDelimiter
{
    private const int Sample = 64 << 10;
    private const int SampleRows = 60;

    // How much steadier the comma must be to win over a delimiter that also fits.
    private const double CommaHandicap = 0.25;

    public static (char Delimiter, bool HasSeparatorLine) Detect(TextReader reader)
    {
        var buffer = new char[Sample];
        var read = reader.ReadBlock(buffer, 0, Sample);
        var sample = new string(buffer, 0, read);
        if (SeparatorLine(sample) is { } given)
        {
            return (given, true);
        }

        var best = ';';
        var bestScore = 0.0;
        foreach (var candidate in ";\t,")
        {
            var score = Score(sample, candidate, isCut: read == Sample) - (candidate == ',' && bestScore > 0 ? CommaHandicap : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return (best, false);
    }

    private static char? SeparatorLine(string sample) =>
        sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n' && sample[4] is ';' or ',' or '\t'
            ? sample[4]
            : null;

    /// <summary>Share of the rows that have the commonest number of fields; 0 when that is one field.</summary>
    private static double Score(string sample, char delimiter, bool isCut)
    {
        var malformed = new HashSet<long>();
        using var parser = CsvReader.FromText(sample, CsvTable.Options(delimiter) with
        {
            SkipEmptyLines = true,
            MaxRecordSize = null,
            OnMalformedRecord = record => malformed.Add(record.RecordNumber),
        });
        var counts = new List<int>();
        while (counts.Count <= SampleRows && parser.Read())
        {
            counts.Add(parser.FieldCount);
        }

        // The last row of a cut sample may be half a row.
        if ((isCut || counts.Count > SampleRows) && counts.Count > 1)
        {
            counts.RemoveAt(counts.Count - 1);
        }

        var commonest = counts.GroupBy(one => one).OrderByDescending(one => one.Count()).ThenByDescending(one => one.Key).FirstOrDefault();
        if (commonest is null or { Key: < 2 })
        {
            return 0;
        }

        // Under a wrong delimiter quoted fields seem to go on after their closing mark.
        return (double)commonest.Count() / counts.Count / (1 + malformed.Count);
    }
}
