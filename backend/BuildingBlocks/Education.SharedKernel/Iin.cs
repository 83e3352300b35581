using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Education.SharedKernel;

/// <summary>Sex as the civil registry records it.</summary>
public enum Sex
{
    /// <summary>Әйел / женский.</summary>
    Female,

    /// <summary>Ер / мужской.</summary>
    Male,
}

/// <summary>
/// ИИН / ЖСН, the individual identification number of a person (Law of 12.01.2007 No. 223-III on national registers of identification
/// numbers): 12 digits as text, the last one a check digit. Personal data: <see cref="ToString"/> is masked so that the number does not
/// leak into logs and messages; <see cref="Value"/> is the whole number. Equal when all digits are equal. The default value is empty and
/// not a number of anybody.
/// </summary>
public readonly record struct Iin
{
    private readonly string? value;

    private Iin(string value) => this.value = value;

    /// <summary>All 12 digits; empty for the default value. Never log it.</summary>
    public string Value => value ?? "";

    /// <summary>Nine asterisks and the last three digits, <c>*********728</c>; empty for the default value.</summary>
    public string Masked => value is null ? "" : string.Concat("*********", value.AsSpan(9));

    /// <summary>
    /// Reads a number; white space around it is allowed, inside it is not. <paramref name="errorCode"/> is <c>iin.length</c> (not 12
    /// characters), <c>iin.digits</c> (something else than 0–9) or <c>iin.check-digit</c> (the check digit differs, or the number is of
    /// those that have none and are never issued), in this order; <see langword="null"/> on success.
    /// </summary>
    public static bool TryParse(string? text, out Iin iin, [NotNullWhen(false)] out string? errorCode)
    {
        errorCode = NationalNumber.Check(text, "iin", out string digits);
        iin = errorCode is null ? new Iin(digits) : default;
        return errorCode is null;
    }

    /// <summary>Reads a number that was checked before, for example a stored one.</summary>
    /// <exception cref="FormatException">Not an ИИН; the message is the error code of <see cref="TryParse"/>, without the digits.</exception>
    public static Iin Parse(string? text) => TryParse(text, out Iin iin, out string? errorCode) ? iin : throw new FormatException(errorCode);

    /// <summary>
    /// Compares the number with the person's other data: <c>iin.birth-date-mismatch</c>, <c>iin.sex-mismatch</c>, or
    /// <see langword="null"/>. A hint for the operator only, it never blocks: newer numbers and those of foreigners need not hold the date
    /// (digits 1–6 are YYMMDD, digit 7 the century and sex: 1, 2 the 19th, 3, 4 the 20th, 5, 6 the 21st, odd for men; with any other seventh
    /// digit only YYMMDD is compared). The default value gives <see langword="null"/>.
    /// </summary>
    /// <param name="birthDate">Date of birth by the documents.</param>
    /// <param name="sex">Sex by the documents, <see langword="null"/> when unknown.</param>
    public string? SoftWarning(DateOnly birthDate, Sex? sex)
    {
        if (value is null)
        {
            return null;
        }

        int seventh = value[6] - '0';
        bool dated = seventh is >= 1 and <= 6;
        if (!birthDate.ToString("yyMMdd", CultureInfo.InvariantCulture).Equals(value[..6], StringComparison.Ordinal)
            || (dated && birthDate.Year / 100 != 18 + ((seventh - 1) / 2)))
        {
            return "iin.birth-date-mismatch";
        }

        Sex byNumber = seventh % 2 == 1 ? Sex.Male : Sex.Female;
        return dated && sex is not null && sex != byNumber ? "iin.sex-mismatch" : null;
    }

    /// <summary><see cref="Masked"/>.</summary>
    public override string ToString() => Masked;
}
