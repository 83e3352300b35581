using System.Collections.Concurrent;
using Education.Planning.Indicators;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;

namespace Education.Planning.Reports.Templates;

/// <summary>The chapters and templates that come with the product.</summary>
internal static class ShippedTemplates
{
    public static IReadOnlyList<ChapterDefinition> Chapters { get; } = [PreschoolChapter.Definition, UntChapter.Definition];

    private static readonly ConcurrentDictionary<(string Chapter, Language Language), ReportTemplate> Known = new();

    /// <summary>Reports are written in the state language and in Russian.</summary>
    public static IReadOnlyList<Language> ReportLanguages { get; } = [Language.Kk, Language.Ru];

    /// <summary>Each is read and compiled once. Throws <see cref="NotFound"/>.</summary>
    public static ReportTemplate Read(string chapter, Language language) => Known.GetOrAdd((chapter, language), static key => Load(key.Chapter, key.Language));

    private static ReportTemplate Load(string chapter, Language language)
    {
        var name = $"{chapter}.{language.Code()}.md";
        using var stream = typeof(ShippedTemplates).Assembly.GetManifestResourceStream("templates/" + name)
            ?? throw new NotFound("ReportTemplate", name);
        using var reader = new StreamReader(stream);
        return ReportTemplate.Read(chapter, language, reader.ReadToEnd());
    }
}
