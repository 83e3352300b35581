using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Testing.Tests.National;

/// <summary>What a reader outside the department cannot reckon out, from whatever published table and total.</summary>
internal sealed class PublicationTests
{
    private const string Village = "351600000";
    private const string Schools = "Школа;Всего выпускников;Кол прин. участие в ЕНТ;Средний балл 2019 года\n";

    private NationalHost _host = null!;
    private HttpClient _reader = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NationalHost.Start();
        var specialist = _host.Specialist();
        foreach (var (name, territory) in new[] { ("Школа-лицей №101", NationalHost.Karaganda), ("Гимназия №102", NationalHost.Temirtau), ("Школа-лицей №103", Village) })
        {
            await _host.AddSchool(name, territory);
        }

        // Over the oblast the 3 and the 4 would do to hide each other; in Karaganda the 6 must hide with the 3, in Temirtau the 50 with the 4.
        await _host.Import(specialist, "testing.schools", Schools + "Школа-лицей №1;9;3;60\nГимназия №38;9;6;70\nШкола-лицей №101;99;90;80\n", new { year = "2019", territory = NationalHost.Karaganda });
        await _host.Import(specialist, "testing.schools", Schools + "Школа-лицей №20;9;4;61\nГимназия №102;60;50;71\n", new { year = "2019", territory = NationalHost.Temirtau });
        await _host.Import(specialist, "testing.subjects", "Предмет;Количество участников;Средний балл;Группа сдававших\nГрамотность чтения;99;16;все\nГрамотность чтения;3;15;творческие\n",
            new { year = "2019", territory = NationalHost.Karaganda });
        _reader = _host.Api.As(["testing.read"]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_school_hidden_in_one_territory_is_hidden_in_the_table_of_the_one_above()
    {
        var (city, town, oblast) = (await Shown(NationalHost.Karaganda), await Shown(NationalHost.Temirtau), await Shown(NationalHost.Oblast));
        Assert.That(city.Values, Is.EquivalentTo(new int?[] { null, null, 90 }));
        Assert.That(town.Values, Is.EquivalentTo(new int?[] { null, null }));
        Assert.That(oblast, Is.EquivalentTo(city.Concat(town)), "the same schools, hidden or shown alike");
        Assert.That((await Summary(_reader, NationalHost.Karaganda)).GetProperty("participants").GetInt32(), Is.EqualTo(99), "less the 90 that are shown: 9, never the 3");
    }

    [Test]
    public async Task A_total_that_is_a_small_group_is_not_published()
    {
        await _host.Import(_host.Specialist(), "testing.schools", Schools.Replace("2019", "2021") + "Школа-лицей №103;5;3;60\n", new { year = "2021", territory = Village });
        await _host.Import(_host.Specialist(), "testing.schools", Schools.Replace("2019", "2021") + "Школа-лицей №1;40;30;60\nГимназия №38;50;40;60\n", new { year = "2021", territory = NationalHost.Karaganda });
        await _reader.GetAsync(Path(Village, 2021)).MustBeProblem(HttpStatusCode.Conflict, "testing.too-few-to-publish");
        await _reader.GetAsync(Path(NationalHost.Karaganda, 2021)).MustBeProblem(HttpStatusCode.Conflict, "testing.too-few-to-publish");
        Assert.That((await Summary(_reader, NationalHost.Oblast, 2021)).GetProperty("participants").GetInt32(), Is.EqualTo(73));
        Assert.That((await Shown(NationalHost.Oblast, 2021)).Values, Is.EquivalentTo(new int?[] { null, null, 40 }), "the village and the next smallest school");
        Assert.That((await Summary(_host.Specialist(), Village, 2021)).GetProperty("participants").GetInt32(), Is.EqualTo(3), "the department knows its own");
    }

    [Test]
    public async Task Means_with_and_without_a_few_creative_takers_are_not_published_together()
    {
        Assert.That((await Summary(_reader, NationalHost.Karaganda)).GetProperty("meanWithoutCreative").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var own = (await Summary(_host.Specialist(), NationalHost.Karaganda)).GetProperty("meanWithoutCreative");
        Assert.That(own.GetProperty("participants").GetInt32(), Is.EqualTo(96));
    }

    [Test]
    public async Task Last_years_small_group_stays_hidden_beside_this_years_big_one()
    {
        await _host.Import(_host.Specialist(), "testing.schools", Schools.Replace("2019", "2020") + "Школа-лицей №1;40;30;75\nГимназия №38;40;31;76\nШкола-лицей №101;40;32;77\n",
            new { year = "2020", territory = NationalHost.Karaganda });
        var rows = NationalHost.Items(await _reader.Get<JsonElement>(List(NationalHost.Karaganda, 2020)));
        Assert.That(rows.Select(r => (r.GetProperty("mean").GetDecimal(), Number(r, "previousMean"))), Is.EquivalentTo(new (decimal, decimal?)[] { (75, null), (76, null), (77, 80) }));
        var own = NationalHost.Items(await _host.Specialist().Get<JsonElement>(List(NationalHost.Karaganda, 2020) + "&view=internal"));
        Assert.That(own.Select(r => Number(r, "previousMean")), Is.EquivalentTo(new decimal?[] { 60, 70, 80 }));
    }

    private async Task<Dictionary<Guid, int?>> Shown(string territory, int year = 2019) =>
        NationalHost.Items(await _reader.Get<JsonElement>(List(territory, year))).ToDictionary(r => r.GetProperty("institutionId").GetGuid(), r => (int?)Number(r, "participants"));

    private static decimal? Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    private static Task<JsonElement> Summary(HttpClient client, string territory, int year = 2019) => client.Get<JsonElement>(Path(territory, year));

    private static string Path(string territory, int year) => $"/api/v1/testing/national/summary?year={year}&territory={territory}";

    private static string List(string territory, int year) => $"/api/v1/testing/national/schools?year={year}&territory={territory}&pageSize=200";
}
