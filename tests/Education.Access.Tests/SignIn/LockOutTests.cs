using System.Net;
using Education.BuildingBlocks.Audit;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.Tests.SignIn;

public sealed class LockOutTests
{
    private const int Allowed = 5;

    [TestCase("askar", TestName = "A_known_name_is_locked_out_after_five_wrong_passwords")]
    [TestCase("nobody", TestName = "An_unknown_name_is_locked_out_just_the_same")]
    public async Task Locks_out(string userName)
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        await Fail(host, userName, Allowed);
        var problem = await Try(host, userName, AccessHost.Password).MustBeProblem(HttpStatusCode.Unauthorized, "access.locked-out");
        Assert.That(problem.GetProperty("title").GetString(), Is.EqualTo("Too many failed attempts. Try again in 15 minutes"));
    }

    [Test]
    public async Task The_lock_out_ends_by_itself()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        await Fail(host, "askar", Allowed);
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        await Try(host, "askar", AccessHost.Password).MustBeProblem(HttpStatusCode.Unauthorized, "access.locked-out");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await Try(host, "askar", AccessHost.Password)).MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_right_password_forgives_the_wrong_ones()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        for (var round = 0; round < 2; round++)
        {
            await Fail(host, "askar", Allowed - 1);
            await (await Try(host, "askar", AccessHost.Password)).MustBe(HttpStatusCode.OK);
        }
    }

    [Test]
    public async Task Guesses_at_the_same_moment_do_not_slip_past_the_limit()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Try(host, "askar", $"guess number {i}")));
        var codes = new List<string>();
        foreach (var answer in answers)
        {
            codes.Add((await answer.Content.ReadAsStringAsync()).Contains("locked-out", StringComparison.Ordinal) ? "locked-out" : "failed");
            answer.Dispose();
        }

        Assert.That(codes.Count(c => c == "failed"), Is.EqualTo(Allowed));
    }

    [Test]
    public async Task A_lock_out_does_not_touch_the_session_that_is_open()
    {
        await using var host = await AccessHost.Start();
        await host.AddUser("askar", ["head"]);
        var client = await host.SignIn("askar");
        await Fail(host, "askar", Allowed);
        Assert.That(await client.IsSignedIn(), Is.True);
    }

    [Test]
    public async Task Audit_and_log_tell_what_happened_and_never_what_was_typed()
    {
        const string Typed = "TypedSecret-9Q";
        await using var host = await AccessHost.Start();
        var id = await host.AddUser("askar", ["head"]);
        await Fail(host, "askar", Allowed, Typed);
        await Fail(host, Typed + "InNameField", 1, Typed);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        await (await host.SignIn("askar")).Delete(AccessHost.Session, null);

        var audit = await host.Audit();
        Assert.That(
            audit.Where(a => a.EntityId == id && a.Action != "created").Select(a => a.Action),
            Is.EqualTo(new[] { "sign-in-failed", "sign-in-failed", "sign-in-failed", "sign-in-failed", "sign-in-failed", "locked-out", "signed-in", "signed-out" }));
        Assert.That(audit.Single(a => a.Action == "signed-in").UserName, Is.EqualTo("askar"));
        var everything = string.Join('\n', audit.Select(a => a.Changes + a.UserName).Concat(host.Log));
        Assert.That(everything, Does.Not.Contain(Typed).And.Not.Contains(AccessHost.Password).And.Not.Contains("PasswordHash"));
        Assert.That((await host.Inside(s => s.GetRequiredService<AuditChain>().Verify(CancellationToken.None))).Holds, Is.True);
    }

    private static async Task Fail(ApiHost host, string userName, int times, string password = "wrong password")
    {
        for (var i = 0; i < times; i++)
        {
            await Try(host, userName, password).MustBeProblem(HttpStatusCode.Unauthorized, "access.sign-in-failed");
        }
    }

    private static Task<HttpResponseMessage> Try(ApiHost host, string userName, string password) =>
        host.Anonymous().Post(AccessHost.Session, new { userName, password });
}
