using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.Planning.Reports.Templates;
using Education.SharedKernel;

namespace Education.Planning.Tests;

/// <summary>The real tables of 2017 as the facts that the module of national tests would give.</summary>
internal static class Karaganda
{
    public const string City = "351000000";

    public static readonly SourceFile File = new("unt-2017.xlsx", new Guid("00000000-0000-0000-0000-000000002017"));

    public static IReadOnlyList<SchoolRow> Schools { get; } =
        [.. Read("unt_schools.csv").Select(row => new SchoolRow(row[0], Number(row[1])!.Value, Number(row[2])!.Value, row[3], Number(row[4]), Number(row[5])!.Value, Number(row[6])!.Value))];

    public static IReadOnlyList<SubjectRow> Subjects { get; } =
        [.. Read("unt_subjects.csv").Select(row => new SubjectRow("s" + row[0], row[1], Number(row[3])!.Value, Number(row[4])!.Value))];

    /// <summary>Descriptors as the module of national tests gives them.</summary>
    public static IReadOnlyList<IndicatorDescriptor> Descriptors { get; } =
    [
        Of("unt.threshold", "point", IndicatorKind.Score, 0), Of("unt.max-score", "point", IndicatorKind.Score, 0), Of("unt.graduates", "person", IndicatorKind.Count, 0),
        Of("unt.participants", "person", IndicatorKind.Count, 0), Of("unt.participation", "percent", IndicatorKind.Share, 1),
        Of("unt.schools", "school", IndicatorKind.Count, 0),
        Of("unt.mean", "point", IndicatorKind.Average, 1) with { PublicationThreshold = 5, FormulaText = new("Σ балл ÷ қатысушылар", "Σ баллов ÷ участники") },
        Of("unt.mean-without-creative", "point", IndicatorKind.Average, 1),
        Of("unt.participants-without-creative", "person", IndicatorKind.Count, 0), Of("unt.creative-schools", "school", IndicatorKind.Count, 0),
        Of("unt.mean-oblast", "point", IndicatorKind.Score, 1), Of("unt.mean-republic", "point", IndicatorKind.Score, 1),
        Of("unt.schools-both-years", "school", IndicatorKind.Count, 0), Of("unt.schools-risen", "school", IndicatorKind.Count, 0),
        Of("unt.below-threshold", "person", IndicatorKind.Count, 0),
        Of("unt.subject-mean", "point", IndicatorKind.Average, 1) with { PublicationThreshold = 5 },
        Of("unt.subject-mean-oblast", "point", IndicatorKind.Score, 1), Of("unt.subject-participants", "person", IndicatorKind.Count, 0),
        Of("unt.school-mean", "point", IndicatorKind.Average, 2) with { PublicationThreshold = 5 },
    ];

    public static IndicatorCatalogue Catalogue { get; } = new([.. Descriptors, .. UntChapter.Derived]);

    public static FigureScope Scope { get; } = new(ReportingPeriod.Year(2017), City, code => code == City);

    public static FigureSet Figures() => Figures(Facts());

    public static FigureSet Figures(IEnumerable<IndicatorFact> facts, Func<string, LocalizedText>? label = null) => new FigureSetBuilder(Catalogue, label ?? Label)
        .Build(UntChapter.Definition, Scope, facts, [new FigureText("territory", new LocalizedText("Қарағанды қаласы", "город Караганда", "Karaganda"))]);

    public static List<IndicatorFact> Facts(IReadOnlyList<SchoolRow>? schools = null)
    {
        var facts = new List<IndicatorFact>();
        foreach (var school in schools ?? Schools)
        {
            facts.Add(School(school, "unt.graduates", school.Graduates, null));
            facts.Add(School(school, "unt.participants", school.Participants, null));
            facts.Add(School(school, "unt.participation", school.Participants, school.Graduates));
            facts.Add(School(school, "unt.schools", 1, null));
            facts.Add(School(school, "unt.mean", school.Mean * school.Participants, school.Participants));
            facts.Add(School(school, "unt.school-mean", school.Mean * school.Participants, school.Participants));
            facts.Add(School(school, "unt.creative-schools", school.Mean == school.MeanWithoutCreative ? 0 : 1, null));
            facts.Add(School(school, "unt.schools-both-years", school.MeanPrevious is null ? 0 : 1, null));
            facts.Add(School(school, "unt.schools-risen", school.MeanPrevious < school.Mean ? 1 : 0, null));
            if (school.MeanPrevious is { } previous)
            {
                facts.Add(School(school, "unt.school-mean", previous, null) with { Period = "2016" });
            }
        }

        facts.Add(Town("unt.threshold", 50));
        facts.Add(Town("unt.max-score", 140));
        facts.Add(Town("unt.max-score", 125) with { Period = "2016" });
        facts.Add(Town("unt.mean", 83.4m) with { Period = "2016" });
        facts.Add(Town("unt.mean-oblast", 78.3m));
        facts.Add(Town("unt.mean-republic", 80.3m));
        facts.Add(Town("unt.below-threshold", 69));
        facts.Add(Town("unt.below-threshold", 123) with { Period = "2016" });
        facts.Add(Town("unt.participants-without-creative", 1322));
        facts.Add(Town("unt.mean-without-creative", (76.6m * 1401) - (79 * 31.7m)) with { Denominator = 1322 });
        foreach (var subject in Subjects)
        {
            facts.Add(Town("unt.subject-participants", subject.Participants) with { Dimensions = Dimensions.Of(("subject", subject.Code)) });
            facts.Add(Town("unt.subject-mean", subject.Mean * subject.Participants) with
            {
                Dimensions = Dimensions.Of(("subject", subject.Code)),
                Denominator = subject.Participants,
            });
        }

        return facts;
    }

    /// <summary>Key of the school's row in the tables.</summary>
    public static string Key(string school) => Id(school).ToString("N");

    public static Guid Id(string school) => new(SHA256.HashData(Encoding.UTF8.GetBytes(school)).AsSpan(0, 16));

    private static LocalizedText Label(string key) =>
        Schools.Where(school => Key(school.Name) == key).Select(school => new LocalizedText(school.Name, school.Name))
            .Concat(Subjects.Where(subject => key == $"subject={subject.Code}").Select(subject => new LocalizedText(subject.Name, subject.Name)))
            .First();

    private static IndicatorFact School(SchoolRow school, string code, decimal numerator, decimal? denominator) =>
        new(code, Id(school.Name), City, "2017", Dimensions.None, numerator, denominator, "x") { Sources = [File] };

    private static IndicatorFact Town(string code, decimal numerator) => new(code, null, City, "2017", Dimensions.None, numerator, null, "x") { Sources = [File] };

    private static IndicatorDescriptor Of(string code, string unit, IndicatorKind kind, int rounding) =>
        new(code, new LocalizedText(code, code), unit, kind, rounding);

    private static decimal? Number(string text) => text == "-" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Read(string file) =>
        System.IO.File.ReadAllLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Data", file)).Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(','));
}

internal sealed record SchoolRow(
    string Name, decimal Graduates, decimal Participants, string PrintedParticipation, decimal? MeanPrevious, decimal Mean, decimal MeanWithoutCreative);

internal sealed record SubjectRow(string Code, string Name, decimal Participants, decimal Mean);
