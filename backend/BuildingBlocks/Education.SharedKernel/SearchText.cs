using System.Globalization;
using System.Text;

namespace Education.SharedKernel;

/// <summary>
/// The two stored columns by which both databases search and order names alike, with a plain binary index and no collation of ours:
/// <c>SearchName</c> = <see cref="Normalize(string?)"/>, <c>SortName</c> = <see cref="SortKey(string?)"/>. Neither depends on the
/// culture or the ICU of the machine. A text with broken surrogates is taken without them; no input makes an exception.
/// </summary>
/// <remarks>
/// <para>Order of the Kazakh alphabet (CLDR <c>kk</c>): <c>аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя</c>, numbers before letters,
/// Latin after Cyrillic, other scripts last, by code point.</para>
/// <para>Latin look-alikes <c>A B C E H I K M O P T X Y Ə</c> become <c>А В С Е Һ І К М О Р Т Х У Ә</c>, in both cases (a Latin h is
/// what people type for һ). In the search form always; in the sort key in words that hold no Latin letter of another shape, so
/// «CШ», typed with a Latin C, stands with «СШ», and «Cambridge» after Я.</para>
/// </remarks>
public static class SearchText
{
    private const string LookAlikes = "AАBВCСEЕHҺIІKКMМOОPРTТXХYУƏӘ";

    private const string SearchFolds = "ӘАҒГҚКҢНӨОҰУҮУҺХІИЁЕ";

    private const char Breve = '\u0306';

    private const char Diaeresis = '\u0308';

    // Neither occurs in the folded form.
    private const char Unusual = '\uFFFF';

    private const char Dropped = '\0';

    private const int FirstSign = 0x2000;

    private const int Signs = 0x0220;

    private const int MostOnStack = 256;

    /// <summary>
    /// What each Latin and Cyrillic character becomes on its own; <see cref="Unusual"/> where its neighbours matter (a combining mark) or it
    /// becomes several. Nearly every name of a register is made of the others, and imports fold hundreds of thousands.
    /// </summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, 0x0530).Select(c => FoldedAlone((char)c))];

    /// <summary>The same for dashes, quotation marks and «№», which most names of schools hold.</summary>
    private static readonly char[] FoldedSigns = [.. Enumerable.Range(FirstSign, Signs).Select(c => FoldedAlone((char)c))];

    /// <summary>
    /// The form to search in: upper case, Ә→А, Ғ→Г, Қ→К, Ң→Н, Ө→О, Ұ Ү→У, Һ→Х, І→И, Ё→Е, Latin look-alikes → Cyrillic, other
    /// diacritics dropped, quotation marks and apostrophes dropped, every dash one <c>-</c>, white space one space and none at the
    /// ends, NFC. Fold the question with the same function and compare ordinally (<c>LIKE</c>; its wildcards are not escaped here).
    /// Normalising twice changes nothing. <see langword="null"/> gives an empty text.
    /// </summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        return TryFold(text, text.Length <= MostOnStack ? stackalloc char[text.Length] : new char[text.Length]) ?? Fold(text);
    }

    private static string? TryFold(string text, Span<char> result)
    {
        var length = 0;
        foreach (char c in text)
        {
            char folded = c < Folded.Length ? Folded[c] : IsSign(c) ? FoldedSigns[c - FirstSign] : Unusual;
            if (folded == Unusual)
            {
                return null;
            }

            if (folded != Dropped && (folded != ' ' || (length > 0 && result[length - 1] != ' ')))
            {
                result[length++] = folded;
            }
        }

        return result[..length].TrimEnd(' ').ToString();
    }

    private static bool IsSign(char c) => c is >= (char)FirstSign and < (char)(FirstSign + Signs);

    private static char FoldedAlone(char c) => char.IsWhiteSpace(c) ? ' ' : IsMark(c) ? Unusual : Fold(c.ToString()) switch
    {
        [] => Dropped,
        [var folded] => folded,
        _ => Unusual,
    };

    private static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in Canonical(text))
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212')
            {
                result.Append('-');
            }
            else if (!IsQuote(c))
            {
                result.Append(Map(SearchFolds, Map(LookAlikes, c)));
            }
        }

        return result.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary><see cref="Normalize(string?)"/>, cut to at most <paramref name="maxLength"/> UTF-16 units for a column of that length.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is negative.</exception>
    public static string Normalize(string? text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        string folded = Normalize(text);
        if (folded.Length <= maxLength)
        {
            return folded;
        }

        bool splitsPair = maxLength > 0 && char.IsHighSurrogate(folded[maxLength - 1]);
        return folded[..(splitsPair ? maxLength - 1 : maxLength)].TrimEnd(' ');
    }

    /// <summary>
    /// The key to order by: digits and the letters A–F only, so ordinal, binary and every usual collation of a database agree on it. Case
    /// does not matter; a run of digits is a number («№9» before «№10», «СШ 09» equal to «СШ 9»); white space and punctuation only part
    /// words, whatever and however many they are, and a number is a word of its own («СШ9» = «СШ №9»); a shorter text stands before its
    /// continuation. Quotation marks and apostrophes are ignored. Two characters a letter. <see langword="null"/> gives an empty key, the first.
    /// </summary>
    public static string SortKey(string? text) => string.IsNullOrEmpty(text) ? "" : new SortKeyWriter().Write(Canonical(text));

    /// <summary>
    /// <see cref="SortKey(string?)"/>, cut to at most <paramref name="maxLength"/> characters: the order of the cut keys never contradicts
    /// that of the whole ones, texts that differ only beyond the cut become equal.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is negative.</exception>
    public static string SortKey(string? text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        string key = SortKey(text);
        return key.Length <= maxLength ? key : key[..maxLength];
    }

    internal static bool IsQuote(char c) =>
        c is '"' or '\'' or '`' or '´' or '«' or '»' or '‹' or '›' or (>= '\u2018' and <= '\u201F') or '\u02BC' or '\u2032' or '\u2033';

    /// <summary>The Cyrillic letter of the same shape, or the character itself. <paramref name="c"/> is in upper case.</summary>
    internal static char LookAlike(char c) => Map(LookAlikes, c);

    /// <summary>Pairs of characters: each even one becomes the odd one after it.</summary>
    private static char Map(string pairs, char c)
    {
        for (int i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == c)
            {
                return pairs[i + 1];
            }
        }

        return c;
    }

    /// <summary>Upper case, without invisible characters and diacritics, but with Й and Ё as one character each.</summary>
    private static string Canonical(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (char c in WithoutBrokenSurrogates(text).Normalize(NormalizationForm.FormD))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case var _ when IsMark(c):
                    Compose(result, c);
                    break;
                case UnicodeCategory.Format:
                case UnicodeCategory.Control when !char.IsWhiteSpace(c):
                    break;
                default:
                    result.Append(char.ToUpperInvariant(c));
                    break;
            }
        }

        return result.ToString();
    }

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static void Compose(StringBuilder letters, char mark)
    {
        if (letters.Length == 0)
        {
            return;
        }

        letters[^1] = (letters[^1], mark) switch
        {
            ('И', Breve) => 'Й',
            ('Е', Diaeresis) => 'Ё',
            var (letter, _) => letter,
        };
    }

    /// <summary>What <see cref="string.Normalize()"/> would refuse, U+FFFE included, is left out.</summary>
    private static string WithoutBrokenSurrogates(string text)
    {
        if (!text.Any(c => char.IsSurrogate(c) || c == '\uFFFE'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]) && text[i] != '\uFFFE')
            {
                result.Append(text[i]);
            }
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(text, i++, 2);
            }
        }

        return result.ToString();
    }
}
