using System.Net;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Preschool.Tests.Queue;

internal sealed class RegisterApplicationTests
{
    private ApiHost _host = null!;
    private HttpClient _officer = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _officer = _host.Officer();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Gives_a_number_that_its_check_digit_guards()
    {
        var registered = await _officer.Register();
        Assert.That(registered.Number, Does.Match(@"^\d{3}-\d{3}-\d{3}$"));
        var digits = registered.Number.Replace("-", "", StringComparison.Ordinal);
        Assert.That(Preschool.Queue.ApplicationNumber.TryRead(digits, out var read) ? read : null, Is.EqualTo(registered.Number));
        for (var place = 0; place < digits.Length; place++)
        {
            var wrong = digits[..place] + ((digits[place] - '0' + 1) % 10) + digits[(place + 1)..];
            Assert.That(Preschool.Queue.ApplicationNumber.TryRead(wrong, out _), Is.False, $"digit {place} changed");
        }
    }

    [Test]
    public Task Refuses_a_wrong_digit_of_the_iin()
    {
        var iin = QueueApi.NextIin("2023-05-17");
        var wrong = iin[..11] + (char)('0' + ((iin[11] - '0' + 1) % 10));
        return _officer.Post(QueueApi.Applications, QueueApi.Child(wrong)).MustBeInvalid("iin:iin.check-digit");
    }

    [Test]
    public async Task A_birth_date_that_the_iin_does_not_show_is_only_a_warning()
    {
        var child = QueueApi.Child(QueueApi.NextIin("2023-05-17"), "2023-05-18");
        var result = await _officer.Post(QueueApi.Applications, child).As<JsonElement>();
        Assert.That(result.GetProperty("warnings")[0].GetProperty("code").GetString(), Is.EqualTo("iin.birth-date-mismatch"));
    }

    [Test]
    public async Task Without_iin_the_birth_document_is_needed_and_enough()
    {
        var child = QueueApi.Child();
        child["iin"] = null;
        await _officer.Post(QueueApi.Applications, child).MustBeInvalid("birthDocument:preschool.birth-document-required");
        child["birthDocument"] = "ТУ 0001";
        await _officer.Register(child);
        child["birthDocument"] = "ту  0001";
        await _officer.Post(QueueApi.Applications, child).MustBeProblem(HttpStatusCode.Conflict, "preschool.child-already-queued");
    }

    [Test]
    public async Task Refuses_a_second_active_application_also_in_another_city_and_takes_one_after_the_end()
    {
        var child = QueueApi.Child();
        var first = await _officer.Register(child);
        child["territoryCode"] = QueueApi.OtherCity;
        await _officer.Post(QueueApi.Applications, child).MustBeProblem(HttpStatusCode.Conflict, "preschool.child-already-queued");
        await (await _officer.Act(first.Id, "withdrawal")).MustBe(HttpStatusCode.OK);
        await _officer.Register(child);
    }

    [Test]
    public async Task Of_two_parallel_registrations_of_a_child_one_is_taken()
    {
        var child = QueueApi.Child();
        var other = new Dictionary<string, object?>(child) { ["territoryCode"] = QueueApi.OtherCity };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _officer.Post(QueueApi.Applications, i % 2 == 0 ? child : other)));
        Assert.That(answers.Select(a => a.StatusCode).Order(), Is.EqualTo(Enumerable.Repeat(HttpStatusCode.Created, 1).Concat(Enumerable.Repeat(HttpStatusCode.Conflict, 5))));
    }

    [TestCase("2020-09-01", "preschool.child-too-old")]
    [TestCase("2026-09-02", "preschool.child-not-born")]
    public Task Refuses_a_child_outside_the_age_on_the_day(string bornOn, string code) =>
        _officer.Post(QueueApi.Applications, QueueApi.Child(bornOn: bornOn)).MustBeProblem(HttpStatusCode.Conflict, code);

    [Test]
    public Task Takes_a_child_one_day_younger_than_the_limit() => _officer.Register(QueueApi.Child(bornOn: "2020-09-02"));

    [Test]
    public async Task Refuses_too_many_wishes_strange_ones_and_one_twice()
    {
        var child = QueueApi.Child();
        child["wishes"] = Enumerable.Range(0, 5).Select(_ => SharedKernel.SequentialGuid.Next()).ToArray();
        await _officer.Post(QueueApi.Applications, child).MustBeProblem(HttpStatusCode.Conflict, "preschool.too-many-wishes");
        child["wishes"] = new[] { SharedKernel.SequentialGuid.Next() };
        await _officer.Post(QueueApi.Applications, child).MustBeInvalid("wishes:preschool.kindergarten-unknown");
        var id = SharedKernel.SequentialGuid.Next();
        child["wishes"] = new[] { id, id };
        await _officer.Post(QueueApi.Applications, child).MustBeInvalid("wishes:preschool.wish-twice");
    }

    [Test]
    public async Task Refuses_a_closed_kindergarten()
    {
        var registrar = _host.AsAdministrator();
        var garden = await registrar.Post("/api/v1/registry/institutions", new
        {
            name = new { kk = "Айгөлек", ru = "Айголек" }, kind = "kindergarten", ownership = "state", languages = new[] { "kk" }, territoryCode = QueueApi.City, isBranch = false,
        }).As<JsonElement>();
        var id = garden.GetProperty("id").GetGuid();
        var child = QueueApi.Child();
        child["wishes"] = new[] { id };
        var first = await _officer.Register(child);
        Assert.That((await _officer.Card(first.Id)).GetProperty("wishes")[0].GetProperty("name").GetProperty("ru").GetString(), Is.EqualTo("Айголек"));
        using var closing = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/registry/institutions/{id}/events")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { kind = "closed", date = "2026-08-30", basis = new { kind = "resolution", number = "1", date = "2026-08-30" } }),
        };
        closing.Headers.TryAddWithoutValidation("If-Match", $"\"{garden.GetProperty("version").GetInt64()}\"");
        await (await registrar.SendAsync(closing)).MustBe(HttpStatusCode.Created);
        child["iin"] = QueueApi.NextIin("2023-05-17");
        await _officer.Post(QueueApi.Applications, child).MustBeProblem(HttpStatusCode.Conflict, "preschool.kindergarten-closed");
    }

    [Test]
    public async Task A_paper_application_keeps_its_day_and_needs_a_reason()
    {
        var child = QueueApi.Child();
        child["appliedOn"] = "2026-03-02";
        await _officer.Post(QueueApi.Applications, child).MustBeInvalid("reason:required");
        child["reason"] = "Өтініш журналы, 2026 ж., № 14";
        var registered = await _officer.Register(child);
        Assert.That((await _officer.Card(registered.Id)).GetProperty("appliedAt").GetDateTime().Date, Is.EqualTo(new DateTime(2026, 3, 2)));
        child["iin"] = QueueApi.NextIin("2023-05-17");
        child["appliedOn"] = "2026-09-02";
        await _officer.Post(QueueApi.Applications, child).MustBeProblem(HttpStatusCode.Conflict, "preschool.applied-in-future");
        child["appliedOn"] = "2023-05-16";
        await _officer.Post(QueueApi.Applications, child).MustBeProblem(HttpStatusCode.Conflict, "preschool.applied-before-birth");
    }

    [Test]
    public async Task Paper_applications_of_one_day_stand_in_the_order_in_which_they_were_taken_over()
    {
        var taken = new List<Guid>();
        for (var n = 0; n < 8; n++)
        {
            var child = QueueApi.Child();
            (child["language"], child["appliedOn"], child["reason"]) = ("ru", "2026-03-03", $"Өтініш журналы, 2026 ж., № {20 + n}");
            taken.Add((await _officer.Register(child)).Id);
        }

        var places = new List<int>();
        foreach (var id in taken)
        {
            places.Add((await _officer.Position(id)).Place());
        }

        Assert.That(places, Is.EqualTo(Enumerable.Range(places[0], taken.Count)));
        Assert.That((await _officer.Card(taken[3])).GetProperty("appliedAt").GetDateTime(), Is.EqualTo(new DateTime(2026, 3, 3, 7, 0, 0, DateTimeKind.Utc)).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Neither_the_log_of_the_application_nor_the_audit_holds_the_iin_or_a_name()
    {
        var child = QueueApi.Child();
        await _officer.Register(child);
        var audit = await _host.AsAdministrator().Get<JsonElement>("/api/v1/audit?pageSize=200");
        Assert.That(string.Join('\n', _host.Log), Does.Not.Contain((string)child["iin"]!).And.Not.Contain("Сынақ"));
        Assert.That(audit.ToString(), Does.Contain("QueueApplication").And.Not.Contain((string)child["iin"]!).And.Not.Contain("Сынақ"));
    }

    [Test]
    public async Task An_officer_of_another_city_neither_registers_here_nor_sees_the_application()
    {
        var stranger = _host.Officer(new DataScope(false, QueueApi.OtherCity, []));
        var here = await _officer.Register();
        await stranger.Post(QueueApi.Applications, QueueApi.Child()).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await stranger.GetAsync($"{QueueApi.Applications}/{here.Id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await stranger.Act(here.Id, "withdrawal", version: here.Version).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var found = await stranger.Get<JsonElement>(QueueApi.Applications + "?q=" + here.Number);
        Assert.That(found.GetProperty("total").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Who_may_only_read_the_network_sees_no_application() =>
        await _host.As([PreschoolPermissions.Read]).GetAsync(QueueApi.Applications).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
}
