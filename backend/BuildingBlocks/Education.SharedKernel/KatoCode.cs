using System.Diagnostics.CodeAnalysis;

namespace Education.SharedKernel;

/// <summary>
/// Code of a unit of the classifier of administrative-territorial objects (ӘАОЖ / КАТО, national classifier НК РК 11): 9 digits as text,
/// leading zeros kept. The zeros at the end say nothing about the hierarchy, which is the classifier's own column, and codes change with
/// time. Ordered and equal ordinally. <c>000000000</c> is the republic in the product's table. The default value is empty and no unit.
/// </summary>
public readonly record struct KatoCode : IComparable<KatoCode>
{
    private const int Length = 9;

    private readonly string? value;

    private KatoCode(string value) => this.value = value;

    /// <summary>The republic as a whole, <c>000000000</c>; the classifier itself begins with the oblasts.</summary>
    public static KatoCode Republic { get; } = new("000000000");

    /// <summary>All 9 digits; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>
    /// Reads a code; white space around it is allowed. <paramref name="errorCode"/> is <c>kato.length</c> (not 9 characters) or
    /// <c>kato.digits</c> (something else than 0–9), in this order; <see langword="null"/> on success. Whether such a unit exists only the
    /// Registry knows.
    /// </summary>
    public static bool TryParse(string? text, out KatoCode code, [NotNullWhen(false)] out string? errorCode)
    {
        string digits = text?.Trim() ?? "";
        errorCode = digits.Length != Length ? "kato.length" : digits.All(char.IsAsciiDigit) ? null : "kato.digits";
        code = errorCode is null ? new KatoCode(digits) : default;
        return errorCode is null;
    }

    /// <summary>Reads a code that was checked before, for example a stored one.</summary>
    /// <exception cref="FormatException">Not a code; the message is the error code of <see cref="TryParse"/>.</exception>
    public static KatoCode Parse(string? text) =>
        TryParse(text, out KatoCode code, out string? errorCode) ? code : throw new FormatException(errorCode);

    /// <summary>Ordinal comparison, the default value first.</summary>
    public int CompareTo(KatoCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary><see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
