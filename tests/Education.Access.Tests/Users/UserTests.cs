using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Access.Tests.Users;

public sealed class UserTests
{
    private const string Users = "/api/v1/access/users";

    private ApiHost _host = null!;
    private HttpClient _admin = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await AccessHost.Start();
        await _host.AddUser("director", ["administrator"]);
        _admin = await _host.SignIn("director");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_new_user_can_sign_in_and_has_the_rights_of_his_roles()
    {
        var id = (await _admin.Post(Users, NewUser("aigul")).As<JsonElement>()).GetProperty("id").GetString();
        var user = await _admin.Get<JsonElement>($"{Users}/{id}");
        Assert.Multiple(() =>
        {
            Assert.That(user.GetProperty("userName").GetString(), Is.EqualTo("aigul"));
            Assert.That(user.GetProperty("displayName").GetString(), Is.EqualTo("Айгүл Сәрсенова"));
            Assert.That(user.GetProperty("language").GetString(), Is.EqualTo("ru"));
            Assert.That(user.GetProperty("roles").EnumerateArray().Select(r => r.GetString()), Is.EqualTo(new[] { "auditor" }));
            Assert.That(user.GetProperty("lastSignInAt").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
        var client = await _host.SignIn("aigul");
        await (await client.GetAsync("/api/v1/audit")).MustBe(HttpStatusCode.OK);
        await client.Post(Users, NewUser("other")).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Everything_wrong_with_a_new_user_is_said_at_once()
    {
        await _admin.Post(Users, new { userName = "a b", displayName = "", language = "kk", password = "qwerty" }).MustBeInvalid(
            "userName:access.user-name-format", "displayName:required", "roles:required", "scope:required",
            "password:access.password-too-short", "password:access.password-common");
        await _admin.Post(Users, NewUser("somebody", roles: ["no-such"])).MustBeInvalid("roles:unknown-value");
    }

    [TestCase("kk", "Тым көп тараған құпиясөз: мұндайларды бірінші болып теріп көреді")]
    [TestCase("ru", "Слишком распространённый пароль: такие подбирают первыми")]
    [TestCase("en", "Too common a password: it is guessed first")]
    public async Task Password_errors_come_in_the_readers_language(string language, string text)
    {
        var admin = await _host.SignIn("director", language: language);
        using var response = await admin.Post(Users, NewUser("somebody", password: "құпиясөз123456"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(text));
    }

    [Test]
    public async Task Two_users_cannot_have_names_that_look_alike()
    {
        await (await _admin.Post(Users, NewUser("aset"))).MustBe(HttpStatusCode.Created);
        await _admin.Post(Users, NewUser("\u0410SET")).MustBeProblem(HttpStatusCode.Conflict, "access.user-name-taken");
    }

    [Test]
    public async Task The_list_finds_by_name_in_any_letters_and_filters_by_role()
    {
        await _admin.Post(Users, NewUser("aigul"));
        await _host.AddUser("bolat", ["head", "specialist"]);
        Assert.That(await Names("?q=айгул"), Is.EqualTo(new[] { "aigul" }));
        Assert.That(await Names("?role=specialist"), Is.EqualTo(new[] { "bolat" }));
        Assert.That(await Names("?sort=userName"), Is.EqualTo(new[] { "aigul", "bolat", "director" }));
        Assert.That(await Names("?isLocked=true"), Is.Empty);
        await _admin.GetAsync($"{Users}?sort=passwordHash").MustBeInvalid("sort:unknown-sort");
        using var response = await _admin.GetAsync(Users);
        Assert.That((await response.Content.ReadAsStringAsync()).ToUpperInvariant(), Does.Not.Contain("HASH").And.Not.Contains("STAMP"));
    }

    [Test]
    public async Task Other_roles_end_the_open_session_with_its_next_request()
    {
        var id = await _host.AddUser("bolat", ["auditor"]);
        var bolat = await _host.SignIn("bolat");
        await (await bolat.GetAsync("/api/v1/audit")).MustBe(HttpStatusCode.OK);
        var version = (await _admin.Get<JsonElement>($"{Users}/{id}")).GetProperty("version").GetInt64();
        await (await _admin.Put($"{Users}/{id}", Body(["specialist"]), version)).MustBe(HttpStatusCode.OK);
        await bolat.GetAsync("/api/v1/audit").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
        bolat = await _host.SignIn("bolat");
        await bolat.GetAsync("/api/v1/audit").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await _admin.Put($"{Users}/{id}", Body(["head"]), version).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
    }

    [Test]
    public async Task Another_name_leaves_the_open_session_alone()
    {
        var id = await _host.AddUser("bolat", ["auditor"]);
        var bolat = await _host.SignIn("bolat");
        await (await _admin.Put($"{Users}/{id}", Body(["auditor"]), 1)).MustBe(HttpStatusCode.OK);
        Assert.That(await bolat.IsSignedIn(), Is.True);
    }

    [Test]
    public async Task Wrong_passwords_do_not_raise_the_version_that_an_administrator_is_editing()
    {
        var id = await _host.AddUser("bolat", ["auditor"]);
        await _host.Anonymous().Post(AccessHost.Session, new { userName = "bolat", password = "wrong" });
        await _host.SignIn("bolat");
        await (await _admin.Put($"{Users}/{id}", Body(["auditor"]), 1)).MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Locking_ends_the_session_and_unlocking_lets_in_again_also_after_a_lock_out()
    {
        var id = await _host.AddUser("bolat", ["auditor"]);
        var bolat = await _host.SignIn("bolat");
        await (await _admin.Post($"{Users}/{id}/lock", new { })).MustBe(HttpStatusCode.OK);
        Assert.That(await bolat.IsSignedIn(), Is.False);
        for (var i = 0; i < 5; i++)
        {
            await _host.Anonymous().Post(AccessHost.Session, new { userName = "bolat", password = "wrong" });
        }

        Assert.That((await _admin.Get<JsonElement>($"{Users}/{id}")).GetProperty("isLockedOut").GetBoolean(), Is.True);
        await (await _admin.Post($"{Users}/{id}/unlock", new { })).MustBe(HttpStatusCode.OK);
        Assert.That((await _admin.Get<JsonElement>($"{Users}/{id}")).GetProperty("isLockedOut").GetBoolean(), Is.False);
        Assert.That(await bolat.IsSignedIn(), Is.False, "the session from before the lock stays ended");
        Assert.That(await (await _host.SignIn("bolat")).IsSignedIn(), Is.True);
        Assert.That((await _host.Audit()).Where(a => a.EntityId == id).Select(a => a.Action), Does.Contain("locked").And.Contains("unlocked"));
    }

    [Test]
    public async Task A_new_password_from_the_administrator_ends_sessions_and_is_in_no_log()
    {
        const string Fresh = "күзгі жапырақтар саздары";
        var id = await _host.AddUser("bolat", ["auditor"]);
        var bolat = await _host.SignIn("bolat");
        await _admin.Post($"{Users}/{id}/password", new { password = "bolat" })
            .MustBeInvalid("password:access.password-too-short", "password:access.password-has-name");
        await (await _admin.Post($"{Users}/{id}/password", new { password = Fresh })).MustBe(HttpStatusCode.OK);
        Assert.That(await bolat.IsSignedIn(), Is.False);
        Assert.That(await (await _host.SignIn("bolat", Fresh)).IsSignedIn(), Is.True);
        var written = string.Join('\n', (await _host.Audit()).Select(a => a.Changes).Concat(_host.Log));
        Assert.That(written, Does.Not.Contain(Fresh).And.Not.Contains("AQAAAA"), "neither the password nor its hash");
    }

    [Test]
    public async Task Ones_own_password_needs_the_present_one_and_ends_only_the_other_sessions()
    {
        const string Own = "/api/v1/access/session/password";
        const string Fresh = "күзгі жапырақтар саздары";
        await _host.AddUser("bolat", ["auditor"]);
        var here = await _host.SignIn("bolat");
        var elsewhere = await _host.SignIn("bolat");
        await here.Post(Own, new { currentPassword = "wrong", newPassword = "qwerty" }).MustBeInvalid(
            "currentPassword:access.password-wrong", "newPassword:access.password-too-short", "newPassword:access.password-common");
        await here.Post(Own, new { currentPassword = AccessHost.Password, newPassword = AccessHost.Password }).MustBeInvalid("newPassword:access.password-same");
        here.UseCsrf(await here.Post(Own, new { currentPassword = AccessHost.Password, newPassword = Fresh }).As<JsonElement>());
        Assert.That(await here.IsSignedIn(), Is.True);
        Assert.That(await elsewhere.IsSignedIn(), Is.False);
        await (await here.Delete(AccessHost.Session, null)).MustBe(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task An_open_session_is_no_way_to_guess_the_password()
    {
        await _host.AddUser("bolat", ["auditor"]);
        var here = await _host.SignIn("bolat");
        for (var i = 0; i < 5; i++)
        {
            await here.Post("/api/v1/access/session/password", new { currentPassword = "wrong", newPassword = "күзгі жапырақтар" });
        }

        await here.Post("/api/v1/access/session/password", new { currentPassword = AccessHost.Password, newPassword = "күзгі жапырақтар" })
            .MustBeProblem(HttpStatusCode.Conflict, "access.locked-out");
    }

    [Test]
    public async Task Everybody_may_change_his_own_name_and_language()
    {
        await _host.AddUser("bolat", ["auditor"]);
        var bolat = await _host.SignIn("bolat");
        var profile = await bolat.Get<JsonElement>("/api/v1/access/profile");
        Assert.That(profile.GetProperty("roles").EnumerateArray().Select(r => r.GetString()), Is.EqualTo(new[] { "Auditor" }));
        var changed = await bolat.Put("/api/v1/access/profile", new { displayName = "Болат", language = "en" }, profile.GetProperty("version").GetInt64()).As<JsonElement>();
        Assert.That(changed.GetProperty("displayName").GetString(), Is.EqualTo("Болат"));
        var session = await bolat.Get<JsonElement>(AccessHost.Session);
        Assert.That(session.GetProperty("user").GetProperty("language").GetString(), Is.EqualTo("en"));
        await bolat.Put("/api/v1/access/profile", new { displayName = "", language = "en" }, 99).MustBeInvalid("displayName:required");
    }

    [Test]
    public async Task Names_of_people_stay_out_of_the_audit_log_and_rights_stand_in_it_before_and_after()
    {
        var id = (await _admin.Post(Users, NewUser("aigul")).As<JsonElement>()).GetProperty("id").GetGuid();
        await (await _admin.Put($"{Users}/{id}", Body(["head"]), 1)).MustBe(HttpStatusCode.OK);
        var audit = (await _host.Audit()).Where(a => a.EntityId == id).ToList();
        var changed = JsonDocument.Parse(audit.Single(a => a.Action == "changed").Changes).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(string.Concat(audit.Select(a => a.Changes)), Does.Not.Contain("Айгүл").And.Not.Contains("Stamp"));
            Assert.That(changed.GetProperty("Roles").GetRawText(), Is.EqualTo("""[["auditor"],["head"]]"""));
            Assert.That(audit[^1].UserName, Is.EqualTo("director"));
        });
    }

    private async Task<IEnumerable<string?>> Names(string query) =>
        (await _admin.Get<JsonElement>(Users + query)).GetProperty("items").EnumerateArray().Select(u => u.GetProperty("userName").GetString());

    private static object NewUser(string userName, string[]? roles = null, string password = AccessHost.Password) => new
    {
        userName, displayName = "Айгүл Сәрсенова", language = "ru", password, roles = roles ?? ["auditor"], scope = new { everything = true },
    };

    private static object Body(string[] roles) => new { displayName = "Болат", language = "kk", roles, scope = new { everything = true } };
}
