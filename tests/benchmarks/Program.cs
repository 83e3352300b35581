using System.Globalization;
using Education.Benchmarks;

// One command: dotnet run -c Release --project tests/benchmarks -- all|import|page|report|start|preschool
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["bare-page", var database, var url]:
        await BarePage.Serve(database, url);
        return 0;
    case ["all"]:
        await Console.Out.WriteLineAsync(Report.Table(
            [.. await ImportBenchmark.Run(), .. await PageBenchmark.Run(), .. await ReportBenchmark.Run(), .. await StartBenchmark.Run(), .. await PreschoolBenchmark.Run()]));
        return 0;
    case ["import"]:
        await Console.Out.WriteLineAsync(Report.Table(await ImportBenchmark.Run()));
        return 0;
    case ["page"]:
        await Console.Out.WriteLineAsync(Report.Table(await PageBenchmark.Run()));
        return 0;
    case ["report"]:
        await Console.Out.WriteLineAsync(Report.Table(await ReportBenchmark.Run()));
        return 0;
    case ["start"]:
        await Console.Out.WriteLineAsync(Report.Table(await StartBenchmark.Run()));
        return 0;
    case ["preschool"]:
        await Console.Out.WriteLineAsync(Report.Table(await PreschoolBenchmark.Run()));
        return 0;
    default:
        await Console.Error.WriteLineAsync("One of: all, import, page, report, start, preschool");
        return 1;
}
