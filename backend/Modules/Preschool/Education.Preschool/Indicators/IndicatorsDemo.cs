using Education.Imports.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Indicators;

/// <summary>What the demo department printed of 2017 and of which it published no rows.</summary>
internal static class IndicatorsDemo
{
    private const string City = "351000000";

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Scoped<PublishedTotal>().AnyAsync(cancellationToken))
        {
            return;
        }

        await using var content = typeof(IndicatorsDemo).Assembly.GetManifestResourceStream("demo/preschool-published-2017.csv")!;
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["year"] = "2017", ["territory"] = City };
        await services.GetRequiredService<IImportSources>().ImportNow("preschool.published", "preschool-published-2017.csv", content, options, cancellationToken);
    }
}
