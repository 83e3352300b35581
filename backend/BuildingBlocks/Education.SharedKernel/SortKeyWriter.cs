using System.Globalization;
using System.Text;

namespace Education.SharedKernel;

/// <summary>
/// Writes the key of <see cref="SearchText.SortKey(string?)"/>. Weights are two hexadecimal digits: 10 parts words; 20 opens a number, then
/// comes the count of its digits (two hexadecimal digits) and the digits; 30… the Kazakh alphabet; 60… Latin; F0 another character, then
/// its code point in six hexadecimal digits.
/// </summary>
internal sealed class SortKeyWriter
{
    private const string Alphabet = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
    private const string Separator = "10";
    private const string Number = "20";
    private const int FirstKazakh = 0x30;
    private const int FirstLatin = 0x60;
    private const string Other = "F0";

    // The count of digits has one byte; a longer run goes on as the next number.
    private const int MaxDigits = 255;

    private static readonly string[] Hex = [.. Enumerable.Range(0, 256).Select(i => i.ToString("X2", CultureInfo.InvariantCulture))];

    private readonly StringBuilder key = new();

    /// <param name="text">Canonical: upper case, no marks, no broken surrogates.</param>
    public string Write(string text)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            if (IsDigit(text, i))
            {
                i = EndOf(text, i, IsDigit);
                WriteNumber(text[start..i]);
            }
            else if (IsLetter(text, i))
            {
                i = EndOf(text, i, static (s, at) => IsLetter(s, at) || SearchText.IsQuote(s[at]));
                WriteWord(text[start..i]);
            }
            else
            {
                i++;
            }
        }

        return key.ToString();
    }

    private static int EndOf(string text, int start, Func<string, int, bool> belongs)
    {
        int end = start;
        while (end < text.Length && belongs(text, end))
        {
            end++;
        }

        return end;
    }

    private static bool IsDigit(string text, int index) => CharUnicodeInfo.GetDecimalDigitValue(text[index]) >= 0;

    private static bool IsLetter(string text, int index) => char.IsSurrogate(text[index]) || char.IsLetter(text[index]);

    private void Part()
    {
        if (key.Length > 0)
        {
            key.Append(Separator);
        }
    }

    private void WriteNumber(string run)
    {
        string digits = string.Concat(run.Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)))).TrimStart('0');
        foreach (char[] part in digits.Length == 0 ? [[]] : digits.Chunk(MaxDigits))
        {
            Part();
            key.Append(Number).Append(Hex[part.Length]).Append(part);
        }
    }

    private void WriteWord(string word)
    {
        bool latin = word.Any(c => char.IsAsciiLetterUpper(c) && SearchText.LookAlike(c) == c);
        Part();
        for (int i = 0; i < word.Length; i++)
        {
            char letter = latin ? word[i] : SearchText.LookAlike(word[i]);
            int index = Alphabet.IndexOf(letter);
            if (index >= 0)
            {
                key.Append(Hex[FirstKazakh + index]);
            }
            else if (char.IsAsciiLetterUpper(letter))
            {
                key.Append(Hex[FirstLatin + letter - 'A']);
            }
            else if (!SearchText.IsQuote(letter))
            {
                key.Append(Other).Append(char.ConvertToUtf32(word, i).ToString("X6", CultureInfo.InvariantCulture));
                i += char.IsHighSurrogate(letter) ? 1 : 0;
            }
        }
    }
}
