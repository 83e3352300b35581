namespace Education.SharedKernel;

/// <summary>What ИИН and БИН have in common: 12 digits kept as text, the last one a check digit.</summary>
internal static class NationalNumber
{
    private const int Length = 12;

    // A remainder of ten is no digit: it asks for the second pass, and after it the number is never issued.
    private const int NoDigit = 10;

    private static readonly int[] FirstPass = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

    private static readonly int[] SecondPass = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

    /// <summary>
    /// The error of <paramref name="text"/>, with <paramref name="kind"/> (<c>iin</c> or <c>bin</c>) before the dot, or
    /// <see langword="null"/>; <paramref name="digits"/> is the text without the white space around it.
    /// </summary>
    public static string? Check(string? text, string kind, out string digits)
    {
        digits = text?.Trim() ?? "";
        if (digits.Length != Length)
        {
            return $"{kind}.length";
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return $"{kind}.digits";
        }

        return CheckDigit(digits) == digits[^1] - '0' ? null : $"{kind}.check-digit";
    }

    private static int CheckDigit(string digits)
    {
        int remainder = Remainder(digits, FirstPass);
        return remainder == NoDigit ? Remainder(digits, SecondPass) : remainder;
    }

    private static int Remainder(string digits, int[] weights) => weights.Select((weight, i) => (digits[i] - '0') * weight).Sum() % 11;
}
