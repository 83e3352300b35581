using System.Text.Json;
using Education.Imports.Storage;
using Education.SharedKernel;

namespace Education.Imports.Engine;

/// <summary>Arguments of an error's text on their way through the database: numbers, texts in three languages, dates, words.</summary>
internal static class ErrorArgs
{
    private const int Longest = 2000;

    public static string Write(IReadOnlyList<object?> args)
    {
        if (args.Count == 0)
        {
            return "[]";
        }

        var json = StoredJson.Write(args.Select(Plain).ToArray());
        return json.Length <= Longest ? json : "[]";
    }

    public static object?[] Read(string? json)
    {
        if (json is null or "[]")
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Restore)];
    }

    private static object? Plain(object? arg) => arg switch
    {
        null or string or bool => arg,
        DateOnly date => date.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture),
        LocalizedText text => new Words(text.Kk, text.Ru, text.En),
        int or long or decimal or short or byte or double => arg,
        _ => arg.ToString(),
    };

    private static object? Restore(JsonElement arg) => arg.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => arg.Deserialize<Words>(JsonSerializerOptions.Web) is { } words ? new LocalizedText(words.Kk, words.Ru, words.En) : null,
        JsonValueKind.Number => arg.GetDecimal(),
        JsonValueKind.String => arg.GetString(),
        _ => arg.GetRawText(),
    };

    private sealed record Words(string Kk, string Ru, string? En);
}
