using System.Net;
using System.Text.Json;
using Education.TestKit;
using static Education.Preschool.Tests.Allocation.AllocationHost;

namespace Education.Preschool.Tests.Allocation;

internal sealed class ObjectionTests
{
    private AllocationHost _host = null!;
    private Guid _family;

    [SetUp]
    public async Task Start()
    {
        _host = await AllocationHost.Start();
        _family = await _host.Applies(2023);
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task An_objection_is_due_in_three_working_days_and_answered_once()
    {
        var made = await Register().As<JsonElement>();
        Assert.That(made.GetProperty("due").GetString(), Is.EqualTo("2026-09-08"), "Thursday and three working days");
        var answer = new { outcome = "upheld", text = "Өтініштің санаты түзетілді" };
        await _host.Officer.Put(Path(made), answer, 1).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await _host.Head.Put(Path(made), answer, 2).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _host.Head.Put(Path(made), new { outcome = "upheld", text = "" }, 1).MustBeInvalid("text:required");
        var answered = await _host.Head.Put(Path(made), answer, 1).As<JsonElement>();
        await _host.Head.Put(Path(made), answer, Version(answered)).MustBeProblem(HttpStatusCode.Conflict, "preschool.objection-answered");
        var seen = await _host.Officer.Get<JsonElement>($"{Root}/objections/{Id(made)}");
        Assert.That((seen.GetProperty("answer").GetString(), seen.GetProperty("objection").GetProperty("outcome").GetString()), Is.EqualTo((answer.text, "upheld")));
    }

    [Test]
    public async Task The_list_marks_what_is_overdue_and_keeps_the_text_to_itself()
    {
        await Register().As<JsonElement>();
        Assert.That(await Overdue(), Is.False);
        _host.Day(2026, 9, 8);
        Assert.That(await Overdue(), Is.False, "the last day");
        _host.Day(2026, 9, 9);
        Assert.That(await Overdue(), Is.True);
        Assert.That((await _host.Officer.Get<JsonElement>($"{Root}/objections")).ToString(), Does.Not.Contain("құрбым"));
    }

    [Test]
    public async Task An_objection_of_another_territory_does_not_exist()
    {
        var made = await Register().As<JsonElement>();
        var stranger = _host.OfficerOf(Other);
        await stranger.GetAsync($"{Root}/objections/{Id(made)}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await stranger.Put(Path(made), new { outcome = "refused", text = "жоқ" }, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That((await stranger.Get<JsonElement>($"{Root}/objections")).GetProperty("total").GetInt32(), Is.Zero);
        await _host.Officer.Post($"{Root}/objections", new { applicationId = Guid.Empty, text = "" }).MustBeInvalid("applicationId:required", "text:required");
        await _host.Officer.Post($"{Root}/objections", new { applicationId = _family, offerId = _family, text = "x" }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private static string Path(JsonElement made) => $"{Root}/objections/{Id(made)}/answer";

    private Task<HttpResponseMessage> Register() =>
        _host.Officer.Post($"{Root}/objections", new { applicationId = _family, text = "Менің құрбым кейін тұрып, орынды бұрын алды" });

    private async Task<bool> Overdue() =>
        (await _host.Officer.Get<JsonElement>($"{Root}/objections?answered=false")).GetProperty("items").EnumerateArray().Single().GetProperty("overdue").GetBoolean();
}
