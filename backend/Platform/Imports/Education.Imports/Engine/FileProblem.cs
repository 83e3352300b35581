using Education.BuildingBlocks.Web;
using Education.Imports.Reading;

namespace Education.Imports.Engine;

/// <summary>A refused file as an answer of the API: 413 too large, 415 not a table that can be read, 422 a table that cannot be taken.</summary>
internal static class FileProblem
{
    public static Problem Of(FileRejected rejected) => new(
        rejected.Code switch
        {
            FileRejected.TooLarge => 413,
            FileRejected.Kind or FileRejected.Extension or FileRejected.Macros or FileRejected.Encrypted => 415,
            _ => 422,
        },
        rejected.Code,
        [.. rejected.Args]);

    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FileRejected rejected)
        {
            throw Of(rejected);
        }
    }

    public static IEnumerable<TabularRow> Rows(IEnumerable<TabularRow> rows)
    {
        using var each = rows.GetEnumerator();
        while (Guard(each.MoveNext))
        {
            yield return each.Current;
        }
    }
}
