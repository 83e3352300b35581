using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Education.Planning.Contracts;

namespace Education.Planning.Indicators;

/// <summary>
/// Canonical bytes of a figure set: UTF-8, no spaces, members in the order of declaration, lists in ordinal order of their keys, numbers
/// invariant and without trailing zeros, absent members left out. The same figures give the same bytes on every machine.
/// </summary>
internal static class FigureSetJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DecimalConverter(), new DimensionsConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static byte[] Write(FigureSet set) => JsonSerializer.SerializeToUtf8Bytes(set, Options);

    public static FigureSet Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<FigureSet>(bytes, Options) ?? throw new JsonException("A figure set cannot be null.");

    /// <summary>SHA-256 of the canonical bytes, lower-case hexadecimal.</summary>
    public static string Hash(FigureSet set)
    {
        using var hash = SHA256.Create();
        using (var bytes = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(bytes, set, Options);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>12.50 and 12.5 are one number and must be one text.</summary>
    public static string Canonical(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
        {
            text = text.TrimEnd('0').TrimEnd('.');
        }

        return text is "-0" ? "0" : text;
    }

    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteRawValue(Canonical(value), skipInputValidation: true);
    }

    private sealed class DimensionsConverter : JsonConverter<Dimensions>
    {
        public override Dimensions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Dimensions.TryParse(reader.GetString(), out var dimensions) ? dimensions : throw new JsonException("These are not dimensions.");

        public override void Write(Utf8JsonWriter writer, Dimensions value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
