namespace Education.SharedKernel;

/// <summary>A language of the product. Kazakh is the first and the fallback of the others.</summary>
public enum Language
{
    /// <summary>Қазақша.</summary>
    Kk,

    /// <summary>Русский.</summary>
    Ru,

    /// <summary>English.</summary>
    En,
}

/// <summary>
/// A text in Kazakh, Russian and English. Kazakh and Russian are obligatory for reference rows (Law on languages, 1997); English falls
/// back to Russian, Russian to Kazakh. Two texts are equal when all three languages are equal, ordinally.
/// </summary>
/// <remarks>A class, not a record: the mapping library of the product cannot project types that implement a generic interface.</remarks>
public sealed class LocalizedText(string kk, string ru, string? en = null)
{
    /// <summary>Қазақша, never null.</summary>
    public string Kk { get; private set; } = kk;

    /// <summary>На русском, never null.</summary>
    public string Ru { get; private set; } = ru;

    /// <summary>In English, or null.</summary>
    public string? En { get; private set; } = en;

    /// <summary>The text in <paramref name="language"/>, or its fallback.</summary>
    public string In(Language language) => language switch
    {
        Language.Kk => Kk.Length > 0 ? Kk : Ru,
        Language.Ru => Ru.Length > 0 ? Ru : Kk,
        _ => string.IsNullOrEmpty(En) ? (Ru.Length > 0 ? Ru : Kk) : En,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is LocalizedText other && Kk == other.Kk && Ru == other.Ru && En == other.En;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kk, Ru, En);

    /// <inheritdoc/>
    public override string ToString() => Kk;
}

/// <summary>Codes of the languages: <c>kk</c>, <c>ru</c>, <c>en</c>.</summary>
public static class Languages
{
    /// <summary>All languages, Kazakh first.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Kk, Language.Ru, Language.En];

    /// <summary>The two-letter code.</summary>
    public static string Code(this Language language) => language switch { Language.Kk => "kk", Language.Ru => "ru", _ => "en" };

    /// <summary>Reads <c>kk</c>, <c>ru-KZ</c>, <c>EN</c>…; <see langword="null"/> for a language the product does not speak.</summary>
    public static Language? TryParse(ReadOnlySpan<char> tag)
    {
        if (tag.Length < 2 || (tag.Length > 2 && tag[2] is not ('-' or '_')))
        {
            return null;
        }

        return char.ToLowerInvariant(tag[0]) switch
        {
            'k' when char.ToLowerInvariant(tag[1]) == 'k' => Language.Kk,
            'r' when char.ToLowerInvariant(tag[1]) == 'u' => Language.Ru,
            'e' when char.ToLowerInvariant(tag[1]) == 'n' => Language.En,
            _ => null,
        };
    }
}
