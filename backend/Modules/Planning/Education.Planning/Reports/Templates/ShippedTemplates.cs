using Education.Planning.Indicators;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;

namespace Education.Planning.Reports.Templates;

/// <summary>The chapters and templates that come with the product.</summary>
internal static class ShippedTemplates
{
    public static IReadOnlyList<ChapterDefinition> Chapters { get; } = [PreschoolChapter.Definition, UntChapter.Definition];

    /// <summary>Reports are written in the state language and in Russian.</summary>
    public static IReadOnlyList<Language> ReportLanguages { get; } = [Language.Kk, Language.Ru];

    public static ReportTemplate Read(string chapter, Language language)
    {
        var name = $"{chapter}.{language.Code()}.md";
        using var stream = typeof(ShippedTemplates).Assembly.GetManifestResourceStream("templates/" + name)
            ?? throw new NotFound("ReportTemplate", name);
        using var reader = new StreamReader(stream);
        return ReportTemplate.Read(chapter, language, reader.ReadToEnd());
    }
}
