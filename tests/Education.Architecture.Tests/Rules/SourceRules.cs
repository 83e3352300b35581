using System.Text.RegularExpressions;

namespace Education.Architecture.Tests.Rules;

/// <summary>What must not stand in a source file. Comments do not count.</summary>
internal static partial class SourceRules
{
    public const int MaxLines = 250;

    public static List<string> Short(IEnumerable<SourceFile> files) =>
        [.. files.Select(f => (f.Path, Lines: f.Text.TrimEnd('\n').Split('\n').Length)).Where(f => f.Lines > MaxLines).Select(f => $"{f.Path} has {f.Lines} lines")];

    /// <summary>Words that a file must not hold, unless it stands in one of the allowed places.</summary>
    public static List<string> Without(IEnumerable<SourceFile> files, Regex forbidden, params string[] allowed) =>
    [
        .. files.Where(f => !allowed.Any(a => f.Path.Contains(a, StringComparison.Ordinal)))
            .SelectMany(f => forbidden.Matches(Comments().Replace(f.Text, "")).Select(m => $"{f.Path}: {m.Value}")),
    ];

    /// <summary>Every error code that a file can answer with.</summary>
    public static IEnumerable<(string File, string Code)> Codes(IEnumerable<SourceFile> files) =>
        from file in files
        from match in Code().Matches(Comments().Replace(file.Text, ""))
        select (file.Path, match.Groups["code"].Value);

    [GeneratedRegex(@"\b(FromSql\w*|ExecuteSql\w*|SqlQuery\w*|CommandText|CreateCommand|UseSqlite|UseSqlServer)\b")]
    public static partial Regex RawSql();

    [GeneratedRegex(@"\bHttpContext\b|\bIHttpContextAccessor\b")]
    public static partial Regex Http();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bGuid\.NewGuid\b|\bGuid\.CreateVersion7\b|\bThread\.Sleep\b|\.Result\b(?=;)|\bIMapper\b|\bTODO\b|\bNotImplementedException\b")]
    public static partial Regex Banned();

    public static Regex UnscopedSet(IEnumerable<string> scopedTypes) => new($@"\bSet<({string.Join('|', scopedTypes)})>\(\)", RegexOptions.None, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"^\s*///?.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("""(?:new RuleViolation\(|WithCode\(|new Problem\([^,()]+(?:\([^()]*\))?,\s*|Refuse\([^,;]+,\s*|new InvalidFields\([^,;]+,\s*|new FieldError\([^,;]+,\s*)"(?<code>[a-z][a-z0-9.\-]*)"(?!\s*\+)""")]
    private static partial Regex Code();
}
