using System.Net;
using System.Text.Json;
using Education.TestKit;

namespace Education.Access.Tests.Users;

/// <summary>A manager of users who has fewer rights than others tries to get more.</summary>
public sealed class EscalationTests
{
    private const string Api = "/api/v1/access";

    private ApiHost _host = null!;
    private HttpClient _admin = null!;
    private HttpClient _clerk = null!;
    private Guid _adminId;
    private Guid _clerkId;

    [SetUp]
    public async Task Start()
    {
        _host = await AccessHost.Start();
        _adminId = await _host.AddUser("director", ["administrator"]);
        _admin = await _host.SignIn("director");
        await (await _admin.Post($"{Api}/roles", Role("clerk", "access.users.read", "access.users.manage", "access.roles.read", "access.roles.manage", "access.clients.manage", "access.clients.read")))
            .MustBe(HttpStatusCode.Created);
        _clerkId = await _host.AddUser("clerk1", ["clerk"]);
        _clerk = await _host.SignIn("clerk1");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Cannot_make_an_administrator() => await Refused(_clerk.Post($"{Api}/users", NewUser("puppet", "administrator")));

    [Test]
    public async Task Cannot_give_a_role_with_permissions_he_lacks() => await Refused(_clerk.Post($"{Api}/users", NewUser("puppet", "auditor")));

    [Test]
    public async Task Can_give_what_he_has() => await (await _clerk.Post($"{Api}/users", NewUser("colleague", "clerk"))).MustBe(HttpStatusCode.Created);

    [Test]
    public async Task Cannot_set_the_password_of_somebody_with_more_rights() =>
        await Refused(_clerk.Post($"{Api}/users/{_adminId}/password", new { password = "менің құпиясөзім осы" }));

    [Test]
    public async Task Cannot_lock_somebody_with_more_rights() => await Refused(_clerk.Post($"{Api}/users/{_adminId}/lock", new { }));

    [Test]
    public async Task Cannot_take_roles_from_somebody_with_more_rights() => await Refused(_clerk.Put($"{Api}/users/{_adminId}", Body("clerk"), 1));

    [Test]
    public async Task Cannot_change_his_own_rights()
    {
        await (await _admin.Post($"{Api}/roles", Role("small", "access.users.read"))).MustBe(HttpStatusCode.Created);
        await _clerk.Put($"{Api}/users/{_clerkId}", Body("small"), 1).MustBeProblem(HttpStatusCode.Conflict, "access.own-rights");
    }

    [Test]
    public async Task Cannot_put_permissions_he_lacks_into_a_role()
    {
        await Refused(_clerk.Post($"{Api}/roles", Role("grand", "platform.operate")));
        var clerk = await RoleOf("clerk");
        await Refused(_clerk.Put($"{Api}/roles/{clerk.Id}", new { name = Name, permissions = new[] { "platform.operate" } }, clerk.Version));
    }

    [Test]
    public async Task Cannot_weaken_a_role_with_permissions_he_lacks()
    {
        var auditor = await RoleOf("auditor");
        await Refused(_clerk.Put($"{Api}/roles/{auditor.Id}", new { name = Name, permissions = Array.Empty<string>() }, auditor.Version));
    }

    [Test]
    public async Task Cannot_make_a_machine_client_with_more_than_his_own() =>
        await Refused(_clerk.Post($"{Api}/clients", new { name = "x", permissions = new[] { "platform.operate" }, scope = new { everything = true } }));

    [Test]
    public async Task Cannot_take_over_a_machine_client_with_more_than_his_own()
    {
        var client = await _admin.Post($"{Api}/clients", new { name = "x", permissions = new[] { "platform.operate" }, scope = new { everything = true } }).As<JsonElement>();
        await Refused(_clerk.Post($"{Api}/clients/{client.GetProperty("id").GetString()}/secret", new { }));
    }

    [Test]
    public async Task Nobody_locks_himself() =>
        await _admin.Post($"{Api}/users/{_adminId}/lock", new { }).MustBeProblem(HttpStatusCode.Conflict, "access.own-lock");

    [Test]
    public async Task The_administrators_role_cannot_be_changed_or_deleted()
    {
        var role = await RoleOf("administrator");
        await _admin.Put($"{Api}/roles/{role.Id}", new { name = Name, permissions = new[] { "access.users.read" } }, role.Version)
            .MustBeProblem(HttpStatusCode.Conflict, "access.administrator-role");
        await _admin.Delete($"{Api}/roles/{role.Id}", role.Version).MustBeProblem(HttpStatusCode.Conflict, "access.role-built-in");
    }

    [Test]
    public async Task The_last_administrator_can_neither_be_locked_nor_stripped()
    {
        // A machine client with every permission is the only one besides the administrator who could.
        await (await _admin.Post($"{Api}/roles", Role("almighty", [.. ApiHost.AllPermissions]))).MustBe(HttpStatusCode.Created);
        await _host.AddUser("deputy", ["almighty"]);
        var deputy = await _host.SignIn("deputy");
        await deputy.Post($"{Api}/users/{_adminId}/lock", new { }).MustBeProblem(HttpStatusCode.Conflict, "access.last-administrator");
        await deputy.Put($"{Api}/users/{_adminId}", Body("auditor"), 1).MustBeProblem(HttpStatusCode.Conflict, "access.last-administrator");
        Assert.That(await _admin.IsSignedIn(), Is.True);

        await _host.AddUser("director2", ["administrator"]);
        await (await deputy.Post($"{Api}/users/{_adminId}/lock", new { })).MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Two_administrators_cannot_lock_each_other_at_the_same_moment()
    {
        var otherId = await _host.AddUser("director2", ["administrator"]);
        var other = await _host.SignIn("director2");
        var answers = await Task.WhenAll(_admin.Post($"{Api}/users/{otherId}/lock", new { }), other.Post($"{Api}/users/{_adminId}/lock", new { }));
        Assert.That(answers.Count(a => a.IsSuccessStatusCode), Is.EqualTo(1));
    }

    private static readonly object Name = new { kk = "Рөл", ru = "Роль" };

    private static Task Refused(Task<HttpResponseMessage> sent) => sent.MustBeProblem(HttpStatusCode.Forbidden, "access.beyond-own-rights");

    private static object Role(string code, params string[] permissions) => new { code, name = Name, permissions };

    private static object NewUser(string userName, string role) => new
    {
        userName, displayName = "Қызметкер", language = "kk", password = AccessHost.Password, roles = new[] { role }, scope = new { everything = true },
    };

    private static object Body(string role) => new { displayName = "Қызметкер", language = "kk", roles = new[] { role }, scope = new { everything = true } };

    private async Task<(string Id, long Version)> RoleOf(string code)
    {
        var role = (await _admin.Get<JsonElement>($"{Api}/roles")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("code").GetString() == code);
        return (role.GetProperty("id").GetString()!, role.GetProperty("version").GetInt64());
    }
}
