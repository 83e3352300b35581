using System.Globalization;
using HandlebarsDotNet;

namespace Education.Planning.Reports.Engine;

/// <summary>The <c>name=value</c> pairs of a tag.</summary>
internal sealed class TagOptions
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public TagOptions(Arguments arguments)
    {
        if (arguments.Length > 0 && arguments[arguments.Length - 1] is IDictionary<string, object> hash)
        {
            foreach (var (name, value) in hash)
            {
                _values[name] = value;
            }
        }
    }

    private TagOptions()
    {
    }

    public static TagOptions None { get; } = new();

    public string? Text(string name) => _values.TryGetValue(name, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public int? Integer(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public bool Flag(string name) => string.Equals(Text(name), "true", StringComparison.OrdinalIgnoreCase);
}
