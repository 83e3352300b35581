using System.Text.RegularExpressions;
using Education.SharedKernel;

namespace Education.Planning.Reports.Engine;

/// <summary>
/// No literal numeral may stand in a template: a figure that was typed is a figure that nobody computes. Dates, numbers of legal acts and
/// their articles, titles of acts and markers of lists are not figures. Numerals spelled out in words are warned about, since some of them
/// are also other words.
/// </summary>
internal static partial class NumeralLint
{
    /// <summary>Options of tags that print their value.</summary>
    private static readonly HashSet<string> Printed = new(["up", "down", "same", "one", "few", "many", "label"], StringComparer.Ordinal);

    public static IEnumerable<TemplateIssue> Check(string template, Language language)
    {
        var tags = TemplateScanner.Tags(template);
        var found = Numerals(TemplateScanner.Blank(template, tags), 0, language)
            .Concat(tags.SelectMany(tag => tag.Options).Where(option => Printed.Contains(option.Name))
                .SelectMany(option => Numerals(option.Value.Text, option.Value.Start, language)));
        return found.OrderBy(numeral => numeral.Offset).Select(numeral => TemplateIssue.At(
            template, numeral.Offset, numeral.Spelled ? "planning.template.spelled-numeral" : "planning.template.numeral", !numeral.Spelled, numeral.Text));
    }

    private static IEnumerable<(int Offset, string Text, bool Spelled)> Numerals(string text, int offset, Language language)
    {
        var rest = Allowed().Replace(text, match => new string(' ', match.Length));
        foreach (Match match in Digits().Matches(rest))
        {
            yield return (offset + match.Index, match.Value, false);
        }

        var words = language switch { Language.Kk => KazakhWords(), Language.Ru => RussianWords(), _ => EnglishWords() };
        foreach (Match match in words.Matches(rest))
        {
            yield return (offset + match.Index, match.Value, true);
        }
    }

    // Digits of any script, Roman and circled ones, fractions; a number with its group spaces and comma is one numeral.
    [GeneratedRegex(@"[\p{Nd}\p{Nl}\p{No}](?:[\p{Nd}\p{Nl}\p{No}]|[.,\u00A0\u202F ](?=\p{Nd}))*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("""
          № \s? \d[\w/]* (?: -[\w]+ )*                                                   # № 254, № 319-III, № ҚР ДСМ-59 has its digits after letters:
        | № \s? (?: \p{Lu}+ \s )* \p{Lu}+ - \d+
        | \b \d{2} \. \d{2} \. \d{4} \b                                                  # 19.06.2020
        | \b \d{4} \s жылғы \s \d{1,2} \s (?: қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан )
        | \b \d{1,2} \s (?: января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря ) \s \d{4} \s (?: года | г\. )
        | \b \d+ (?: -\d+ )? -(?: ба[пб]|тарма[қғ]|қосымша ) \w*                       # 17-бабының 2-тармағы
        | \b (?: стат(?:ья|ьи|ье|ьей|ьёй|ью|ей) | ст\. | пункт\w* | подпункт\w* | п\. | пп\. | приложени\w+ | article | section ) \s \d+ (?: -\d+ )?
        | « [^»\n]* » (?= [^.\n]{0,40} (?: Заң | заң | Кодекс | кодекс | бұйры | қаулы ) )  # «…» туралы Заңы
        | (?<= (?: [Зз]акон | [Кк]одекс | [Пп]риказ | [Пп]остановлени | Law | Order ) [^.«»\n]{0,80} ) « [^»\n]* »
        | (?<= ^ [ \t]* ) \d+ [.)] (?= [ \t] )                                           # marker of a list
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Allowed();

    // Not «бір» (also "a", "same"), «тоқсан» (quarter), «мың» (unit of money).
    [GeneratedRegex("""
        \b (?: (?: екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|жүз )
               (?: нші|інші|ншы|ыншы )? (?: ден|дан|тен|тан|ге|ға|ке|қа|де|да|те|та|нің|ның|тің|тың|ні|ны|ті|ты )?
           | (?: екеу|үшеу|төртеу|бесеу|алтау|жетеу ) (?: і|сі )? ) \b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex KazakhWords();

    // Not «один» (also "alone", "a certain").
    [GeneratedRegex("""
        \b (?: два|две|двух|двум|двумя|три|трёх|трех|трём|трем|тремя|четыре|четырёх|четырех|четырём|четырем|четырьмя
           | пят(?:ь|и|ью)|шест(?:ь|и|ью)|сем(?:ь|и|ью)|вос(?:емь|ьми|емью)|девят(?:ь|и|ью)|десят(?:ь|и|ью)
           | \w+надцат(?:ь|и|ью)|двадцат(?:ь|и|ью)|тридцат(?:ь|и|ью)|сорок|сорока|(?:пять|шесть|семь|восемь)десят|девяносто|сто|двести|триста
           | вдвое|втрое|вчетверо|полтора|полутора|двое|трое|четверо ) \b
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex RussianWords();

    [GeneratedRegex(@"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|twice|thrice)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();
}
