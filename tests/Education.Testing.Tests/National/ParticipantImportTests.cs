using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.TestKit;
using Education.Testing.National;
using Education.Testing.National.Participants;
using Education.Testing.National.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

/// <summary>Participants one by one: taken in, computed into schools and subjects, never shown with their ИИН.</summary>
[TestFixture]
internal sealed partial class ParticipantImportTests
{
    private const string Definition = "testing.participants";
    private static readonly object Year2017 = new { year = "2017", territory = NationalHost.Karaganda };

    // 92, 120 and 32 points; the third takes a creative exam and is below the threshold of 50.
    private static readonly string[] Three =
    [
        $"{NationalHost.Iin(1)};Школа-лицей №1;каз;нет;15;10;12;Математика;30;Физика;25;92",
        $"{NationalHost.Iin(2)};Школа-лицей №1;рус;;20;18;16;Математика;35;Физика;31;120",
        $"{NationalHost.Iin(3)};Школа-лицей №1;каз;да;10;8;14;;;;;",
    ];

    private NationalHost _host = null!;

    [SetUp]
    public async Task Start() => _host = await NationalHost.Start();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Computes_the_school_from_its_participants()
    {
        await _host.Participants(_host.Specialist(), Year2017, Three);
        var school = await _host.School(_host.First, 2017);
        Assert.Multiple(() =>
        {
            Assert.That(school.GetProperty("participants").GetInt32(), Is.EqualTo(3));
            Assert.That(school.GetProperty("mean").GetDecimal(), Is.EqualTo(81.33m), "(92 + 120 + 32) / 3");
            Assert.That(school.GetProperty("meanWithoutCreative").GetDecimal(), Is.EqualTo(106m), "(92 + 120) / 2");
            Assert.That(school.GetProperty("belowThreshold").GetInt32(), Is.EqualTo(1));
            Assert.That(school.GetProperty("source").GetString(), Is.EqualTo("participants"));
            Assert.That(school.GetProperty("graduates").ValueKind, Is.EqualTo(JsonValueKind.Null), "nobody has told them");
        });
        var summary = await _host.Specialist().Get<JsonElement>($"/api/v1/testing/national/summary?year=2017&territory={NationalHost.Karaganda}");
        Assert.Multiple(() =>
        {
            Assert.That(summary.GetProperty("mean").GetProperty("total").GetDecimal(), Is.EqualTo(244m), "exact, not mean × participants");
            Assert.That(summary.GetProperty("meanFromSubjects").GetProperty("total").GetDecimal(), Is.EqualTo(244m));
            Assert.That(summary.GetProperty("meanWithoutCreative").GetProperty("value").GetDecimal(), Is.EqualTo(106m));
            Assert.That(summary.GetProperty("belowThreshold").GetInt32(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Computes_the_subjects_of_the_territory()
    {
        await _host.Participants(_host.Specialist(), Year2017, Three);
        var rows = await _host.Api.Inside(s => s.GetRequiredService<TestingDbContext>().SubjectsForAggregates
            .Where(r => r.Year == 2017 && r.TerritoryCode == NationalHost.Karaganda)
            .ToDictionaryAsync(r => (r.SubjectCode, r.Group), r => (r.Participants, r.MeanHundredths, r.Source)));
        Assert.That(rows, Is.EquivalentTo(new Dictionary<(string, TakerGroup), (int?, long, ResultSource)>
        {
            [("reading", TakerGroup.All)] = (3, 1500, ResultSource.Participants),
            [("math-literacy", TakerGroup.All)] = (3, 1200, ResultSource.Participants),
            [("history", TakerGroup.All)] = (3, 1400, ResultSource.Participants),
            [("math", TakerGroup.All)] = (2, 3250, ResultSource.Participants),
            [("physics", TakerGroup.All)] = (2, 2800, ResultSource.Participants),
            [("reading", TakerGroup.Creative)] = (1, 1000, ResultSource.Participants),
            [("math-literacy", TakerGroup.Creative)] = (1, 800, ResultSource.Participants),
            [("history", TakerGroup.Creative)] = (1, 1400, ResultSource.Participants),
        }));
    }

    [Test]
    public async Task Counts_a_subject_below_its_threshold_where_the_year_has_one()
    {
        // 2024: reading and maths 3, history and profiles 5, total 50.
        var options = new { year = "2024", territory = NationalHost.Karaganda };
        await _host.Participants(
            _host.Specialist(), options,
            $"{NationalHost.Iin(1)};Гимназия №38;қаз;;2;10;20;Математика;40;Физика;40;112",
            $"{NationalHost.Iin(2)};Гимназия №38;қаз;;3;3;5;Математика;5;Физика;34;50",
            $"{NationalHost.Iin(3)};Гимназия №38;қаз;;3;3;5;Математика;5;Физика;33;49",
            $"{NationalHost.Iin(4)};Гимназия №38;қаз;;10;10;20;Математика;4;Физика;50;94",
            $"{NationalHost.Iin(5)};Гимназия №38;рус;да;10;;20;Творческий экзамен 1;50;Творческий экзамен 2;50;130");
        Assert.That((await _host.School(_host.Second, 2024)).GetProperty("belowThreshold").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public async Task The_same_file_twice_changes_nothing()
    {
        var client = _host.Specialist();
        await _host.Participants(client, Year2017, Three);
        var before = await State();
        var again = await _host.Participants(client, Year2017, Three);
        Assert.That((again.GetProperty("unchanged").GetInt32(), again.GetProperty("created").GetInt32()), Is.EqualTo((3, 0)));
        Assert.That(await State(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_corrected_row_changes_one_participant_and_what_rests_on_it()
    {
        var client = _host.Specialist();
        await _host.Participants(client, Year2017, Three);
        var second = await _host.Participants(client, Year2017, Three[0].Replace(";30;Физика;25;92", ";33;Физика;25;95", StringComparison.Ordinal), Three[1], Three[2]);
        Assert.That((second.GetProperty("changed").GetInt32(), second.GetProperty("unchanged").GetInt32()), Is.EqualTo((1, 2)));
        Assert.That((await _host.School(_host.First, 2017)).GetProperty("mean").GetDecimal(), Is.EqualTo(82.33m), "(95 + 120 + 32) / 3");
        Assert.That((await _host.Subjects(2017))["math"].GetProperty("mean").ValueKind, Is.EqualTo(JsonValueKind.Null), "two takers are hidden");
    }

    [Test]
    public async Task A_participant_who_moves_to_another_school_counts_there_only()
    {
        var client = _host.Specialist();
        await _host.Participants(client, Year2017, Three);
        await _host.Participants(client, Year2017, [.. Three.Select(r => r.Replace("Школа-лицей №1", "Гимназия №38", StringComparison.Ordinal))]);
        var (first, second) = (await _host.School(_host.First, 2017), await _host.School(_host.Second, 2017));
        Assert.Multiple(() =>
        {
            Assert.That(first.GetProperty("participants").GetInt32(), Is.Zero);
            Assert.That(first.GetProperty("mean").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(second.GetProperty("participants").GetInt32(), Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Another_session_than_the_main_one_leaves_the_schools_figures_alone()
    {
        var client = _host.Specialist();
        await _host.Participants(client, Year2017, Three);
        var import = await _host.Participants(
            client, new { year = "2017", territory = NationalHost.Karaganda, session = "Қаңтар" },
            $"{NationalHost.Iin(1)};Школа-лицей №1;каз;;20;20;20;Математика;40;Физика;40;140");
        Assert.That(import.GetProperty("created").GetInt32(), Is.EqualTo(1), "a result of its own beside that of the main session");
        Assert.That((await _host.School(_host.First, 2017)).GetProperty("mean").GetDecimal(), Is.EqualTo(81.33m));
    }

    [TestCase("999999999999;Школа-лицей №1;каз;;15;10;12;Математика;30;Физика;25;92", "iin:iin.check-digit")]
    [TestCase("{0};Школа-лицей №1;каз;;21;10;12;Математика;30;Физика;25;", "reading:testing.score-out-of-range")]
    [TestCase("{0};Школа-лицей №1;каз;;15;-1;12;Математика;30;Физика;25;", "mathLiteracy:testing.score-out-of-range")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Математика;41;Физика;25;", "profile1Score:testing.score-out-of-range")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Математика;30;Физика;25;93", "total:testing.total-mismatch")]
    [TestCase("{0};Школа-лицей №1;каз;да;20;20;20;Математика;40;Физика;40;", "total:testing.total-out-of-range")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Астрология;30;Физика;25;92", "profile1:testing.profile-unknown")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Математика;;Физика;25;", "profile1Score:testing.profile-pair-missing")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Математика;30;;25;", "profile2:testing.profile-pair-missing")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Математика;30;;;52", "profile2:testing.profile-pair-missing")]
    [TestCase("{0};Школа-лицей №1;каз;;15;10;12;Математика;30;Математика;25;92", "profile2:testing.profile-same-subject")]
    [TestCase("{0};Школа-лицей №1;каз;;15;;12;Математика;30;Физика;25;82", "mathLiteracy:testing.score-missing")]
    [TestCase("{0};Школа-лицей №1;марсианский;;15;10;12;Математика;30;Физика;25;92", "language:testing.language-unknown")]
    [TestCase("{0};Школа-лицей №1;каз;возможно;15;10;12;Математика;30;Физика;25;92", "creative:testing.flag-unknown")]
    [TestCase("{0};Школа №404;каз;;15;10;12;Математика;30;Физика;25;92", "school:imports.institution-unknown")]
    public async Task Refuses_a_wrong_row(string row, string error)
    {
        var csv = NationalHost.Header + "\n" + string.Format(null, row, NationalHost.Iin(1));
        Assert.That(await _host.Errors(_host.Specialist(), Definition, csv, Year2017), Is.EqualTo(new[] { "2:" + error }));
    }

    [Test]
    public async Task Says_all_errors_of_a_row_at_once_and_a_person_twice()
    {
        var csv = string.Join('\n', NationalHost.Header, Three[0], $"{NationalHost.Iin(1)};Школа-лицей №1;??;;99;10;12;Математика;30;Физика;25;");
        Assert.That(
            await _host.Errors(_host.Specialist(), Definition, csv, Year2017),
            Is.EquivalentTo(new[] { "3:language:testing.language-unknown", "3:reading:testing.score-out-of-range", "3:iin:testing.participant-twice" }));
    }
}
