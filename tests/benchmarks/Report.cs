using System.Globalization;
using System.Text;

namespace Education.Benchmarks;

/// <summary>One measured figure beside its target.</summary>
/// <param name="Benchmark">Which benchmark.</param>
/// <param name="What">What was measured.</param>
/// <param name="Product">The product's figure.</param>
/// <param name="Bare">The bare counterpart's figure; empty when there is none.</param>
/// <param name="Ratio">Product to bare, or the figure itself, as compared with the target.</param>
/// <param name="Target">The target in words.</param>
/// <param name="Met">The target is met.</param>
internal sealed record Measured(string Benchmark, string What, string Product, string Bare, string Ratio, string Target, bool? Met);

internal static class Report
{
    /// <summary>A Markdown table, ready for docs/performance.md.</summary>
    public static string Table(IReadOnlyList<Measured> rows)
    {
        var text = new StringBuilder("\n| benchmark | measured | product | bare | ratio | target | met |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
        {
            var met = row.Met is { } known ? known ? "yes" : "**no**" : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Benchmark} | {row.What} | {row.Product} | {row.Bare} | {row.Ratio} | {row.Target} | {met} |");
        }

        return text.ToString();
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values[Math.Min(values.Count - 1, (int)(values.Count * share))];
    }

    public static string Seconds(double seconds) => seconds.ToString("0.00 s", CultureInfo.InvariantCulture);

    public static string Times(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture) + "×";
}
