using Education.Imports.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Network;

/// <summary>Openings and expansions of Karaganda 2017 through the engine that a department uses.</summary>
internal static class NetworkDemo
{
    public const string City = "351000000";

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var imports = services.GetRequiredService<IImportSources>();
        foreach (var (definition, file) in new[] { ("preschool.openings", "openings-2017.csv"), ("preschool.expansions", "expansions-2017.csv") })
        {
            // A file that was loaded before is known by its hash.
            await using var content = Open(file);
            var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["year"] = "2017", ["territory"] = City };
            await imports.ImportNow(definition, file, content, options, cancellationToken);
        }
    }

    public static Stream Open(string file) => typeof(NetworkDemo).Assembly.GetManifestResourceStream("demo/" + file)
        ?? throw new InvalidOperationException($"{file} is not embedded.");
}
