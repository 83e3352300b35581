using System.Buffers;
using Education.SharedKernel;

namespace Education.Imports.Reading.Header;

/// <summary>Rows of totals among the data: «Итого», «Всего по городу», «Барлығы», «Жиыны», or the name of the whole (the city).</summary>
internal static class TotalRows
{
    // The caption stands in one of the first columns, after the number of the row at most.
    private const int Leading = 4;

    // Cells of these only are the number of the row, or empty.
    private static readonly SearchValues<char> Numbering = SearchValues.Create("0123456789. ");

    private static readonly string[] Openings =
        [.. new[] { "итого", "итог", "всего", "барлығы", "жиыны", "жиынтығы", "қорытынды", "total", "grand total" }.Select(word => SearchText.Normalize(word))];

    /// <param name="row">A row of data.</param>
    /// <param name="wholes">Names under which the table may total itself, such as the city of the department.</param>
    public static bool LooksLikeTotalRow(TabularRow row, params IReadOnlyList<string> wholes)
    {
        for (var i = 0; i < Math.Min(Leading, row.Cells.Count); i++)
        {
            if (!row[i].Text.AsSpan().ContainsAnyExcept(Numbering))
            {
                continue;
            }

            var text = SearchText.Normalize(row[i].Text).AsSpan().Trim(" :.*-");
            if (!text.ContainsAnyExcept(Numbering))
            {
                continue;
            }

            return Opens(text) || IsOneOf(wholes, text);
        }

        return false;
    }

    private static bool Opens(ReadOnlySpan<char> text)
    {
        foreach (var word in Openings)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(IReadOnlyList<string> wholes, ReadOnlySpan<char> text)
    {
        foreach (var whole in wholes)
        {
            if (text.SequenceEqual(SearchText.Normalize(whole)))
            {
                return true;
            }
        }

        return false;
    }
}
