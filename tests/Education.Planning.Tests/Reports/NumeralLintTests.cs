using Education.Planning.Reports.Engine;
using Education.SharedKernel;

namespace Education.Planning.Tests.Reports;

public sealed class NumeralLintTests
{
    [TestCase("Қатысушылар саны – 1401.", 1, 20, "1401")]
    [TestCase("Бірінші жол\nорташа балл 76,6 болды", 2, 13, "76,6")]
    [TestCase("1 401 түлек", 1, 1, "1 401")]
    [TestCase("## 3. Бөлім", 1, 4, "3")]
    [TestCase("2017 жылы", 1, 1, "2017")]
    [TestCase("№ 95 мектептен 12 түлек", 1, 16, "12")]
    [TestCase("{{dir \"a\" up=\"5 есе өсті\" down=\"төмендеді\"}}", 1, 15, "5")]
    [TestCase("үлесі ½ болды", 1, 7, "½")]
    public void Finds_a_typed_figure(string template, int line, int column, string text)
    {
        var issue = NumeralLint.Check(template, Language.Kk).Single();

        Assert.That(issue, Is.EqualTo(new TemplateIssue("planning.template.numeral", true, line, column, text)));
    }

    [TestCase(Language.Kk, "2020 жылғы 19 маусымдағы № 254 бұйрық")]
    [TestCase(Language.Kk, "2017 жылғы 1 қыркүйек")]
    [TestCase(Language.Kk, "Заңның 17-бабының 2-тармағы")]
    [TestCase(Language.Kk, "«2011–2020 жылдарға арналған бағдарлама» туралы Заңы")]
    [TestCase(Language.Ru, "приказ от 19.06.2020 № 254")]
    [TestCase(Language.Ru, "Закон от 27 июля 2007 года № 319-III «Об образовании», статья 6, пункт 2")]
    [TestCase(Language.Ru, "1. первый пункт списка\n2. второй")]
    [TestCase(Language.Ru, "{{fig \"unt.subject-mean[subject=s3]\" digits=2}} и {{year offset=-1}}")]
    [TestCase(Language.Ru, "{{! здесь было 5 }}текст")]
    public void Dates_acts_and_tags_are_no_figures(Language language, string template) =>
        Assert.That(NumeralLint.Check(template, language), Is.Empty);

    [TestCase(Language.Kk, "үш мектеп", "үш")]
    [TestCase(Language.Kk, "мектептердің екеуі", "екеуі")]
    [TestCase(Language.Kk, "жетінші орын", "жетінші")]
    [TestCase(Language.Ru, "в двух школах", "двух")]
    [TestCase(Language.Ru, "почти втрое больше", "втрое")]
    [TestCase(Language.Ru, "тринадцать школ", "тринадцать")]
    [TestCase(Language.Ru, "{{dir \"a\" up=\"вырос вдвое\"}}", "вдвое")]
    public void Warns_of_a_figure_in_words(Language language, string template, string word)
    {
        var issue = NumeralLint.Check(template, language).Single();

        Assert.That((issue.Code, issue.IsError, issue.Text), Is.EqualTo(("planning.template.spelled-numeral", false, word)));
    }

    [TestCase(Language.Kk, "Алтын белгі, бесік, үшін, мың теңге, жүзеге асыру")]
    [TestCase(Language.Ru, "он, стол, семья, столица, стоимость, тригонометрия, пятница")]
    public void Other_words_that_begin_alike_are_left_alone(Language language, string template) =>
        Assert.That(NumeralLint.Check(template, language), Is.Empty);
}
