using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Education.Imports.Reading;

namespace Education.Imports.Tests.Reading;

[TestFixture]
internal sealed class FileRejectedTests
{
    private static IEnumerable<string> Codes => typeof(FileRejected).GetFields(BindingFlags.Public | BindingFlags.Static).Where(one => one.IsLiteral)
        .Select(one => (string)one.GetRawConstantValue()!);

    [Test]
    public void Every_code_has_a_text_in_each_language_with_the_same_arguments()
    {
        var texts = new[] { "kk", "ru", "en" }.Select(Texts).ToList();

        Assert.That(Codes.Count(), Is.EqualTo(11));
        foreach (var code in Codes)
        {
            var arguments = texts.Select(one => string.Concat(Regex.Matches(one[code], @"\{\d\}").Select(match => match.Value).Order(StringComparer.Ordinal))).Distinct();
            Assert.That(arguments.Count(), Is.EqualTo(1), code);
        }
    }

    private static Dictionary<string, string> Texts(string language)
    {
        var assembly = typeof(FileRejected).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.EndsWith($".{language}.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
