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

internal sealed partial class ParticipantImportTests
{
    [Test]
    public async Task Refuses_an_unknown_session_and_year()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Definition), "definition" },
            { new StringContent(JsonSerializer.Serialize(new { year = "1999", territory = NationalHost.Karaganda, session = "весна" })), "options" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(NationalHost.Header + "\n" + Three[0])), "file", "t.csv" },
        };
        await _host.Specialist().Post("/api/v1/imports", form).MustBeInvalid("options.year:testing.year-out-of-range", "options.session:testing.session-unknown");
    }

    [Test]
    public async Task A_published_table_does_not_replace_what_participants_say()
    {
        var client = _host.Specialist();
        await _host.Participants(client, Year2017, Three);
        var schools = "Школа;Всего выпускников;Участников ЕНТ;Средний балл 2017\nШкола-лицей №1;5;3;81,3";
        Assert.That(await _host.Errors(client, "testing.schools", schools, Year2017), Is.EqualTo(new[] { "2:school:testing.computed-from-participants" }));
        var subjects = "Предмет;Сдавали;Средний балл\nБиология;3;20";
        Assert.That(await _host.Errors(client, "testing.subjects", subjects, Year2017), Is.EqualTo(new[] { "2:subject:testing.computed-from-participants" }));
    }

    [Test]
    public async Task Graduates_of_the_table_stay_and_all_other_figures_come_from_participants()
    {
        var client = _host.Specialist();
        await _host.Import(client, "testing.schools", "Школа;Всего выпускников;Участников ЕНТ;% участия;Средний балл 2017\nШкола-лицей №1;5;4;80;70", Year2017);
        await _host.Participants(client, Year2017, Three);
        var school = await _host.School(_host.First, 2017);
        Assert.Multiple(() =>
        {
            Assert.That(school.GetProperty("graduates").GetInt32(), Is.EqualTo(5));
            Assert.That(school.GetProperty("participants").GetInt32(), Is.EqualTo(3));
            Assert.That(school.GetProperty("participation").GetProperty("percent").GetDecimal(), Is.EqualTo(60m));
            Assert.That(school.GetProperty("mean").GetDecimal(), Is.EqualTo(81.33m));
            Assert.That(school.GetProperty("printedParticipation").ValueKind, Is.EqualTo(JsonValueKind.Null), "80 % was of other participants");
        });
    }

    [Test]
    public async Task Published_subjects_stay_while_one_school_stands_on_a_table()
    {
        var client = _host.Specialist();
        await _host.Import(client, "testing.schools", "Школа;Всего выпускников;Участников ЕНТ;Средний балл 2017\nГимназия №38;50;40;70", Year2017);
        await _host.Import(client, "testing.subjects", "Предмет;Сдавали;Средний балл\nГрамотность чтения;43;14,5", Year2017);
        await _host.Participants(client, Year2017, Three);
        var reading = (await _host.Subjects(2017))["reading"];
        Assert.That((reading.GetProperty("participants").GetInt32(), reading.GetProperty("source").GetString()), Is.EqualTo((43, "table")));

        var summary = await client.Get<JsonElement>($"/api/v1/testing/national/summary?year=2017&territory={NationalHost.Karaganda}");
        Assert.That(summary.GetProperty("belowThreshold").ValueKind, Is.EqualTo(JsonValueKind.Null), "known of one school of two");
    }

    [Test]
    public async Task A_restricted_user_imports_his_own_school_and_is_not_told_of_others()
    {
        await _host.Participants(_host.Specialist(), Year2017, Three);
        var scope = new DataScope(false, null, [_host.Second]);
        var client = _host.Specialist(scope);
        var own = $"{NationalHost.Iin(4)};Гимназия №38;рус;;15;10;12;Математика;30;Физика;25;92";
        await _host.Participants(client, Year2017, own);
        Assert.That((await _host.Subjects(2017))["reading"].GetProperty("hidden").GetBoolean(), Is.True, "four takers");
        Assert.That((await _host.School(_host.Second, 2017)).GetProperty("participants").GetInt32(), Is.EqualTo(1));

        var page = await client.Get<JsonElement>("/api/v1/testing/national/participants?year=2017");
        Assert.That(NationalHost.Items(page).Select(i => i.GetProperty("institutionId").GetGuid()), Is.EqualTo(new[] { _host.Second }));
        var foreign = string.Join('\n', NationalHost.Header, own, Three[0].Replace("Школа-лицей №1", "Гимназия №38", StringComparison.Ordinal), Three[1]);
        Assert.That(
            await _host.Errors(client, Definition, foreign, Year2017),
            Is.EqualTo(new[] { "3:iin:testing.participant-elsewhere", "4:school:imports.institution-unknown" }));
    }

    [Test]
    [SqliteOnly("every column of the file")]
    public async Task The_iin_stands_nowhere_but_in_its_column_and_in_the_original_file()
    {
        var client = _host.Specialist();
        var wrong = $"{NationalHost.Iin(7)};Школа-лицей №1;??;;99;10;12;{NationalHost.Iin(7)};30;Физика;25;";
        await _host.Import(client, Definition, string.Join('\n', [NationalHost.Header, .. Three, wrong, wrong]), Year2017, "good");
        await _host.Participants(client, Year2017, Three[0].Replace(";30;Физика;25;92", ";33;Физика;25;95", StringComparison.Ordinal));
        var list = await client.GetStringAsync("/api/v1/testing/national/participants?year=2017");
        Assert.That(list, Does.Contain("*********" + NationalHost.Iin(1)[9..]));
        foreach (var iin in new[] { 1, 2, 3 }.Select(NationalHost.Iin))
        {
            Assert.That(list, Does.Not.Contain(iin));
            Assert.That(_host.Api.Log.Where(l => l.Contains(iin, StringComparison.Ordinal)), Is.Empty);
            Assert.That(await TablesWith(iin), Is.EqualTo(new[] { "testing_ParticipantResults.Iin" }));
        }

        var audit = await _host.Api.Inside(s => s.GetRequiredService<PlatformDbContext>().Audit.Where(a => a.Entity == "ParticipantResult").Select(a => a.Action).ToListAsync());
        Assert.That(audit, Is.EquivalentTo(new[] { "bulk-created", "changed" }));
    }

    /// <summary>Text columns of the whole database that hold the text; bytes of the original file are not text.</summary>
    private async Task<List<string>> TablesWith(string text)
    {
        var found = new List<string>();
        foreach (var column in await _host.Api.Lines("SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type LIKE 'TEXT%'"))
        {
            var (table, name) = (column.Split('|')[0], column.Split('|')[1]);
            if (await _host.Api.Scalar($"SELECT COUNT(*) FROM \"{table}\" WHERE \"{name}\" LIKE '%{text}%'") is > 0L)
            {
                found.Add($"{table}.{name}");
            }
        }

        return found;
    }

    /// <summary>Versions of every row of the module and the audit rows about them.</summary>
    private Task<(long Participants, long Schools, long Subjects, int Audit)> State() => _host.Api.Inside(async services =>
    {
        var db = services.GetRequiredService<TestingDbContext>();
        var audit = services.GetRequiredService<PlatformDbContext>().Audit.Where(a => a.Module == "testing");
        return (await db.ParticipantsForAggregates.SumAsync(r => r.Version), await db.ForAggregates.SumAsync(r => r.Version),
            await db.SubjectsForAggregates.SumAsync(r => r.Version), await audit.CountAsync());
    });
}
