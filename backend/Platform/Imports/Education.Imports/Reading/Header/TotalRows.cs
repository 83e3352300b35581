using Education.SharedKernel;

namespace Education.Imports.Reading.Header;

/// <summary>Rows of totals among the data: «Итого», «Всего по городу», «Барлығы», «Жиыны», or the name of the whole (the city).</summary>
internal static class TotalRows
{
    // The caption stands in one of the first columns, after the number of the row at most.
    private const int Leading = 4;

    private static readonly string[] Openings =
        [.. new[] { "итого", "итог", "всего", "барлығы", "жиыны", "жиынтығы", "қорытынды", "total", "grand total" }.Select(word => SearchText.Normalize(word))];

    /// <param name="row">A row of data.</param>
    /// <param name="wholes">Names under which the table may total itself, such as the city of the department.</param>
    public static bool LooksLikeTotalRow(TabularRow row, params IReadOnlyList<string> wholes)
    {
        foreach (var cell in row.Cells.Take(Leading))
        {
            var text = SearchText.Normalize(cell.Text).Trim(' ', ':', '.', '*', '-');
            if (text.Length == 0 || !text.AsSpan().ContainsAnyExcept("0123456789. "))
            {
                continue;
            }

            return Array.Exists(Openings, word => text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
                || wholes.Any(whole => text == SearchText.Normalize(whole));
        }

        return false;
    }
}
