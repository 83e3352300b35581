using System.Text;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class InstitutionImportTests
{
    private const string Table = """
        БИН;Наименование на казахском;Наименование на русском;Вид;Форма собственности;Языки обучения;Территория;Дата открытия
        091040010005;№5 гимназия;Гимназия №5;Гимназия;государственная;казахский, русский;город Караганда;01.09.1985
        ;«Құлыншақ» балабақшасы;Детский сад «Кулыншак»;Детский сад;частная;смешанный;351600000;
        """;

    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _client = _host.Registrar();
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_table_in_russian_becomes_institutions()
    {
        var import = await Import(Table);
        var rows = (await _client.Get<JsonElement>(Api.Root + "/institutions")).GetProperty("items");
        Assert.That(rows.GetArrayLength(), Is.EqualTo(2));
        var gymnasium = await _client.Card(rows[0].GetProperty("id").GetGuid());
        var kindergarten = await _client.Card(rows[1].GetProperty("id").GetGuid());
        Assert.Multiple(() =>
        {
            Assert.That(gymnasium.GetProperty("kind").GetString(), Is.EqualTo("gymnasium"));
            Assert.That(gymnasium.GetProperty("territoryCode").GetString(), Is.EqualTo(Api.Karaganda));
            Assert.That(gymnasium.GetProperty("openedOn").GetString(), Is.EqualTo("1985-09-01"));
            Assert.That(gymnasium.GetProperty("importId").GetGuid(), Is.EqualTo(import), "every record knows its import");
            Assert.That(kindergarten.GetProperty("ownership").GetString(), Is.EqualTo("private"));
            Assert.That(kindergarten.GetProperty("languages").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "kk", "ru" }));
            Assert.That(kindergarten.GetProperty("territoryCode").GetString(), Is.EqualTo(Api.Balkhash));
        });
    }

    [Test]
    public async Task The_same_table_twice_changes_nothing_and_a_changed_cell_changes_its_row()
    {
        await Import(Table);
        await Import(Table + "\n");
        Assert.That(await Versions(), Is.EqualTo(new long[] { 1, 1 }));
        await Import(Table.Replace("Гимназия №5;Гимназия", "Гимназия №5 имени Абая;Гимназия", StringComparison.Ordinal));
        Assert.That(await Versions(), Is.EqualTo(new long[] { 2, 1 }));
        Assert.That((await _client.Get<JsonElement>(Api.Root + "/institutions?q=" + Uri.EscapeDataString("абая"))).GetProperty("total").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_the_table_does_not_say_stays()
    {
        await Import(Table);
        await Import("БИН;Наименование на казахском;Наименование на русском;Вид;Территория\n091040010005;№5 лицей;Лицей №5;Лицей;351000000\n");
        var row = (await _client.Get<JsonElement>(Api.Root + "/institutions?q=091040010005")).GetProperty("items")[0];
        Assert.That(row.GetProperty("kind").GetString(), Is.EqualTo("lyceum"));
        Assert.That(row.GetProperty("openedOn").GetString(), Is.EqualTo("1985-09-01"));
        Assert.That(row.GetProperty("languages").GetArrayLength(), Is.EqualTo(2));
    }

    [TestCase("091040010006", "Гимназия", "", "351000000", "", "bin:registry.bin.check-digit")]
    [TestCase(null, "Дворец", "", "351000000", "", "kind:registry.unknown-kind")]
    [TestCase(null, "Гимназия", "ничья", "351000000", "", "ownership:unknown-value")]
    [TestCase(null, "Гимназия", "", "999999999", "", "territory:registry.unknown-territory")]
    [TestCase(null, "Гимназия", "", "", "", "territory:required")]
    [TestCase(null, "Гимназия", "", "351000000", "эсперанто", "languages:unknown-value")]
    public async Task A_wrong_cell_names_itself(string? bin, string kind, string ownership, string territory, string languages, string error) =>
        Assert.That(await Errors(DataScope.All, Row(2, bin, "А", kind, ownership, territory, languages)), Is.EqualTo(new[] { "2:" + error }));

    [Test]
    public async Task The_same_institution_twice_in_a_table_is_refused_by_row() => Assert.That(
        await Errors(DataScope.All, Row(2, null, "«Нұр»", "Детский сад", "", "351000000", ""), Row(3, null, "«НҰР»", "Детский сад", "", "351000000", "")),
        Is.EqualTo(new[] { "3:nameKk:registry.institution-twice" }));

    [Test]
    public async Task A_restricted_user_imports_only_into_his_territory_and_never_over_a_strangers_number()
    {
        await Import(Table);
        var errors = await Errors(
            Api.Within(Api.Balkhash),
            Row(2, null, "Бөтен", "Детский сад", "", "351000000", ""), Row(3, "091040010005", "Өз", "Детский сад", "", "351600000", ""));
        Assert.That(errors, Is.EqualTo(new[] { "2:territory:registry.unknown-territory", "3:bin:registry.bin-taken" }));
    }

    [Test]
    public async Task Several_of_one_name_need_the_number()
    {
        await _client.Register(Api.School("Егіз", "Двойник"));
        await _client.Register(Api.School("Егіз", "Двойник"));
        Assert.That(
            await Errors(DataScope.All, Row(2, null, "Егіз", "Гимназия", "", "351000000", "")), Is.EqualTo(new[] { "2:nameKk:registry.institution-ambiguous" }));
    }

    private static object?[] Row(int number, string? bin, string name, string kind, string ownership, string territory, string languages) =>
        [number, bin, name, name, null, kind, Cell(ownership), null, Cell(languages), Cell(territory), null];

    private static string? Cell(string text) => text.Length == 0 ? null : text;

    private Task<Guid> Import(string csv) => _host.Inside(s => s.GetRequiredService<IImportSources>().ImportNow(
        "registry.institutions", "institutions.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), new Dictionary<string, string>(), default));

    private Task<string[]> Errors(DataScope scope, params object?[][] lines) => _host.Inside(async services =>
    {
        var user = services.GetRequiredService<CurrentUser>();
        user.Become(user.Context with { Scope = scope });
        var import = services.GetServices<IImportDefinition>().Single(d => d.Key == "registry.institutions");
        var shape = new ImportShape(import.Columns);
        var rows = lines.Select(l => new ImportRow((int)l[0]!, shape, l[1..])).ToArray();
        await import.Check(new(Guid.Empty, "t.csv", new Dictionary<string, string>()), rows, default);
        return rows.SelectMany(r => r.Errors.Select(e => $"{r.Number}:{e.ColumnKey}:{e.Code}")).ToArray();
    });

    private async Task<long[]> Versions() => [.. (await _client.Get<JsonElement>(Api.Root + "/institutions")).GetProperty("items").EnumerateArray()
        .Select(i => i.GetProperty("version").GetInt64())];
}
