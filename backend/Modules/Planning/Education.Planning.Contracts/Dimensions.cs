using System.Diagnostics.CodeAnalysis;

namespace Education.Planning.Contracts;

/// <summary>
/// The cuts of a figure besides institution, territory and period, for example <c>subject=history, language=kk</c>. Immutable; names are
/// unique and kept in ordinal order, so two sets with the same pairs are equal and have the same text whatever the order they were given in.
/// Names and values are codes of reference rows (lower-case letters, digits, <c>. - _</c>), never texts and never ids of people.
/// </summary>
public sealed class Dimensions : IEquatable<Dimensions>
{
    private readonly KeyValuePair<string, string>[] _pairs;
    private readonly string _text;

    private Dimensions(KeyValuePair<string, string>[] pairs)
    {
        _pairs = pairs;
        _text = string.Join(',', pairs.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    /// <summary>No cut: the whole.</summary>
    public static Dimensions None { get; } = new([]);

    /// <summary>The pairs in ordinal order of the names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    /// <summary>True for <see cref="None"/>.</summary>
    public bool IsEmpty => _pairs.Length == 0;

    /// <summary>The value of <paramref name="name"/>, or <see langword="null"/>.</summary>
    public string? this[string name] => _pairs.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>A set of pairs.</summary>
    /// <exception cref="ArgumentException">A name occurs twice, or a name or value is not a code.</exception>
    public static Dimensions Of(params (string Name, string Value)[] pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Length == 0)
        {
            return None;
        }

        var sorted = pairs.Select(pair => KeyValuePair.Create(Checked(pair.Name), Checked(pair.Value)))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (string.Equals(sorted[i].Key, sorted[i - 1].Key, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Dimension '{sorted[i].Key}' is given twice.", nameof(pairs));
            }
        }

        return new Dimensions(sorted);
    }

    /// <summary>Reads the text that <see cref="ToString"/> writes; spaces around the parts are allowed.</summary>
    /// <returns>False when a part is not <c>name=value</c>, a name occurs twice, or a name or value is not a code.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Dimensions? dimensions)
    {
        dimensions = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            dimensions = None;
            return true;
        }

        var pairs = new List<(string, string)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !IsCode(part[..equals]) || !IsCode(part[(equals + 1)..]))
            {
                return false;
            }

            pairs.Add((part[..equals], part[(equals + 1)..]));
        }

        if (pairs.DistinctBy(pair => pair.Item1, StringComparer.Ordinal).Count() != pairs.Count)
        {
            return false;
        }

        dimensions = Of([.. pairs]);
        return true;
    }

    /// <summary>These pairs and one more (replacing the same name).</summary>
    public Dimensions With(string name, string value) =>
        Of([.. _pairs.Where(pair => !string.Equals(pair.Key, name, StringComparison.Ordinal)).Select(pair => (pair.Key, pair.Value)), (name, value)]);

    /// <summary>True when every pair of <paramref name="other"/> is here too.</summary>
    public bool Includes(Dimensions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other._pairs.All(pair => string.Equals(this[pair.Key], pair.Value, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public bool Equals(Dimensions? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimensions);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary><c>language=kk,subject=history</c>; empty for <see cref="None"/>.</summary>
    public override string ToString() => _text;

    private static string Checked(string code) =>
        IsCode(code) ? code : throw new ArgumentException($"'{code}' is not a code of a dimension.", nameof(code));

    private static bool IsCode(string? code) =>
        !string.IsNullOrEmpty(code) && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
}
