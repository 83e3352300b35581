using System.Globalization;
using System.Security.Cryptography;

namespace Education.Preschool.Queue;

/// <summary>
/// Өтініш нөмірі / номер заявления, <c>482-173-065</c>: eight digits without order, so that no number leads to a neighbour's, and a check
/// digit (Damm) that finds every wrong digit and every two that changed places.
/// </summary>
internal static class ApplicationNumber
{
    private const int Digits = 8;
    private const string Quasigroup = "0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790";

    public static string Next() => Of(RandomNumberGenerator.GetInt32(10_000_000, 100_000_000));

    /// <param name="body">Eight digits.</param>
    public static string Of(int body)
    {
        var digits = body.ToString("D8", CultureInfo.InvariantCulture);
        var all = digits + Check(digits).ToString(CultureInfo.InvariantCulture);
        return $"{all[..3]}-{all[3..6]}-{all[6..]}";
    }

    /// <summary>The number as stored, from what people type: spaces, dashes or nothing between the digits.</summary>
    public static bool TryRead(string? text, out string number)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        var known = digits.Length == Digits + 1 && (text ?? "").All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '–' or '№') && Check(digits) == 0;
        number = known ? $"{digits[..3]}-{digits[3..6]}-{digits[6..]}" : "";
        return known;
    }

    private static int Check(string digits) => digits.Aggregate(0, (interim, digit) => Quasigroup[(interim * 10) + (digit - '0')] - '0');
}
