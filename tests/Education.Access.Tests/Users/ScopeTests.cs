using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Education.BuildingBlocks.Security;
using Education.TestKit;

namespace Education.Access.Tests.Users;

/// <summary>Managers of users who see a part only: the city of Karaganda, or one school of it.</summary>
public sealed class ScopeTests
{
    private const string Api = "/api/v1/access";
    private const string Oblast = "350000000";
    private const string Karaganda = "351000000";
    private const string Temirtau = "352400000";

    private ApiHost _host = null!;
    private HttpClient _admin = null!;
    private HttpClient _city = null!;
    private HttpClient _school = null!;
    private Guid _schoolA;
    private Guid _schoolB;
    private Guid _schoolOfTemirtau;
    private Dictionary<string, Guid> _users = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await AccessHost.Start();
        await _host.AddUser("director", ["administrator"]);
        _admin = await _host.SignIn("director");
        _schoolA = await Register("А мектебі", Karaganda);
        _schoolB = await Register("Б мектебі", Karaganda);
        _schoolOfTemirtau = await Register("В мектебі", Temirtau);
        string[] permissions =
        [
            "access.users.read", "access.users.manage", "access.roles.read", "access.roles.manage", "access.clients.read", "access.clients.manage",
            "registry.institutions.read",
        ];
        await (await _admin.Post($"{Api}/roles", new { code = "clerk", name = new { kk = "Хатшы", ru = "Секретарь" }, permissions })).MustBe(HttpStatusCode.Created);
        _users = new(StringComparer.Ordinal)
        {
            ["city"] = await _host.AddUser("city", ["clerk"], In(Karaganda)),
            ["school"] = await _host.AddUser("school", ["clerk"], At(_schoolA)),
            ["teacher-a"] = await _host.AddUser("teacher-a", [], At(_schoolA)),
            ["teacher-ab"] = await _host.AddUser("teacher-ab", [], At(_schoolA, _schoolB)),
            ["teacher-t"] = await _host.AddUser("teacher-t", [], At(_schoolA, _schoolOfTemirtau)),
            ["oblast"] = await _host.AddUser("oblast", [], In(Oblast)),
            ["temirtau"] = await _host.AddUser("temirtau", [], In(Temirtau)),
        };
        _city = await _host.SignIn("city", language: "kk");
        _school = await _host.SignIn("school");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task The_session_names_the_territory_and_counts_the_institutions()
    {
        var scope = (await _city.Get<JsonElement>(AccessHost.Session)).GetProperty("user").GetProperty("scope");
        Assert.Multiple(() =>
        {
            Assert.That(scope.GetProperty("everything").GetBoolean(), Is.False);
            Assert.That(scope.GetProperty("territoryCode").GetString(), Is.EqualTo(Karaganda));
            Assert.That(scope.GetProperty("territoryName").GetString(), Is.EqualTo("Қарағанды қаласы"));
            Assert.That(scope.GetProperty("institutionCount").GetInt32(), Is.Zero);
        });
        scope = (await _school.Get<JsonElement>(AccessHost.Session)).GetProperty("user").GetProperty("scope");
        Assert.That(scope.GetProperty("institutionCount").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_scope_holds_in_the_other_modules()
    {
        Assert.That(await Institutions(_city), Is.EqualTo(new[] { "А мектебі", "Б мектебі" }));
        Assert.That(await Institutions(_school), Is.EqualTo(new[] { "А мектебі" }));
        Assert.That(await Institutions(_admin), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Only_accounts_whose_whole_scope_lies_within_ones_own_are_seen()
    {
        Assert.That(await Names(_admin), Has.Length.EqualTo(8));
        Assert.That(await Names(_city), Is.EquivalentTo(new[] { "city", "school", "teacher-a", "teacher-ab" }));
        Assert.That(await Names(_school), Is.EquivalentTo(new[] { "school", "teacher-a" }));
    }

    [Test]
    public async Task Lists_name_the_territory_in_the_readers_language()
    {
        var rows = (await _city.Get<JsonElement>($"{Api}/users?q=city")).GetProperty("items").EnumerateArray().ToList();
        Assert.That(rows.Single().GetProperty("territoryName").GetString(), Is.EqualTo("Қарағанды қаласы"));
    }

    [TestCase("oblast")]
    [TestCase("temirtau")]
    [TestCase("teacher-t")]
    public async Task Accounts_outside_are_not_there(string name)
    {
        var path = $"{Api}/users/{_users[name]}";
        await _city.GetAsync(path).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _city.Put(path, Body(new { everything = false, territoryCode = Karaganda }), 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _city.Post(path + "/lock", new { }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _city.Post(path + "/password", new { password = AccessHost.Password }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task One_gives_within_ones_own_scope()
    {
        await (await _city.Post($"{Api}/users", NewUser("a1", new { everything = false, territoryCode = Karaganda }))).MustBe(HttpStatusCode.Created);
        await (await _city.Post($"{Api}/users", NewUser("a2", new { everything = false, institutionIds = new[] { _schoolA, _schoolB } }))).MustBe(HttpStatusCode.Created);
        await (await _school.Post($"{Api}/users", NewUser("a3", new { everything = false, institutionIds = new[] { _schoolA } }))).MustBe(HttpStatusCode.Created);
        await (await _school.Put($"{Api}/users/{_users["teacher-a"]}", Body(new { everything = false }), 1)).MustBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task One_cannot_give_what_one_does_not_see()
    {
        await _city.Post($"{Api}/users", NewUser("a1", new { everything = true })).MustBeProblem(HttpStatusCode.Forbidden, "access.beyond-own-rights");
        await _city.Post($"{Api}/users", NewUser("a1", new { everything = false, territoryCode = Oblast, institutionIds = new[] { _schoolA, _schoolOfTemirtau } }))
            .MustBeInvalid("scope.territoryCode:unknown-value", "scope.institutionIds:unknown-value");
        await _school.Post($"{Api}/users", NewUser("a1", new { everything = false, territoryCode = Karaganda, institutionIds = new[] { _schoolB } }))
            .MustBeInvalid("scope.territoryCode:unknown-value", "scope.institutionIds:unknown-value");
        await _school.Put($"{Api}/users/{_users["teacher-a"]}", Body(new { everything = false, institutionIds = new[] { _schoolA, _schoolB } }), 1)
            .MustBeInvalid("scope.institutionIds:unknown-value");
    }

    [Test]
    public async Task What_does_not_exist_cannot_be_given() =>
        await _admin.Post($"{Api}/users", NewUser("a1", new { everything = false, territoryCode = "999999999", institutionIds = new[] { Guid.Empty } }))
            .MustBeInvalid("scope.territoryCode:unknown-value", "scope.institutionIds:unknown-value");

    [Test]
    public async Task Machine_clients_keep_to_the_scope_of_whoever_made_them()
    {
        await _city.Post($"{Api}/clients", Client(new { everything = true })).MustBeProblem(HttpStatusCode.Forbidden, "access.beyond-own-rights");
        await _city.Post($"{Api}/clients", Client(new { everything = false, territoryCode = Temirtau })).MustBeInvalid("scope.territoryCode:unknown-value");
        await (await _city.Post($"{Api}/clients", Client(new { everything = false, territoryCode = Karaganda }))).MustBe(HttpStatusCode.Created);
        var whole = await _admin.Post($"{Api}/clients", Client(new { everything = true })).As<JsonElement>();
        Assert.That((await _city.Get<JsonElement>($"{Api}/clients")).GetProperty("total").GetInt32(), Is.EqualTo(1));
        await _city.Post($"{Api}/clients/{whole.GetProperty("id").GetString()}/secret", new { }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Roles_are_changed_only_by_who_sees_everything()
    {
        var body = new { code = "small", name = new { kk = "Рөл", ru = "Роль" }, permissions = new[] { "access.users.read" } };
        await _city.Post($"{Api}/roles", body).MustBeProblem(HttpStatusCode.Forbidden, "access.beyond-own-rights");
        var made = await _admin.Post($"{Api}/roles", body).As<JsonElement>();
        await _city.Delete($"{Api}/roles/{made.GetProperty("id").GetString()}", 1).MustBeProblem(HttpStatusCode.Forbidden, "access.beyond-own-rights");
    }

    [Test]
    public async Task A_form_gets_the_names_of_what_is_in_the_scope()
    {
        var user = await _admin.Get<JsonElement>($"{Api}/users/{_users["teacher-ab"]}");
        Assert.That(
            user.GetProperty("scope").GetProperty("institutions").EnumerateArray().Select(i => i.GetProperty("name").GetString()),
            Is.EqualTo(new[] { "School А мектебі", "School Б мектебі" }));
    }

    [Test]
    public async Task Who_saw_a_duplicate_sees_the_institution_that_stayed()
    {
        using var merge = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/registry/institutions/{_schoolA}/merge") { Content = JsonContent.Create(new { intoId = _schoolB }) };
        merge.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        await (await _admin.SendAsync(merge)).MustBe(HttpStatusCode.OK);
        await _host.DrainOutbox();
        Assert.That(await Institutions(_school), Is.EqualTo(new[] { "Б мектебі" }), "the session went on");
        var user = await _admin.Get<JsonElement>($"{Api}/users/{_users["teacher-ab"]}");
        Assert.That(user.GetProperty("scope").GetProperty("institutions").GetArrayLength(), Is.EqualTo(1));
    }

    private static DataScope In(string territory) => new(false, territory, []);

    private static DataScope At(params Guid[] institutions) => new(false, null, institutions);

    private static object NewUser(string userName, object scope) => new
    {
        userName = userName + "-user", displayName = "Қызметкер", language = "kk", password = AccessHost.Password, roles = Array.Empty<string>(), scope,
    };

    private static object Body(object scope) => new { displayName = "Қызметкер", language = "kk", roles = Array.Empty<string>(), scope };

    private static object Client(object scope) => new { name = "Портал", permissions = new[] { "registry.institutions.read" }, scope };

    private static async Task<string?[]> Names(HttpClient client) =>
        [.. (await client.Get<JsonElement>($"{Api}/users")).GetProperty("items").EnumerateArray().Select(u => u.GetProperty("userName").GetString())];

    private static async Task<string?[]> Institutions(HttpClient client) =>
        [.. (await client.Get<JsonElement>("/api/v1/registry/institutions?status=active")).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("name").GetProperty("kk").GetString())];

    private async Task<Guid> Register(string name, string territory)
    {
        var body = new
        {
            name = new { kk = name, ru = "Школа " + name, en = "School " + name }, kind = "secondary-school", ownership = "state", languages = new[] { "kk" },
            territoryCode = territory, isBranch = false,
        };
        return (await _admin.Post("/api/v1/registry/institutions", body).As<JsonElement>()).GetProperty("id").GetGuid();
    }
}
