using System.Text.RegularExpressions;

namespace Education.Architecture.Tests.Rules;

/// <summary>Documents lead to what exists.</summary>
internal static partial class DocumentRules
{
    public static List<string> DeadLinks(IEnumerable<SourceFile> documents) =>
    [
        .. from document in documents
           from match in Link().Matches(Code().Replace(document.Text, ""))
           let target = match.Groups["target"].Value.Split('#')[0]
           where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !Exists(Path.Combine(Product.Root, Path.GetDirectoryName(document.Path)!, target))
           select $"{document.Path} links to {target}",
    ];

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();
}
