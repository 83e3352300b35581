using System.Globalization;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Contracts;
using Education.SharedKernel;

namespace Education.Imports.Engine;

/// <summary>The kinds of tables that the modules take in.</summary>
internal sealed class DefinitionCatalogue(IEnumerable<IImportDefinition> definitions, CurrentUser user)
{
    private readonly Dictionary<string, IImportDefinition> _byKey = definitions.ToDictionary(d => d.Key, StringComparer.Ordinal);

    /// <summary>Those that the user may import.</summary>
    public IEnumerable<IImportDefinition> Allowed => _byKey.Values.Where(Allows).OrderBy(d => d.Key, StringComparer.Ordinal);

    /// <exception cref="InvalidFields">There is no such table.</exception>
    /// <exception cref="Problem">403: the user may not import it.</exception>
    public IImportDefinition Require(string key)
    {
        var definition = Find(key) ?? throw new InvalidFields("definition", "imports.unknown-definition", key);
        return Allows(definition) ? definition : throw new Problem(403, "forbidden");
    }

    /// <summary>The definition, whoever asks; null when its module is gone.</summary>
    public IImportDefinition? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Every error of the chosen options at once: the engine's and, when their shape is right, the module's.</summary>
    public static async Task CheckOptions(IImportDefinition definition, ImportContext context, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        foreach (var key in context.Options.Keys.Where(key => definition.Options.All(option => option.Key != key)))
        {
            errors.Add(new($"options.{key}", "unknown-field"));
        }

        foreach (var option in definition.Options)
        {
            var value = context.Options.GetValueOrDefault(option.Key);
            var code = string.IsNullOrWhiteSpace(value) ? (option.Required ? "required" : null) : HasShape(option.Kind, value) ? null : "format";
            if (code is not null)
            {
                errors.Add(new($"options.{option.Key}", code));
            }
        }

        if (errors.Count == 0)
        {
            var found = await definition.CheckOptions(context, cancellationToken);
            errors.AddRange(found.Select(e => e.Field.StartsWith("options.", StringComparison.Ordinal) ? e : new FieldError("options." + e.Field, e.Code, e.Args)));
        }

        if (errors.Count > 0)
        {
            throw new InvalidFields(errors);
        }
    }

    private static bool HasShape(string kind, string value) => kind switch
    {
        "integer" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "territory" => value.Length == 9 && value.All(char.IsAsciiDigit),
        _ => value.Length <= 400,
    };

    private bool Allows(IImportDefinition definition) => user.Context == UserContext.System || user.Has(definition.Permission);
}
