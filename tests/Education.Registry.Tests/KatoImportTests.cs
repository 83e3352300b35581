using System.Text;
using System.Text.Json;
using Education.Imports.Contracts;
using Education.Registry.Territories;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class KatoImportTests
{
    private const string Official = """
        te,ab,cd,ef,hij,k,name_kaz,name_rus,nn
        350000000,35,00,00,000,0,Қарағанды облысы,Карагандинская область,1
        351000000,35,10,00,000,1,Қарағанды Қ.Ә.,Караганда Г.А.,2
        351011100,35,10,11,100,2,Қазыбек би атындағы ауданы,район имени Казыбек би,3
        351010000,35,10,10,000,2,Қарағанды қ.,г.Караганда,4
        352400000,35,24,00,000,0,Бұқар жырау ауданы,Бухар-Жырауский район,5
        352433100,35,24,33,100,3,Дубовка а.,с.Дубовка,7
        352433000,35,24,33,000,2,Дубовка а.о.,Дубовский с.о.,6
        """;

    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _client = _host.As([RegistryPermissions.ReadTerritories]);
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task The_official_file_adds_districts_okrugs_and_villages_to_their_places()
    {
        await Import(Official);
        Assert.Multiple(async () =>
        {
            Assert.That(await Above("351011100"), Is.EqualTo(new[] { "351010000", "351000000", "350000000", "000000000" }), "a district stands in its city");
            Assert.That(await Above("352433100"), Is.EqualTo(new[] { "352433000", "352400000", "350000000", "000000000" }), "though its okrug comes later in the file");
            Assert.That(await Above("351600000"), Is.EqualTo(new[] { "350000000", "000000000" }), "another city is not under Karaganda");
            Assert.That(await KindOf("351011100"), Is.EqualTo("city_district"));
            Assert.That(await KindOf("352433000"), Is.EqualTo("rural_okrug"));
            Assert.That(await KindOf("352433100"), Is.EqualTo("village"));
            Assert.That((await Territory("351000000")).GetProperty("name").GetProperty("kk").GetString(), Is.EqualTo("Қарағанды қаласы"), "Қ.Ә. is written out");
        });
        var within = await _client.Get<JsonElement>(Api.Root + "/territories?within=351000000");
        Assert.That(within.GetProperty("total").GetInt32(), Is.EqualTo(3), "the closure is rebuilt with the import");
        Assert.That((await Territory("352433000")).GetProperty("hasChildren").GetBoolean(), Is.True);
    }

    [Test]
    public async Task The_same_file_twice_changes_nothing()
    {
        await Import(Official);
        var before = await Versions();
        await Import(Official + "\n");
        Assert.That(await Versions(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_changed_name_keeps_code_and_place()
    {
        await Import("te,name_kaz,name_rus\n352400000,Жаңа аудан,Новый район\n");
        var rayon = await Territory("352400000");
        Assert.That(rayon.GetProperty("name").GetProperty("ru").GetString(), Is.EqualTo("Новый район"));
        Assert.That(rayon.GetProperty("parentCode").GetString(), Is.EqualTo("350000000"));
        Assert.That(await _client.NamesOf(Api.Root + "/territories?q=" + Uri.EscapeDataString("жана аудан")), Has.Member("Жаңа аудан"));
    }

    [Test]
    public async Task A_wrong_code_and_a_code_given_twice_are_refused_by_row()
    {
        var rows = await _host.Inside(async services =>
        {
            var import = services.GetServices<IImportDefinition>().Single(d => d.Key == "registry.kato");
            var shape = new ImportShape(import.Columns);
            ImportRow[] lines =
            [
                new(2, shape, ["35100000А", "А", "Б", null]), new(3, shape, ["351000000", "А", "Б", null]), new(4, shape, ["351000000", "А", "Б", null]),
            ];
            await import.Check(new(Guid.Empty, "kato.csv", new Dictionary<string, string>()), lines, default);
            return lines;
        });
        Assert.That(rows[0].Errors.Single().Code, Is.EqualTo("registry.territory-code"));
        Assert.That(rows[1].Outcome, Is.EqualTo(ImportOutcome.Changed));
        Assert.That(rows[2].Errors.Single().Code, Is.EqualTo("registry.territory-twice"));
    }

    [Test]
    public void A_unit_that_would_stand_above_itself_is_refused() => Assert.Throws<InvalidOperationException>(
        () => TerritoryTree.Closure(new Dictionary<string, string?> { ["1"] = "2", ["2"] = "1" }).ToList());

    [FsCheck.NUnit.Property]
    public bool The_closure_holds_every_unit_with_itself_and_all_above(byte[] tree)
    {
        // Unit i stands under a unit before it: always a tree.
        var parents = tree.Select((p, i) => (i, p)).ToDictionary(x => $"{x.i:D9}", x => x.i == 0 ? null : $"{x.p % x.i:D9}");
        var pairs = TerritoryTree.Closure(parents).ToList();
        return parents.Keys.All(code => Chain(parents, code).Select((above, depth) => (above, depth))
                .SequenceEqual(pairs.Where(p => p.DescendantCode == code).OrderBy(p => p.Depth).Select(p => (p.AncestorCode, p.Depth))))
            && pairs.Count == parents.Keys.Sum(code => Chain(parents, code).Count());
    }

    private static IEnumerable<string> Chain(Dictionary<string, string?> parents, string? code)
    {
        for (; code is not null; code = parents[code])
        {
            yield return code;
        }
    }

    private Task Import(string csv) => _host.Inside(s => s.GetRequiredService<IImportSources>()
        .ImportNow("registry.kato", "kato.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), new Dictionary<string, string>(), default));

    private async Task<JsonElement> Territory(string code) => (await _client.Get<JsonElement>($"{Api.Root}/territories/{code}")).GetProperty("territory");

    private async Task<string?> KindOf(string code) => (await Territory(code)).GetProperty("kind").GetString();

    private async Task<string[]> Above(string code) =>
        [.. (await _client.Get<JsonElement>($"{Api.Root}/territories/{code}")).GetProperty("ancestors").EnumerateArray().Select(a => a.GetProperty("code").GetString()!)];

    private Task<List<string>> Versions() => _host.Inside(s => s.GetRequiredService<RegistryDbContext>().Territories.OrderBy(t => t.Code)
        .Select(t => t.Code + ":" + t.Version).ToListAsync());
}
