using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Education.Planning.Indicators;
using Education.Planning.Reports.Docx;
using Education.Planning.Reports.Engine;
using Education.Planning.Reports.Templates;
using Education.SharedKernel;
using Language = Education.SharedKernel.Language;

namespace Education.Planning.Tests.Reports;

public sealed partial class UntChapterTests
{
    private static readonly Language[] Both = [Language.Kk, Language.Ru];

    [TestCaseSource(nameof(Both))]
    public void Shipped_templates_have_no_issue(Language language)
    {
        foreach (var chapter in ShippedTemplates.Chapters)
        {
            Assert.That(ShippedTemplates.Read(chapter.Code, language).Issues, Is.Empty);
        }
    }

    [Test]
    public void Both_languages_show_the_same_figures()
    {
        var (kk, ru) = (Keys(Html(Language.Kk)), Keys(Html(Language.Ru)));

        Assert.That(kk, Is.EquivalentTo(ru));
        foreach (var language in Both)
        {
            var used = ShippedTemplates.Read("unt", language).Keys().ToList();
            Assert.That(used, Is.SupersetOf(UntChapter.Definition.Figures.Select(figure => figure.Key)), "every defined figure is used");
        }
    }

    [TestCase(Language.Kk, "мектеп бітірушілердің саны – 1 761.")]
    [TestCase(Language.Kk, "56 мектептен 1 401 түлек қатысты, қатысу үлесі – 79,6%.")]
    [TestCase(Language.Kk, "ең жоғары мүмкін балл өткен жылы 125 болса, биыл – 140.")]
    [TestCase(Language.Kk, "Өткен жылмен (83,4 балл) салыстырғанда ол 6,8 баллға төмендеді.")]
    [TestCase(Language.Kk, "тапсырған 79 түлекті (мектептер саны – 34) есепке алмағанда, 1 322 қатысушының орташа балы 79,3 болды.")]
    [TestCase(Language.Kk, "Облыстың орташа балы – 78,3: біздің көрсеткіш одан 1,7 балл төмен.")]
    [TestCase(Language.Kk, "53 мектептің ішінде 11 мектептің орташа балы өсті")]
    [TestCase(Language.Kk, "бұл қатысушылардың 4,9%-ын құрайды.")]
    [TestCase(Language.Kk, "салыстырғанда олардың саны 54 адамға азайды.")]
    [TestCase(Language.Ru, "Число выпускников школ 2017 года – 1 761.")]
    [TestCase(Language.Ru, "участвовал 1 401 выпускник из 56 школ, доля участия – 79,6 %.")]
    [TestCase(Language.Ru, "По сравнению с прошлым годом (83,4) он снизился на 6,8 балла.")]
    [TestCase(Language.Ru, "сдавали 79 выпускников из 34 школ. Без их учёта средний балл 1 322 участников составил 79,3.")]
    [TestCase(Language.Ru, "средний балл вырос в 11 школах, не вырос в 42.")]
    [TestCase(Language.Ru, "не набрали 69 выпускников, или 4,9 % участников.")]
    [TestCase(Language.Ru, "(123) их число уменьшилось на 54.")]
    [TestCase(Language.Ru, "сдавали менее 5 человек")]
    public void Says_what_the_real_tables_say(Language language, string sentence) =>
        Assert.That(Anchor().Replace(Html(language), "$1").Replace('\u00A0', ' '), Does.Contain(sentence));

    [Test]
    public void Turns_the_words_when_the_figures_turn()
    {
        var facts = Karaganda.Facts([.. Karaganda.Schools.Select(school => school with { Mean = school.Mean + 10 })]);

        var html = Anchor().Replace(Html(Language.Kk, Karaganda.Figures(facts)), "$1");

        Assert.That(html, Does.Contain("ол 3,2 баллға өсті.").And.Contain("одан 8,3 балл жоғары"));
    }

    [TestCaseSource(nameof(Both))]
    public void Word_opens_the_chapter_without_a_fault(Language language)
    {
        using var stream = new MemoryStream(DocxReportWriter.Write(Render(language, Karaganda.Figures())));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var body = document.MainDocumentPart!.Document.Body!;
        Assert.Multiple(() =>
        {
            Assert.That(Faults(document), Is.Empty);
            Assert.That(body.InnerText, Does.Contain("76,6").And.Contain("Лицей№2").And.Not.Contain("href").And.Not.Contain("\uE000"));
            Assert.That(body.Elements<Table>().Select(table => table.Elements<TableRow>().Count()), Is.EqualTo(new[] { 15, 11, 11, 57 }));
            Assert.That(body.Descendants<TableHeader>().Count(), Is.EqualTo(4));
            Assert.That(body.Descendants<PageSize>().Single().Width!.Value, Is.EqualTo(11906u));
            Assert.That(document.MainDocumentPart.FooterParts.Single().Footer.OuterXml, Does.Contain("PAGE"));
            Assert.That(document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>().First().Val!.Value,
                Is.EqualTo(language == Language.Kk ? "kk-KZ" : "ru-RU"));
        });
    }

    [Test]
    public async Task The_same_figures_give_the_same_bytes()
    {
        var first = DocxReportWriter.Write(Render(Language.Kk, Karaganda.Figures()));

        // The clock of a ZIP ticks every two seconds.
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        var second = DocxReportWriter.Write(Render(Language.Kk, FigureSetJson.Read(FigureSetJson.Write(Karaganda.Figures()))));

        Assert.That(second, Is.EqualTo(first));
        var html = Html(Language.Ru);
        Assert.That(Html(Language.Ru), Is.EqualTo(html));
        Assert.That(html, Does.Contain("<td class=\"right\">").And.Not.Contain("style="));
    }

    [Test]
    public void Lists_emphasis_and_strange_names_reach_Word()
    {
        const string Markdown = "# Тақырып\n\n1. а\n2. б\n   - в\n\n> дәйексөз\n\n**қалың** *көлбеу* `код`\\\nжол &amp;\n\n1. тағы\n\n***\n\nмәтін\n\n    код\n";
        var report = new RenderedReport(ReportMarkdown.Read(Markdown, new RenderTokens()), Language.Kk, "a & <b>");

        using var stream = new MemoryStream(DocxReportWriter.Write(report));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var body = document.MainDocumentPart!.Document.Body!;
        Assert.That(Faults(document), Is.Empty);
        Assert.That(body.Descendants<NumberingId>().Select(id => id.Val!.Value), Is.EqualTo(new[] { 2, 2, 1, 3 }), "the second ordered list begins anew");
        Assert.That(body.Descendants<Run>().Single(run => run.InnerText == "қалың").RunProperties!.Bold, Is.Not.Null);
        Assert.That(document.PackageProperties.Title, Is.EqualTo("a & <b>"));
        Assert.That(XmlText.Clean("a\u0001" + '\uD800' + "b"), Is.EqualTo("a\uFFFD\uFFFDb"));
    }

    private static IEnumerable<string> Faults(WordprocessingDocument document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}");

    private static string Html(Language language, FigureSet? set = null) => Render(language, set ?? Karaganda.Figures()).ToHtml();

    private static RenderedReport Render(Language language, FigureSet set) =>
        new ReportRenderer(PlanningTexts.Of).Render(ShippedTemplates.Read("unt", language), set, UntChapter.Definition.Title);

    private static IEnumerable<string> Keys(string html) => Key().Matches(html).Select(match => match.Groups["key"].Value).Distinct();

    [GeneratedRegex("<a [^>]*>([^<]*)</a>")]
    private static partial Regex Anchor();

    [GeneratedRegex("data-figure=\"(?<key>[^\"]*)\"")]
    private static partial Regex Key();
}
