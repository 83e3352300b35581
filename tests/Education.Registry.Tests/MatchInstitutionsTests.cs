using System.Net;
using System.Text.Json;
using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class MatchInstitutionsTests
{
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

    [TestCase("СШ№95")]
    [TestCase("шг 95")]
    [TestCase("№95 орта мектеп")]
    [TestCase("Школа-гимназия №95 имени Абая")]
    public async Task One_number_of_one_family_is_one_school_whatever_its_kind_was(string written)
    {
        var school = await Register("№95 мектеп-гимназия", "Школа-гимназия №95", "school-gymnasium");
        await Register("№95 мектеп-интернат", "Школа-интернат №95", "boarding-school");
        Assert.That(await Exact(written), Is.EqualTo(school));
    }

    [Test]
    public async Task A_boarding_school_is_not_the_school_of_the_same_number()
    {
        var school = await Register("№4 орта мектеп", "Средняя школа №4");
        Assert.That((await Match("ШИ 4")).Kind, Is.EqualTo(MatchKind.None), "without the boarding school it is nobody, not the school");
        var boarding = await Register("№4 мектеп-интернат", "Школа-интернат №4", "boarding-school");
        Assert.That(await Exact("ШИ 4"), Is.EqualTo(boarding));
        Assert.That(await Exact("сш 4"), Is.EqualTo(school));
    }

    [Test]
    public async Task Several_of_a_family_are_asked_about_and_the_answer_is_remembered()
    {
        var lyceum = await Register("№57 лицей", "Лицей №57", "lyceum");
        var school = await Register("№57 орта мектеп", "Средняя школа №57");
        var asked = await Match("ШЛ№57");
        Assert.That(asked.Kind, Is.EqualTo(MatchKind.Ambiguous));
        Assert.That(asked.Candidates.Select(c => c.Id), Is.EquivalentTo(new[] { lyceum, school }));

        await Remember("ШЛ№57", lyceum);
        Assert.That(await Exact("шл 57"), Is.EqualTo(lyceum));
        await Remember("ШЛ № 57", school);
        Assert.That(await Exact("ШЛ№57"), Is.EqualTo(school), "the latest answer holds");
        Assert.That((await _client.Get<JsonElement>($"{Api.Root}/institutions/{lyceum}/aliases")).GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_same_number_in_two_cities_is_told_apart_by_the_territory()
    {
        var karaganda = await Register("№1 гимназия", "Гимназия №1", "gymnasium");
        var balkhash = await Register("№1 гимназия", "Гимназия №1", "gymnasium", Api.Balkhash);
        Assert.That((await Match("гимн 1", null)).Kind, Is.EqualTo(MatchKind.Ambiguous));
        Assert.That(await Exact("гимн 1", Api.Balkhash), Is.EqualTo(balkhash));
        var own = await _host.Registrar(Api.Within(Api.Karaganda)).Post(Api.Root + "/institutions/match", new { names = new[] { "гимн 1" } }).As<JsonElement>();
        Assert.That(own[0].GetProperty("candidates")[0].GetProperty("id").GetGuid(), Is.EqualTo(karaganda), "a city sees only its own");
    }

    [Test]
    public async Task Proper_names_match_without_quotes_case_and_kazakh_letters()
    {
        var kindergarten = await Register("«Ақжарқын» бөбекжай-балабақшасы", "Ясли-сад «Акжаркын»", "nursery-kindergarten");
        Assert.That(await Exact("Ақжаркын"), Is.EqualTo(kindergarten));
        Assert.That(await Exact("детсад АКЖАРКЫН"), Is.EqualTo(kindergarten));
        Assert.That((await Match("школа Акжаркын")).Kind, Is.EqualTo(MatchKind.None), "a school is no kindergarten");
    }

    [Test]
    public async Task A_name_that_is_only_alike_is_offered_not_taken()
    {
        var kindergarten = await Register("«Нұр бота» балабақшасы", "Детский сад «Нур бота»", "kindergarten");
        var match = await Match("Нур бота kz");
        Assert.That(match.Kind, Is.EqualTo(MatchKind.None));
        Assert.That(match.Candidates[0].Id, Is.EqualTo(kindergarten));
        Assert.That((await Match("Ласточка")).Candidates, Is.Empty);
    }

    [Test]
    public async Task Evening_classes_of_a_school_are_offered_not_taken()
    {
        var school = await Register("№60 орта мектеп", "Средняя школа №60");
        var match = await Match("СШ№60(вечерние классы)");
        Assert.That((match.Kind, match.Candidates[0].Id), Is.EqualTo((MatchKind.None, school)));
        Assert.That((await Match("СШ№60 (новое здание)")).Kind, Is.EqualTo(MatchKind.None), "brackets that nobody understands");
    }

    [Test]
    public async Task Former_names_are_still_recognised_and_a_closed_school_stands_last()
    {
        var school = await Register("«Болашақ» мектебі", "Школа «Болашак»");
        await _client.Tell(school, Api.Event("renamed", "2020-01-01", new { kk = "«Зерде» мектебі", ru = "Школа «Зерде»" })).As<JsonElement>();
        Assert.That(await Exact("школа Болашак"), Is.EqualTo(school));
        var closed = await Register("№7 орта мектеп", "Средняя школа №7");
        await _client.Tell(closed, Api.Event("closed", "2010-01-01")).As<JsonElement>();
        var open = await Register("№7 гимназия", "Гимназия №7", "gymnasium");
        Assert.That((await Match("шл 7")).Candidates.Select(c => c.Id), Is.EqualTo(new[] { open, closed }));
    }

    [Test]
    public async Task An_alias_stands_for_its_institution_word_for_word()
    {
        var arts = await Register("№2 балалар өнер мектебі", "Детская школа искусств №2", "arts-school");
        await _client.Post($"{Api.Root}/institutions/{arts}/aliases", new { text = "ШИ № 2" }).As<JsonElement>();
        Assert.That(await Exact("ШИ №2"), Is.EqualTo(arts));
        Assert.That((await Match("школа-интернат №2")).Kind, Is.EqualTo(MatchKind.None), "the alias makes no boarding school of it");
    }

    [Test]
    public async Task Remembering_needs_an_institution_within_sight() =>
        await _client.Post(Api.Root + "/institutions/00000000-0000-0000-0000-000000000001/aliases", new { text = "СШ 1" })
            .MustBeProblem(HttpStatusCode.NotFound, "not-found");

    [Test]
    public async Task Wrong_questions_are_refused()
    {
        await _client.Post(Api.Root + "/institutions/match", new { names = Array.Empty<string>(), territoryCode = "1" })
            .MustBeInvalid("names:required", "territoryCode:registry.territory-code");
        await _client.Post(Api.Root + "/institutions/match", new { names = Enumerable.Range(1, 501).Select(i => $"СШ {i}") })
            .MustBeInvalid("names:registry.too-many-names");
        Assert.That((await Match("№")).Kind, Is.EqualTo(MatchKind.None));
        Assert.That((await Match("")).Candidates, Is.Empty);
    }

    private Task<Guid> Register(string kk, string ru, string kind = "secondary-school", string territory = Api.Karaganda) =>
        _client.Register(Api.School(kk, ru, kind, territory));

    private async Task<InstitutionMatch> Match(string name, string? territory = Api.Karaganda) =>
        (await _host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Match([name], territory, default)))[0];

    private async Task<Guid> Exact(string name, string? territory = Api.Karaganda)
    {
        var match = await Match(name, territory);
        Assert.That(match.Kind, Is.EqualTo(MatchKind.Exact), $"{name}: {string.Join(", ", match.Candidates.Select(c => c.Name.Ru))}");
        return match.Candidates[0].Id;
    }

    private Task Remember(string text, Guid id) => _host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Remember(text, id, default));
}
