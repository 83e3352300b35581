using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Education.SharedKernel;

namespace Education.BuildingBlocks;

/// <summary>
/// The texts of all modules in three languages, from the embedded <c>Texts/{kk,ru,en}.json</c> of their assemblies (flat JSON, code → text
/// with <c>{0}</c> placeholders). A test fails on a code that one language lacks.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, string>[] _byLanguage;

    /// <summary>Reads the texts of <paramref name="assemblies"/>; a code given twice is an error.</summary>
    public Texts(IEnumerable<Assembly> assemblies)
    {
        var tables = Languages.All.Select(_ => new Dictionary<string, string>(StringComparer.Ordinal)).ToArray();
        foreach (var assembly in assemblies)
        {
            foreach (var language in Languages.All)
            {
                var resource = Array.Find(
                    assembly.GetManifestResourceNames(), n => n.EndsWith($".Texts.{language.Code()}.json", StringComparison.Ordinal));
                if (resource is null)
                {
                    continue;
                }

                using var stream = assembly.GetManifestResourceStream(resource)!;
                foreach (var (code, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                {
                    tables[(int)language].Add(code, text);
                }
            }
        }

        _byLanguage = [.. tables.Select(t => t.ToFrozenDictionary(StringComparer.Ordinal))];
    }

    /// <summary>Codes known in <paramref name="language"/>.</summary>
    public IReadOnlyCollection<string> Codes(Language language) => _byLanguage[(int)language].Keys;

    /// <summary>True when the code has a text in <paramref name="language"/>.</summary>
    public bool Has(string code, Language language) => _byLanguage[(int)language].ContainsKey(code);

    /// <summary>The text of <paramref name="code"/>; the code itself when there is none (a test keeps that from happening).</summary>
    public string Get(string code, Language language, params IEnumerable<object?> args)
    {
        if (!_byLanguage[(int)language].TryGetValue(code, out var text))
        {
            return code;
        }

        var values = args.Select(a => Localize(a, language)).ToArray();
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }

    /// <summary>The text in all three languages.</summary>
    public LocalizedText All(string code, params object?[] args) =>
        new(Get(code, Language.Kk, args), Get(code, Language.Ru, args), Get(code, Language.En, args));

    private static object? Localize(object? value, Language language) => value switch
    {
        LocalizedText text => text.In(language),
        DateOnly date => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        _ => value,
    };
}
