using System.Net;
using System.Text.Json;
using Education.Access.Roles;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.Tests.Roles;

public sealed class RoleTests
{
    private const string Roles = "/api/v1/access/roles";

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
    public async Task Five_roles_come_with_the_product()
    {
        var roles = (await _admin.Get<JsonElement>(Roles)).GetProperty("items").EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!);
        Assert.That(roles.Keys, Is.EquivalentTo(new[] { "administrator", "head", "specialist", "institution-staff", "auditor" }));
        Assert.That(Permissions(roles["auditor"]), Does.Contain("platform.audit.read").And.Contains("access.users.read").And.None.EndsWith("manage"));
        Assert.That(Permissions(roles["institution-staff"]), Does.Not.Contain("platform.audit.read").And.Not.Contains("access.users.read"));
    }

    [Test]
    public async Task The_administrator_has_every_permission_of_every_module()
    {
        var session = await _admin.Get<JsonElement>(AccessHost.Session);
        Assert.That(
            session.GetProperty("user").GetProperty("permissions").EnumerateArray().Select(p => p.GetString()), Is.EquivalentTo(ApiHost.AllPermissions));
    }

    [Test]
    public async Task What_was_taken_from_a_shipped_role_is_not_given_back_by_the_next_migration()
    {
        var auditor = (await _admin.Get<JsonElement>(Roles + "?q=auditor")).GetProperty("items")[0];
        await (await _admin.Put(
            $"{Roles}/{auditor.GetProperty("id").GetString()}", new { name = new { kk = "Аудитор", ru = "Аудитор" }, permissions = new[] { "access.users.read" } },
            auditor.GetProperty("version").GetInt64())).MustBe(HttpStatusCode.OK);
        await _host.Inside(services => services.GetRequiredService<RoleSeed>().Seed(CancellationToken.None));
        var after = await _host.Inside(s => s.GetRequiredService<AccessDbContext>().Roles.SingleAsync(r => r.Code == "auditor"));
        Assert.That(after.Permissions, Is.EqualTo(new[] { "access.users.read" }));
    }

    [Test]
    public async Task A_role_that_somebody_holds_cannot_be_deleted()
    {
        var id = await AddRole("clerk");
        await _host.AddUser("bolat", ["clerk"]);
        var problem = await _admin.Delete($"{Roles}/{id}", 1).MustBeProblem(HttpStatusCode.Conflict, "access.role-in-use");
        Assert.That(problem.GetProperty("title").GetString(), Is.EqualTo("Users hold this role: 1"));
    }

    [Test]
    public async Task A_role_that_nobody_holds_can_be_deleted()
    {
        var id = await AddRole("clerk");
        await _admin.Delete($"{Roles}/{id}", null).MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
        await (await _admin.Delete($"{Roles}/{id}", 1)).MustBe(HttpStatusCode.NoContent);
        await _admin.GetAsync($"{Roles}/{id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Fewer_permissions_hold_from_the_next_request_on()
    {
        var id = await AddRole("clerk", "platform.audit.read");
        await _host.AddUser("bolat", ["clerk"]);
        var bolat = await _host.SignIn("bolat");
        await (await bolat.GetAsync("/api/v1/audit")).MustBe(HttpStatusCode.OK);
        await (await _admin.Put($"{Roles}/{id}", new { name = new { kk = "Хатшы", ru = "Секретарь" }, permissions = Array.Empty<string>() }, 1)).MustBe(HttpStatusCode.OK);
        await bolat.GetAsync("/api/v1/audit").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task Codes_are_unique_and_well_formed()
    {
        await AddRole("clerk");
        await _admin.Post(Roles, new { code = "clerk", name = new { kk = "Хатшы", ru = "Секретарь" }, permissions = Array.Empty<string>() })
            .MustBeProblem(HttpStatusCode.Conflict, "access.role-code-taken");
        await _admin.Post(Roles, new { code = "Clerk 2", name = new { kk = "", ru = "" } })
            .MustBeInvalid("code:format", "name.kk:required", "name.ru:required", "permissions:required");
        await _admin.Post(Roles, new { code = "x", name = new { kk = "Х", ru = "Х" }, permissions = new[] { "no.such" } }).MustBeInvalid("permissions:unknown-value");
    }

    [TestCase("kk", "Пайдаланушыларды көру")]
    [TestCase("ru", "Просмотр пользователей")]
    public async Task The_catalogue_names_every_permission_in_the_readers_language(string language, string name)
    {
        var admin = await _host.SignIn("director", language: language);
        var groups = await admin.Get<JsonElement>("/api/v1/access/permissions");
        var items = groups.EnumerateArray().SelectMany(g => g.GetProperty("permissions").EnumerateArray()).ToList();
        Assert.That(items.Select(i => i.GetProperty("code").GetString()), Is.EquivalentTo(ApiHost.AllPermissions));
        Assert.That(items.Single(i => i.GetProperty("code").GetString() == "access.users.read").GetProperty("name").GetString(), Is.EqualTo(name));
        Assert.That(items.Where(i => i.GetProperty("name").GetString()!.StartsWith("permission.", StringComparison.Ordinal)), Is.Empty, "a permission without a name");
    }

    private static IEnumerable<string?> Permissions(JsonElement role) => role.GetProperty("permissions").EnumerateArray().Select(p => p.GetString());

    private async Task<string> AddRole(string code, params string[] permissions) =>
        (await _admin.Post(Roles, new { code, name = new { kk = "Хатшы", ru = "Секретарь", en = "Clerk" }, permissions }).As<JsonElement>()).GetProperty("id").GetString()!;
}
