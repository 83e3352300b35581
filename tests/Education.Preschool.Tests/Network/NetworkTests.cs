using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;
using static Education.Preschool.Tests.Network.PreschoolHost;

namespace Education.Preschool.Tests.Network;

/// <summary>Profiles and the network's list, card and changes.</summary>
internal sealed class NetworkTests
{
    private PreschoolHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await PreschoolHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Keeps_a_profile_and_finds_the_kindergarten_by_it()
    {
        var client = _host.Specialist();
        var id = await _host.AddKindergarten("Шағала", Karaganda, "mini-centre");
        await client.Put($"{PreschoolHost.Path}/kindergartens/{id}/profile", Profile(languages: ["mixed"], subordination: "oblast"), 0).As<JsonElement>();
        var card = await client.Get<JsonElement>($"{PreschoolHost.Path}/kindergartens/{id}");
        Assert.Multiple(() =>
        {
            Assert.That(card.GetProperty("version").GetInt64(), Is.EqualTo(1));
            Assert.That(Int(card.GetProperty("profile"), "designCapacity"), Is.EqualTo(140));
            Assert.That(card.GetProperty("profile").GetProperty("hoursPerDay").GetDecimal(), Is.EqualTo(10.5m));
        });
        foreach (var filter in new[] { "language=mixed", "subordination=oblast&kind=mini-centre", "kind=mini-centre", "q=шағала" })
        {
            Assert.That(await Found(client, filter), Is.EquivalentTo(new[] { id }), filter);
        }

        Assert.That(await Found(client, "language=ru"), Does.Not.Contain(id));
        await client.Put($"{PreschoolHost.Path}/kindergartens/{id}/profile", Profile(), 0).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task Lists_by_the_Kazakh_alphabet()
    {
        foreach (var name in new[] { "Яблоко", "Үміт", "Өрен", "Уәде" })
        {
            await _host.AddKindergarten(name, Temirtau, "school-kindergarten");
        }

        var names = Items(await _host.Specialist().Get<JsonElement>($"{PreschoolHost.Path}/kindergartens?kind=school-kindergarten"))
            .Select(r => r.GetProperty("name").GetProperty("kk").GetString());
        Assert.That(names, Is.EqualTo(new[] { "Өрен", "Уәде", "Үміт", "Яблоко" }));
    }

    [Test]
    public async Task Refuses_a_wrong_profile_with_all_errors_at_once()
    {
        var wrong = new { designCapacity = 0, ageFrom = 5, ageTo = 2, languages = Array.Empty<string>(), hoursPerDay = 25 };
        await _host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{_host.Aigul}/profile", wrong, 0).MustBeInvalid(
            "designCapacity:out-of-range", "ageTo:preschool.age-range", "languages:required", "hoursPerDay:out-of-range", "regime:required",
            "specialisation:required", "subordination:required");
        await _host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{_host.Aigul}/profile", Profile(pedagogues: 3, ofSpeciality: 4), 0)
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.speciality-exceeds-pedagogues");
    }

    [Test]
    public async Task A_school_or_a_closed_kindergarten_takes_no_profile()
    {
        var school = await _host.AddKindergarten("Мектеп 5", Karaganda, "secondary-school");
        await _host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{school}/profile", Profile(), 0)
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.not-a-kindergarten");
        var closed = await _host.AddKindergarten("Жабық", Karaganda);
        await _host.Close(closed);
        await _host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{closed}/profile", Profile(), 0)
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.kindergarten-closed");
    }

    [Test]
    public async Task Staff_of_a_kindergarten_see_and_change_only_their_own()
    {
        var staff = _host.StaffOf(_host.Baiterek);
        Assert.That(await Found(staff, ""), Is.EquivalentTo(new[] { _host.Baiterek }));
        await staff.GetAsync($"{PreschoolHost.Path}/kindergartens/{_host.Aigul}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await staff.Put($"{PreschoolHost.Path}/kindergartens/{_host.Aigul}/profile", Profile(), 0).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var city = _host.Specialist(new DataScope(false, Temirtau, []));
        Assert.That(await Found(city, ""), Does.Contain(_host.InTemirtau).And.Not.Contain(_host.Aigul));
    }

    [Test]
    public async Task A_planned_opening_becomes_an_actual_one()
    {
        var client = _host.Specialist();
        var created = await client.Post($"{PreschoolHost.Path}/network-changes", Change("opening", planned: new { year = 2031, month = 3, places = 140 })).As<JsonElement>();
        Assert.That(Int(await Totals(client, 2031), "pending"), Is.EqualTo(1));
        var body = Body("opening", new { year = 2031, month = 3, places = 140 }, new { year = 2031, month = 5, places = 120 });
        await client.Put($"{PreschoolHost.Path}/network-changes/{created.GetProperty("id")}", body, 1).As<JsonElement>();
        var totals = await Totals(client, 2031);
        Assert.Multiple(() =>
        {
            Assert.That(Int(totals, "pending"), Is.Zero);
            Assert.That((Int(totals, "plannedPlaces"), Int(totals, "actualPlaces")), Is.EqualTo((140, 120)));
            Assert.That(Int(totals.GetProperty("months")[4], "actualPlaces"), Is.EqualTo(120));
        });
        await client.Put($"{PreschoolHost.Path}/network-changes/{created.GetProperty("id")}", body, 1).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await (await client.Delete($"{PreschoolHost.Path}/network-changes/{created.GetProperty("id")}", 2)).MustBe(HttpStatusCode.NoContent);
        await client.GetAsync($"{PreschoolHost.Path}/network-changes/{created.GetProperty("id")}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task A_renaming_stays_pending_until_its_resolution()
    {
        var client = _host.Specialist();
        var change = Change("renaming", planned: new { year = 2032, month = (int?)null, places = 0 }, institution: _host.Aigul, newKind: "nursery-kindergarten");
        var id = (await client.Post($"{PreschoolHost.Path}/network-changes", change).As<JsonElement>()).GetProperty("id");
        var pending = $"{PreschoolHost.Path}/network-changes?kind=renaming&state=pending&institution={_host.Aigul}";
        Assert.That(Items(await client.Get<JsonElement>(pending)), Has.Count.EqualTo(1));
        var stage = new { year = 2032, month = (int?)1, places = 0 };
        await client.Put($"{PreschoolHost.Path}/network-changes/{id}", Body("renaming", stage, stage, newKind: "nursery-kindergarten"), 1)
            .MustBeProblem(HttpStatusCode.Conflict, "preschool.resolution-missing");
        await client.Put($"{PreschoolHost.Path}/network-changes/{id}", Body("renaming", stage, stage, "nursery-kindergarten", "12/3", "2032-01-10"), 1).As<JsonElement>();
        Assert.That(Items(await client.Get<JsonElement>(pending)), Is.Empty);
    }

    [Test]
    public async Task Refuses_a_change_without_stage_or_places()
    {
        var client = _host.Specialist();
        await client.Post($"{PreschoolHost.Path}/network-changes", new { territoryCode = "", change = Body("opening", null, null) })
            .MustBeInvalid("territoryCode:required", "change.planned:required");
        await client.Post($"{PreschoolHost.Path}/network-changes", Change("opening", new { year = 2030, month = 13, places = 10 }))
            .MustBeInvalid("change.planned:preschool.change-stage");
        await client.Post($"{PreschoolHost.Path}/network-changes", Change("renaming", new { year = 2030, month = 1, places = 5 }, newKind: "nursery-kindergarten"))
            .MustBeInvalid("change.planned:preschool.change-stage");
    }

    [Test]
    public async Task A_change_of_another_territory_is_not_seen()
    {
        var id = (await _host.Specialist().Post($"{PreschoolHost.Path}/network-changes", Change("opening", new { year = 2033, month = 1, places = 10 })).As<JsonElement>())
            .GetProperty("id");
        var other = _host.Specialist(new DataScope(false, Temirtau, []));
        await other.GetAsync($"{PreschoolHost.Path}/network-changes/{id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await other.Delete($"{PreschoolHost.Path}/network-changes/{id}", 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That(Items(await other.Get<JsonElement>($"{PreschoolHost.Path}/network-changes?year=2033")), Is.Empty);
        await other.Post($"{PreschoolHost.Path}/network-changes", Change("opening", new { year = 2033, month = 1, places = 10 }))
            .MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _host.Api.As(["preschool.read"]).Post($"{PreschoolHost.Path}/network-changes", Change("opening", new { year = 2033, month = 1, places = 10 }))
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task An_import_names_wrong_months_kinds_places_and_repeated_names()
    {
        var import = await _host.Import(
            "preschool.openings", "month;name;places;kind\nқаңтар;Жаңа бақ;50;балабақша\nянварь;Жаңа бақ;20;мини-центр\nбрюмер;Алма;10;сад\nмай;Сад;0;завод",
            new { year = "2034", territory = Karaganda });
        Assert.That(await _host.Errors(import), Is.EquivalentTo(new[]
        {
            "3:name:preschool.change-twice", "4:month:preschool.unknown-month", "5:kind:preschool.unknown-kind", "5:places:out-of-range",
        }));
        var totals = await Totals(_host.Specialist(), 2034);
        Assert.That((Int(totals, "actual"), Int(totals, "actualPlaces")), Is.EqualTo((1, 50)));
    }

    [Test]
    public async Task An_import_fills_profiles_and_keeps_what_it_does_not_name()
    {
        var id = await _host.AddKindergarten("Еркем-ай", Karaganda);
        await _host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{id}/profile", Profile(subordination: "oblast"), 0).As<JsonElement>();
        var import = await _host.Import("preschool.profiles", "Детский сад;Проектная мощность;Языки групп;Режим\nЕркем-ай;90;каз, рус;24 часа", new { territory = Karaganda });
        Assert.That(await _host.Errors(import), Is.Empty);
        var profile = (await _host.Specialist().Get<JsonElement>($"{PreschoolHost.Path}/kindergartens/{id}")).GetProperty("profile");
        Assert.Multiple(() =>
        {
            Assert.That(Int(profile, "designCapacity"), Is.EqualTo(90));
            Assert.That(profile.GetProperty("languages").EnumerateArray().Select(l => l.GetString()), Is.EqualTo(new[] { "kk", "ru" }));
            Assert.That(profile.GetProperty("regime").GetString(), Is.EqualTo("roundTheClock"));
            Assert.That(profile.GetProperty("subordination").GetString(), Is.EqualTo("oblast"));
        });
    }

    [Test]
    public async Task Rows_of_a_duplicate_go_to_the_kindergarten_that_stays()
    {
        var (kept, twin) = (await _host.AddKindergarten("Нұршуақ", Karaganda), await _host.AddKindergarten("Нуршуак-2", Karaganda));
        await _host.AddGroup(kept, "А");
        await _host.AddGroup(twin, "А");
        await _host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{twin}/profile", Profile(), 0).As<JsonElement>();
        var admin = _host.Api.AsAdministrator();
        var version = (await admin.Get<JsonElement>($"/api/v1/registry/institutions/{twin}")).GetProperty("version").GetInt64();
        await PostAt(admin, $"/api/v1/registry/institutions/{twin}/merge", new { intoId = kept }, version).As<JsonElement>();
        await _host.Api.DrainOutbox();
        var card = await _host.Specialist().Get<JsonElement>($"{PreschoolHost.Path}/kindergartens/{kept}");
        var groups = Items(await _host.Specialist().Get<JsonElement>($"{PreschoolHost.Path}/groups?institution={kept}"));
        Assert.Multiple(() =>
        {
            Assert.That(card.GetProperty("profile").ValueKind, Is.EqualTo(JsonValueKind.Object));
            Assert.That(groups.Select(g => g.GetProperty("name").GetString()), Is.EquivalentTo(new[] { "А", "А (2)" }));
            Assert.That(Int(card, "places"), Is.EqualTo(50));
        });
    }

    [Test]
    public async Task The_workbook_of_the_network_is_read_back_and_changes_nothing()
    {
        await using var host = await PreschoolHost.Start();
        await host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{host.Aigul}/profile", Profile(languages: ["kk", "ru"]), 0).As<JsonElement>();
        await host.Specialist().Put($"{PreschoolHost.Path}/kindergartens/{host.Baiterek}/profile", Profile(languages: ["mixed"], subordination: "oblast"), 0).As<JsonElement>();
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            using var file = await host.Specialist(language: language).GetAsync($"{PreschoolHost.Path}/kindergartens/export?territory={Karaganda}&q=й");
            await file.MustBe(HttpStatusCode.OK);
            var import = await host.Import("preschool.profiles", await file.Content.ReadAsByteArrayAsync(), "network.xlsx", new { territory = Karaganda });
            Assert.That(await host.Errors(import), Is.Empty, language);
            Assert.That((Int(import, "unchanged"), Int(import, "rejected")), Is.EqualTo((2, 0)), import.ToString());
        }

        using var mine = await host.StaffOf(host.Baiterek).GetAsync($"{PreschoolHost.Path}/kindergartens/export");
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(await mine.Content.ReadAsStreamAsync(), isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count();
        Assert.That(rows, Is.EqualTo(2), "the header and the one kindergarten of its staff");
    }

    private static object Profile(string[]? languages = null, string subordination = "city", int pedagogues = 10, int ofSpeciality = 8) => new
    {
        designCapacity = 140, areaM2 = 500, ageFrom = 2, ageTo = 6, languages = languages ?? ["kk"], regime = "full", hoursPerDay = 10.5,
        specialisation = "general", subordination, pedagogues, pedagoguesOfSpeciality = ofSpeciality,
    };

    private static object Body(string kind, object? planned, object? actual, string? newKind = null, string? number = null, string? date = null) => new
    {
        kind, name = "Жаңа бақ", institutionKind = newKind, planned, actual, resolutionNumber = number, resolutionDate = date,
    };

    private static object Change(string kind, object planned, Guid? institution = null, string? newKind = null) => new
    {
        territoryCode = Karaganda, change = new { kind, institutionId = institution, name = "Жаңа бақ", institutionKind = newKind, planned },
    };

    private static async Task<IReadOnlyList<Guid>> Found(HttpClient client, string filter) =>
        [.. Items(await client.Get<JsonElement>($"{PreschoolHost.Path}/kindergartens?pageSize=200&{filter}".TrimEnd('&'))).Select(r => r.GetProperty("institutionId").GetGuid())];

    private static Task<JsonElement> Totals(HttpClient client, int year) =>
        client.Get<JsonElement>($"{PreschoolHost.Path}/network-change-totals?year={year}&kind=opening&territory={Karaganda}");
}
