using Education.Imports.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.National;

/// <summary>Loads the published tables of Karaganda 2017 through the same engine that a department uses.</summary>
internal static class DemoData
{
    private const string City = "351000000";

    private static readonly (string Definition, string File, string Territory)[] Files =
    [
        ("testing.schools", "unt-2017.xlsx", City),
        ("testing.subjects", "unt-subjects-2017.csv", City),
        ("testing.subjects", "unt-subjects-oblast-2017.csv", "350000000"),
        ("testing.territory", "unt-totals-city.csv", City),
        ("testing.territory", "unt-totals-oblast.csv", "350000000"),
        ("testing.territory", "unt-totals-republic.csv", "000000000"),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TestingDbContext>();
        if (db.ForAggregates.Any())
        {
            return;
        }

        var imports = services.GetRequiredService<IImportSources>();
        foreach (var (definition, file, territory) in Files)
        {
            await using var content = typeof(DemoData).Assembly.GetManifestResourceStream("demo/" + file)
                ?? throw new InvalidOperationException($"{file} is not embedded.");
            var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["territory"] = territory };
            if (definition != "testing.territory")
            {
                // The totals name the year in every row.
                options["year"] = "2017";
            }

            await imports.ImportNow(definition, file, content, options, cancellationToken);
        }
    }
}
