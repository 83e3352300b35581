using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Access.Tests.SignIn;

public sealed class SignInTests
{
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await AccessHost.Start();
        await _host.AddUser("askar", ["head"]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_stranger_has_a_session_that_says_so()
    {
        var session = await _host.Anonymous().Get<JsonElement>(AccessHost.Session);
        Assert.Multiple(() =>
        {
            Assert.That(session.GetProperty("authenticated").GetBoolean(), Is.False);
            Assert.That(session.GetProperty("user").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(session.GetProperty("csrfToken").GetString(), Is.Not.Empty);
            Assert.That(session.GetProperty("demo").ValueKind, Is.EqualTo(JsonValueKind.Null), "the demo is not loaded");
        });
    }

    [Test]
    public async Task Signing_in_tells_who_one_is_and_what_one_may_do()
    {
        var client = _host.Anonymous();
        var session = await client.Post(AccessHost.Session, new { userName = "askar", password = AccessHost.Password }).As<JsonElement>();
        var user = session.GetProperty("user");
        var permissions = user.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(session.GetProperty("authenticated").GetBoolean(), Is.True);
            Assert.That(user.GetProperty("userName").GetString(), Is.EqualTo("askar"));
            Assert.That(user.GetProperty("displayName").GetString(), Is.EqualTo("askar қызметкер"));
            Assert.That(user.GetProperty("language").GetString(), Is.EqualTo("kk"));
            Assert.That(user.GetProperty("scope").GetProperty("everything").GetBoolean(), Is.True);
            Assert.That(permissions, Does.Contain("access.users.read").And.Not.Contains("access.users.manage"));
        });
        Assert.That(await client.IsSignedIn(), Is.True, "the cookie holds");
        await (await client.GetAsync("/api/v1/jobs")).MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var response = await _host.Anonymous().Post(AccessHost.Session, new { userName = "askar", password = AccessHost.Password });
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("education.session", StringComparison.Ordinal));
        Assert.That(cookie, Does.Contain("httponly").IgnoreCase.And.Contains("samesite=lax").IgnoreCase);
        Assert.That(cookie, Does.Not.Contain("secure").IgnoreCase, "plain http in this test");
    }

    [TestCase("askar", "a wrong password")]
    [TestCase("nobody", "жаңбырлы көктем таңы")]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer(string userName, string password)
    {
        var problem = await _host.Anonymous().Post(AccessHost.Session, new { userName, password })
            .MustBeProblem(HttpStatusCode.Unauthorized, "access.sign-in-failed");
        Assert.That(problem.GetProperty("title").GetString(), Is.EqualTo("Wrong user name or password, or the account is locked"));
    }

    [Test]
    public async Task Names_that_look_alike_are_the_same_name()
    {
        // The first letter is Cyrillic, the others are Latin.
        var client = await _host.SignIn("\u0410skar");
        Assert.That(await client.IsSignedIn(), Is.True);
    }

    [Test]
    public async Task Empty_fields_are_named_all_at_once() =>
        await _host.Anonymous().Post(AccessHost.Session, new { userName = "", password = "" }).MustBeInvalid("userName:required", "password:required");

    [Test]
    public async Task A_stranger_gets_401_as_a_problem_never_a_redirect()
    {
        await _host.Anonymous().GetAsync("/api/v1/jobs").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        await _host.Anonymous().GetAsync("/api/v1/audit").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [TestCase("education.session=garbage")]
    [TestCase("education.session=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("education.session=chunks-9")]
    public async Task A_garbled_cookie_is_a_stranger(string cookie)
    {
        var client = _host.WithoutCookies();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        await client.GetAsync("/api/v1/jobs").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        Assert.That(await client.IsSignedIn(), Is.False);
    }

    [Test]
    public async Task Who_lacks_the_permission_gets_403()
    {
        await _host.AddUser("specialist1", ["specialist"]);
        var client = await _host.SignIn("specialist1");
        await client.GetAsync("/api/v1/audit").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_change_without_the_token_is_refused()
    {
        var client = await _host.SignIn("askar");
        client.DefaultRequestHeaders.Remove("X-CSRF-Token");
        await client.Delete(AccessHost.Session, null).MustBeProblem(HttpStatusCode.BadRequest, "csrf-token");
        Assert.That(await client.IsSignedIn(), Is.True);
    }

    [Test]
    public async Task A_token_of_before_the_sign_in_is_refused()
    {
        var client = _host.Anonymous();
        var before = await client.Get<JsonElement>(AccessHost.Session);
        (await client.Post(AccessHost.Session, new { userName = "askar", password = AccessHost.Password })).EnsureSuccessStatusCode();
        client.UseCsrf(before);
        await client.Delete(AccessHost.Session, null).MustBeProblem(HttpStatusCode.BadRequest, "csrf-token");
    }

    [Test]
    public async Task Signing_out_ends_the_session_also_for_a_copy_of_the_cookie()
    {
        var client = _host.Anonymous();
        using var response = await client.Post(AccessHost.Session, new { userName = "askar", password = AccessHost.Password });
        var stolen = _host.WithoutCookies();
        stolen.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").Single(c => c.Contains("session", StringComparison.Ordinal)).Split(';')[0]);
        Assert.That(await stolen.IsSignedIn(), Is.True);

        client.UseCsrf(await client.Get<JsonElement>(AccessHost.Session));
        await (await client.Delete(AccessHost.Session, null)).MustBe(HttpStatusCode.NoContent);
        Assert.That(await client.IsSignedIn(), Is.False);
        Assert.That(await stolen.IsSignedIn(), Is.False);
    }
}
