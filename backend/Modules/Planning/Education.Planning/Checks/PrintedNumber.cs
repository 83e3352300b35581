using Education.SharedKernel;

namespace Education.Planning.Checks;

/// <summary>A number with the text it was printed as: <c>31,7</c> has one digit after the comma, <c>31,70</c> two.</summary>
internal sealed record PrintedNumber(string Text, decimal Value, int Decimals)
{
    /// <summary>Reads a number as people print it; null when it is none.</summary>
    public static PrintedNumber? TryParse(string text)
    {
        var number = HumanNumber.Parse(text);
        return number.Kind != HumanNumberKind.Value ? null
            // «2,3 млрд» is read as 2 300 000 000: its digits after the comma say nothing about tenge.
            : new PrintedNumber(text.Trim(), number.Value, number.IsScaled ? 0 : number.Value.Scale);
    }

    /// <summary>The number at so many digits, in the notation of Kazakhstan; as many digits as it has when not given.</summary>
    public static string Write(decimal value, int? digits = null) =>
        NumberFormat.Format(value, digits ?? Math.Min(6, (int)(value / 1.000000000000000000000000000000000m).Scale), Language.Kk);
}
