using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Registry.Tests;

internal sealed class ListInstitutionsTests
{
    private const string List = Api.Root + "/institutions";

    private ApiHost _host = null!;
    private HttpClient _client = null!;
    private Guid _school10;
    private Guid _balkhash;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _client = _host.Registrar();
        _school10 = await _client.Register(Api.School("№10 орта мектеп", "Средняя школа №10", openedOn: "1960-09-01", bin: "150540001233"));
        await _client.Register(Api.School("№9 гимназия", "Гимназия №9", "gymnasium", openedOn: "1970-09-01", languages: ["ru"]));
        await _client.Register(Api.School("«Ақжарқын» бөбекжай-балабақшасы", "Ясли-сад «Акжаркын»", "nursery-kindergarten", ownership: "private"));
        await _client.Register(Api.School("«Құлыншақ» балабақшасы", "Детский сад «Кулыншак»", "kindergarten"));
        await _client.Register(Api.School("«Нұр» балабақшасы", "Детский сад «Нур»", "kindergarten"));
        await _client.Register(Api.School("«Кемпірқосақ» балабақшасы", "Детский сад «Радуга»", "kindergarten"));
        _balkhash = await _client.Register(Api.School("№1 мектеп-лицей", "Школа-лицей №1", "school-lyceum", Api.Balkhash));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [TestCase("Ақжарқын")]
    [TestCase("акжаркын")]
    [TestCase("АКЖАРКЫН")]
    [TestCase("ясли акжаркын", TestName = "By two words in any order")]
    public async Task Finds_by_any_spelling(string q) =>
        Assert.That(await Names($"q={Uri.EscapeDataString(q)}"), Is.EqualTo(new[] { "«Ақжарқын» бөбекжай-балабақшасы" }));

    [Test]
    public async Task Finds_by_the_business_number() =>
        Assert.That(await Names("q=150540001233"), Is.EqualTo(new[] { "№10 орта мектеп" }));

    [Test]
    public async Task Order_follows_the_kazakh_alphabet_with_digits_as_numbers() => Assert.That(await Names("sort=name"), Is.EqualTo(new[]
    {
        "№1 мектеп-лицей", "№9 гимназия", "№10 орта мектеп", "«Ақжарқын» бөбекжай-балабақшасы", "«Кемпірқосақ» балабақшасы",
        "«Құлыншақ» балабақшасы", "«Нұр» балабақшасы",
    }));

    [TestCase("kind=gymnasium", 1)]
    [TestCase("group=preschool", 4)]
    [TestCase("group=school", 3)]
    [TestCase("ownership=private", 1)]
    [TestCase("status=closed", 0)]
    [TestCase("language=ru", 1)]
    [TestCase("territory=351600000", 1)]
    [TestCase("territory=350000000", 7)]
    [TestCase("territory=350000000&group=school&language=kk", 2)]
    public async Task Filters_narrow_the_list(string filter, int expected) => Assert.That(await Names(filter), Has.Length.EqualTo(expected));

    [Test]
    public async Task A_city_sees_its_own_institutions_and_no_others()
    {
        var city = _host.Registrar(Api.Within(Api.Balkhash));
        Assert.That(await city.NamesOf(List), Is.EqualTo(new[] { "№1 мектеп-лицей" }));
        await city.GetAsync($"{List}/{_school10}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await city.GetAsync($"{List}/{_school10}/events").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await city.GetAsync($"{List}/{_school10}/aliases").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(await city.NamesOf(List + "?asOf=2026-01-01"), Is.EqualTo(new[] { "№1 мектеп-лицей" }));
    }

    [Test]
    public async Task A_school_sees_itself_only()
    {
        var school = _host.Registrar(new DataScope(false, null, [_balkhash]));
        Assert.That(await school.NamesOf(List), Is.EqualTo(new[] { "№1 мектеп-лицей" }));
        Assert.That((await school.Card(_balkhash)).GetProperty("kind").GetString(), Is.EqualTo("school-lyceum"));
        await school.GetAsync($"{List}/{_school10}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task As_of_a_day_lists_what_was_open_then()
    {
        Assert.That(await Names("asOf=1965-01-01&group=school&kind=secondary-school"), Is.EqualTo(new[] { "№10 орта мектеп" }));
        Assert.That(await Names("asOf=1965-01-01&kind=gymnasium"), Is.Empty, "opened in 1970");
        Assert.That(await Names("asOf=1959-01-01&kind=secondary-school"), Is.Empty);
    }

    [Test]
    public async Task Unknown_sorts_and_filters_are_refused()
    {
        await _client.GetAsync(List + "?sort=colour").MustBeInvalid("sort:unknown-sort");
        await _client.GetAsync(List + "?colour=red").MustBeInvalid("colour:unknown-parameter");
        await _client.GetAsync(List + "?territory=35&language=de").MustBeInvalid("territory:registry.territory-code", "language:unknown-value");
    }

    [TestCase("name")]
    [TestCase("-name")]
    [TestCase("kind,-openedOn")]
    [TestCase("territory")]
    [TestCase("ownership,status,bin,closedOn")]
    public async Task Every_order_gives_every_institution_once_over_the_pages(string sort)
    {
        var seen = new List<Guid>();
        for (var page = 1; page <= 4; page++)
        {
            var answer = await _client.Get<JsonElement>($"{List}?sort={sort}&pageSize=2&page={page}");
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
        }

        Assert.That(seen, Is.Unique);
        Assert.That(seen, Has.Count.EqualTo(7));
    }

    [Test]
    public async Task A_row_tells_what_the_register_knows()
    {
        var answer = await _client.Get<JsonElement>(List + "?kind=gymnasium");
        var row = answer.GetProperty("items")[0];
        Assert.Multiple(() =>
        {
            Assert.That(row.GetProperty("name").GetProperty("ru").GetString(), Is.EqualTo("Гимназия №9"));
            Assert.That(row.GetProperty("languages").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "ru" }));
            Assert.That(row.GetProperty("territoryName").GetProperty("kk").GetString(), Is.EqualTo("Қарағанды қаласы"));
            Assert.That(row.GetProperty("ownership").GetString(), Is.EqualTo("state"));
            Assert.That(row.TryGetProperty("sortName", out _), Is.False, "keys of the database are nobody's business");
        });
    }

    [Test]
    public async Task Kinds_have_names_in_three_languages()
    {
        var kinds = await _client.Get<JsonElement>(Api.Root + "/institution-kinds");
        Assert.That(kinds.EnumerateArray().Select(k => k.GetProperty("code").GetString()), Has.Member("school-kindergarten").And.Member("mini-centre").And.Member("college"));
        Assert.That(kinds.EnumerateArray().All(k => k.GetProperty("name").EnumerateObject().All(n => n.Value.GetString()!.Length > 2)), Is.True);
    }

    private Task<string[]> Names(string query) => _client.NamesOf($"{List}?{query}");
}
