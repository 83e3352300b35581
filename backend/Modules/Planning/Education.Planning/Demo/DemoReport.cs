using Education.Imports.Contracts;
using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Planning.Demo;

/// <summary>Drafts of the chapters of 2017 on Karaganda, with what the department printed about them.</summary>
internal static class DemoReport
{
    public const string City = "351000000";
    private const string Year = "2017", Printed = "printed-2017.csv";

    private static readonly string[] Chapters = ["unt", "preschool"];

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlanningDbContext>();
        var known = await services.GetRequiredService<ITerritoryDirectory>().Find([City], cancellationToken);
        var book = services.GetRequiredService<IndicatorBook>();
        if (Chapters.Any(chapter => book.FindChapter(chapter) is null) || !known.TryGetValue(City, out var city)
            || await db.Scoped<Report>().AnyAsync(r => r.TerritoryCode == City && r.Period == Year, cancellationToken))
        {
            return;
        }

        await using var content = typeof(DemoReport).Assembly.GetManifestResourceStream("demo/" + Printed)!;
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["year"] = Year, ["territory"] = City };
        await services.GetRequiredService<IImportSources>().ImportNow("planning.printed", Printed, content, options, cancellationToken);
        db.AddRange(Chapters.Select(chapter => Report.Begin(chapter, ReportingPeriod.Parse(Year), city)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
