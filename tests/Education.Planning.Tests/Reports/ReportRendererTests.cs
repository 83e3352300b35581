using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;
using Markdig.Syntax;

namespace Education.Planning.Tests.Reports;

public sealed class ReportRendererTests
{
    private static readonly LocalizedText Title = new("Есеп", "Отчёт");

    [Test]
    public void A_figure_is_an_anchor_to_its_trace() =>
        Assert.That(Html(Language.Ru, "Средний балл – {{fig \"mean\"}}.", Of("mean", 76.5952m, 1)), Is.EqualTo(
            "<p>Средний балл – <a class=\"figure\" data-figure=\"mean\" href=\"#figure/mean\">76,6</a>.</p>\n"));

    [TestCase("{{fig \"v\"}}", "1\u00A0234,57")]
    [TestCase("{{fig \"v\" digits=0}}", "1\u00A0235")]
    [TestCase("{{fig \"v\" digits=1 sign=true}}", "+1\u00A0234,6")]
    [TestCase("{{money \"v\" unit=\"thousand\"}}", "1,2\u00A0мың теңге")]
    public void Formats_a_figure(string template, string text) =>
        Assert.That(Html(Language.Kk, template, Of("v", 1234.565m, 2)), Does.Contain($">{text}</a>"));

    [TestCase(Language.Kk, "79,6%")]
    [TestCase(Language.Ru, "79,6\u00A0%")]
    public void Writes_a_percent_as_the_language_does(Language language, string text) =>
        Assert.That(Html(language, "{{pct \"v\"}}", Of("v", 1401m / 1761 * 100, 1)), Does.Contain($">{text}</a>"));

    [TestCase("-6.8", "төмендеді")]
    [TestCase("2.5", "өсті")]
    [TestCase("0", "өзгерген жоқ")]
    [TestCase("-0.04", "өзгерген жоқ")]
    public void The_word_of_direction_follows_the_printed_sign(decimal change, string word) =>
        Assert.That(Html(Language.Kk, "{{dir \"v\" up=\"өсті\" down=\"төмендеді\" same=\"өзгерген жоқ\"}}", Of("v", change, 1)), Is.EqualTo($"<p>{word}</p>\n"));

    [TestCase("1", "школа")]
    [TestCase("2", "школы")]
    [TestCase("5", "школ")]
    [TestCase("11", "школ")]
    [TestCase("14", "школ")]
    [TestCase("21", "школа")]
    [TestCase("-22", "школы")]
    [TestCase("112", "школ")]
    [TestCase("0", "школ")]
    [TestCase("1.5", "школы")]
    public void Russian_has_three_forms(decimal value, string word) =>
        Assert.That(Html(Language.Ru, "{{plural \"v\" one=\"школа\" few=\"школы\" many=\"школ\"}}", Of("v", value, 1)), Is.EqualTo($"<p>{word}</p>\n"));

    [Test]
    public void One_template_writes_many_reports_at_once()
    {
        var template = ReportTemplate.Read("x", Language.Ru, "{{#positive \"v\"}}{{fig \"v\"}} {{plural \"v\" one=\"школа\" few=\"школы\" many=\"школ\"}}{{/positive}}");
        var written = new string[200];

        Parallel.For(0, written.Length, i => written[i] = new ReportRenderer(PlanningTexts.Of).Render(template, Set([Of("v", i + 1, 0)], []), Title).ToHtml());

        for (var i = 0; i < written.Length; i++)
        {
            Assert.That(written[i], Does.Contain($">{i + 1}</a>"));
        }
    }

    [Test]
    public void Names_every_unknown_key_at_once()
    {
        var error = Assert.Throws<RuleViolation>(() =>
            Html(Language.Ru, "{{fig \"b\"}} {{pct \"a\"}} {{#known \"v\"}}{{else}}{{fig \"c\"}}{{/known}} {{text \"d\"}} {{table \"e\"}}", Of("v", 1, 0)))!;

        Assert.That((error.Code, error.Args[0]), Is.EqualTo(("planning.report-unknown-keys", (object)"a, b, c, d, e")));
    }

    [Test]
    public void A_column_that_the_table_lacks_is_unknown_too()
    {
        var error = Assert.Throws<RuleViolation>(() => Html(Language.Ru, "{{#each (rows \"schools\")}}{{fig nothing}}{{/each}}", School("x")))!;

        Assert.That(error.Args[0], Is.EqualTo("nothing"));
    }

    [TestCase(Language.Kk, MissingReasons.NoData, "дерек жоқ")]
    [TestCase(Language.Ru, MissingReasons.DivisionByZero, "нет данных")]
    [TestCase(Language.Ru, MissingReasons.Hidden, "не публикуется")]
    public void A_missing_value_says_so(Language language, string reason, string text)
    {
        var missing = Of("v", 0, 1) with { Value = null, Missing = reason };

        Assert.That(Html(language, "{{fig \"v\"}} / {{dir \"v\" up=\"a\" down=\"b\" same=\"c\"}}", missing), Does.Contain($">{text}</a> / {text}<"));
    }

    [Test]
    public void Data_can_become_neither_HTML_nor_Markdown()
    {
        const string Hostile = "**x** <script>alert(1)</script> | [a](javascript:b) # & \"\n\n# head";

        var html = Html(Language.Ru, "{{table \"schools\" label=\"Школа\"}}\n\n{{text \"name\"}}", School(Hostile));

        Assert.Multiple(() =>
        {
            Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<strong>").And.Not.Contain("href=\"javascript").And.Not.Contain("<h1"));
            Assert.That(html, Does.Contain("**x** &lt;script&gt;alert(1)&lt;/script&gt; | [a](javascript:b) # &amp; &quot;"));
            Assert.That(html.Split("<tr>"), Has.Length.EqualTo(3), "one header, one row");
        });
    }

    [Test]
    public void Raw_HTML_of_a_template_is_text() =>
        Assert.That(Html(Language.Ru, "<b onclick=\"x\">текст</b>", Of("v", 1, 0)), Does.Contain("&lt;b onclick").And.Not.Contain("<b"));

    [TestCase("`{{fig \"v\"}}`")]
    [TestCase("[x](https://example.kz/{{fig \"v\"}})")]
    [TestCase("[x](javascript:alert)")]
    [TestCase("![x](https://example.kz/a.png)")]
    public void Tags_in_code_and_unsafe_links_are_refused(string template) =>
        Assert.That(Assert.Throws<RuleViolation>(() => Html(Language.Ru, template, Of("v", 1, 0)))!.Code, Is.EqualTo("planning.template-token"));

    [Test]
    public void A_table_has_its_numbers_right_and_its_names_left() =>
        Assert.That(Html(Language.Ru, "текст\n\n{{table \"schools\" label=\"Школа\"}}\n\nтекст", School("СШ №1")), Is.EqualTo(
            """
            <p>текст</p>
            <table>
            <thead>
            <tr>
            <th class="right">№</th>
            <th>Школа</th>
            <th class="right">Балл</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td class="right">1</td>
            <td>СШ №1</td>
            <td class="right"><a class="figure" data-figure="mean[s]" href="#figure/mean%5Bs%5D">97,43</a></td>
            </tr>
            </tbody>
            </table>
            <p>текст</p>

            """.ReplaceLineEndings("\n")));

    [TestCase("Школы: {{table \"schools\"}}")]
    [TestCase("# {{table \"schools\"}}")]
    [TestCase("{{table \"schools\"}}\nтекст")]
    [TestCase("`{{table \"schools\"}}`")]
    [TestCase("    {{table \"schools\"}}")]
    public void A_table_within_text_is_refused(string template) =>
        Assert.That(Assert.Throws<RuleViolation>(() => Html(Language.Ru, template, School("СШ №1")))!.Code, Is.EqualTo("planning.template-token"));

    [TestCase("{{{v}}}", "planning.template.raw")]
    [TestCase("\\{{fig \"v\"}}", "planning.template.raw")]
    [TestCase("{{v}}", "planning.template.unknown-tag")]
    [TestCase("{{> partial}}", "planning.template.unknown-tag")]
    [TestCase("{{lookup a \"b\"}}", "planning.template.unknown-tag")]
    [TestCase("{{label}}", "planning.template.unknown-tag")]
    [TestCase("{{fig}}", "planning.template.no-key")]
    [TestCase("{{fig \"v\"", "planning.template.unclosed")]
    [TestCase("{{#known \"v\"}}x", "planning.template.block")]
    [TestCase("{{#known \"v\"}}x{{/positive}}", "planning.template.block")]
    [TestCase("x\uE000y", "planning.template.private-character")]
    [TestCase("набрали 50 баллов", "planning.template.numeral")]
    public void A_wrong_template_is_refused_at_registration(string text, string code)
    {
        var template = ReportTemplate.Read("x", Language.Ru, text);

        Assert.That(template.Issues.Where(issue => issue.IsError).Select(issue => issue.Code), Has.Member(code));
        Assert.That(Assert.Throws<RuleViolation>(() => new ReportRenderer(PlanningTexts.Of).Render(template, Set([Of("v", 1, 0)], []), Title))!.Code,
            Is.EqualTo("planning.template-invalid"));
    }

    [Test]
    public void Rows_can_be_written_by_hand()
    {
        const string Template = "| Школа | Балл |\n|--|--:|\n{{#each (rows \"schools\")}}\n| {{rank}}. {{label}} | {{fig mean}} |\n{{/each}}\n";

        var html = Html(Language.Ru, Template, School("СШ №76"));

        Assert.That(html, Does.Contain("<td>1. СШ №76</td>").And.Contain("data-figure=\"mean[s]\" href=\"#figure/mean%5Bs%5D\">97,43</a>"));
    }

    [TestCase(0)]
    [TestCase(2)]
    public void A_table_of_data_is_written_as_one_of_Markdown_would_be(int rows)
    {
        var figure = Of("mean[s]", 97.43m, 2);
        RenderToken[] row = [new("1", null), new("<b>СШ</b>", null), new("97,43", figure)];
        var table = new DataTable(new RenderTable([new("№", null), new("Школа", null), new("Балл", null)], [.. Enumerable.Repeat(row, rows)], NameColumn: 1));

        Assert.That(Written(table), Is.EqualTo(Written(table.ToMarkdown())));

        static string Written(Block block) =>
            new RenderedReport([new ParagraphBlock(), block, new ParagraphBlock()], Language.Ru, "x").ToHtml();
    }

    [Test]
    public void The_year_is_that_of_the_period() =>
        Assert.That(Html(Language.Ru, "{{year}} и {{year offset=-1}}", Of("v", 1, 0)), Is.EqualTo("<p>2017 и 2016</p>\n"));

    private static string Html(Language language, string template, Figure figure) => Html(language, template, Set([figure], []));

    private static string Html(Language language, string template, FigureSet set)
    {
        var read = ReportTemplate.Read("x", language, template);
        Assert.That(read.Issues.Where(issue => issue.IsError), Is.Empty);
        return new ReportRenderer(PlanningTexts.Of).Render(read, set, Title).ToHtml();
    }

    private static FigureSet School(string name) => Set(
        [Of("mean[s]", 97.43m, 2)],
        [new FigureTable("schools", [new FigureColumn("mean", new LocalizedText("Балл", "Балл"))], [new FigureRow("s", new LocalizedText(name, name), 1, ["mean[s]"])])],
        name);

    private static FigureSet Set(IReadOnlyList<Figure> figures, IReadOnlyList<FigureTable> tables, string name = "x") =>
        new("x", "2017", Karaganda.City, figures, tables, [new FigureText("name", new LocalizedText(name, name))]);

    private static Figure Of(string key, decimal value, int rounding) => new()
    {
        Key = key,
        IndicatorCode = "unt.mean",
        Kind = IndicatorKind.Average,
        Period = "2017",
        Territory = Karaganda.City,
        Dimensions = Dimensions.None,
        Value = value,
        Numerator = value,
        Unit = "point",
        Rounding = rounding,
        Origin = FigureOrigin.None,
    };
}
