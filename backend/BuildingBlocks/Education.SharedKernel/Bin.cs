using System.Diagnostics.CodeAnalysis;

namespace Education.SharedKernel;

/// <summary>
/// БИН / БСН, the business identification number of an organisation (Law of 12.01.2007 No. 223-III): 12 digits as text, the last one a
/// check digit. An individual entrepreneur goes by his <see cref="Iin"/>, which passes the same check. Equal when all digits are equal. The
/// default value is empty and not a number of anybody.
/// </summary>
public readonly record struct Bin
{
    private readonly string? value;

    private Bin(string value) => this.value = value;

    /// <summary>All 12 digits; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>
    /// Reads a number; white space around it is allowed, inside it is not. <paramref name="errorCode"/> is <c>bin.length</c> (not 12
    /// characters), <c>bin.digits</c> (something else than 0–9) or <c>bin.check-digit</c> (the check digit differs, or the number is of
    /// those that have none and are never issued), in this order; <see langword="null"/> on success.
    /// </summary>
    public static bool TryParse(string? text, out Bin bin, [NotNullWhen(false)] out string? errorCode)
    {
        errorCode = NationalNumber.Check(text, "bin", out string digits);
        bin = errorCode is null ? new Bin(digits) : default;
        return errorCode is null;
    }

    /// <summary>Reads a number that was checked before, for example a stored one.</summary>
    /// <exception cref="FormatException">Not a БИН; the message is the error code of <see cref="TryParse"/>, without the digits.</exception>
    public static Bin Parse(string? text) => TryParse(text, out Bin bin, out string? errorCode) ? bin : throw new FormatException(errorCode);

    /// <summary><see cref="Value"/>.</summary>
    public override string ToString() => Value;
}
