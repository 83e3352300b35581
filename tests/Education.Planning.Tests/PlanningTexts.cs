using System.Globalization;
using System.Text.Json;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Tests;

/// <summary>The module's texts, put into words as the product does.</summary>
internal static class PlanningTexts
{
    public static IReadOnlyDictionary<Language, Dictionary<string, string>> All { get; } = Languages.All.ToDictionary(language => language, Read);

    public static LocalizedText Of(string code, params object?[] args) =>
        new(In(Language.Kk, code, args), In(Language.Ru, code, args), In(Language.En, code, args));

    private static string In(Language language, string code, object?[] args) => string.Format(
        CultureInfo.InvariantCulture, All[language][code], [.. args.Select(arg => arg is LocalizedText text ? text.In(language) : arg)]);

    private static Dictionary<string, string> Read(Language language)
    {
        using var stream = typeof(Formula).Assembly.GetManifestResourceStream($"Education.Planning.Texts.{language.Code()}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
