using System.Net;
using System.Text.Json;
using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

internal sealed class ParameterTests
{
    private const string Mrp = "registry.monthly-calculation-index";
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ApiHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("2020-03-31", 2651)]
    [TestCase("2020-04-01", 2778)]
    [TestCase("2026-07-01", 4325)]
    public async Task The_value_is_the_one_in_force_on_the_day(string day, decimal expected) =>
        Assert.That((await Find(Mrp, DateOnly.Parse(day), null))!.Value, Is.EqualTo(expected));

    [Test]
    public async Task Before_the_first_value_there_is_none() =>
        Assert.That(await Find(Mrp, new DateOnly(2010, 12, 31), null), Is.Null);

    [Test]
    public async Task The_nearest_territory_above_wins()
    {
        var client = _host.AsAdministrator();
        await Add(client, "registry.class-size", new { value = 30, validFrom = "2020-01-01", legalAct = "Облыс", territoryCode = "350000000" });
        await Add(client, "registry.class-size", new { value = 28, validFrom = "2020-01-01", legalAct = "Қала", territoryCode = "351000000" });

        Assert.Multiple(async () =>
        {
            Assert.That((await Find("registry.class-size", new DateOnly(2024, 1, 1), "351000000"))!.Value, Is.EqualTo(28m));
            Assert.That((await Find("registry.class-size", new DateOnly(2024, 1, 1), "350000000"))!.Value, Is.EqualTo(30m));
            Assert.That((await Find("registry.class-size", new DateOnly(2024, 1, 1), "710000000"))!.Value, Is.EqualTo(25m));
            Assert.That((await Find("registry.class-size", new DateOnly(2019, 12, 31), "351000000"))!.Value, Is.EqualTo(25m));
        });
    }

    [Test]
    public async Task A_new_value_ends_the_open_one_the_day_before()
    {
        var client = _host.AsAdministrator();
        await Add(client, "registry.smallest-school.primary", new { value = 7, validFrom = "2027-01-01", legalAct = "Жаңа қаулы" });

        Assert.Multiple(async () =>
        {
            Assert.That((await Find("registry.smallest-school.primary", new DateOnly(2026, 12, 31), null))!.Value, Is.EqualTo(5m));
            Assert.That((await Find("registry.smallest-school.primary", new DateOnly(2027, 1, 1), null))!.Value, Is.EqualTo(7m));
        });
    }

    [Test]
    public async Task Two_values_on_one_day_are_refused()
    {
        var client = _host.AsAdministrator();
        var version = (await client.Get<JsonElement>($"/api/v1/registry/parameters/{Mrp}")).GetProperty("version").GetInt64();
        await Send(client, Mrp, version, new { value = 1, validFrom = "2017-06-01", validTo = "2017-06-30", legalAct = "x" })
            .MustBeProblem(HttpStatusCode.Conflict, "registry.parameter-overlap");
    }

    [Test]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var client = _host.AsAdministrator();
        await Send(client, Mrp, 1, new { validFrom = "2030-01-02", validTo = "2030-01-01", legalAct = "" })
            .MustBeInvalid("value:required", "legalAct:required", "validTo:registry.period-reversed");
    }

    [Test]
    public async Task A_stale_version_and_a_missing_one_are_refused()
    {
        var client = _host.AsAdministrator();
        await Send(client, Mrp, 999, new { value = 1, validFrom = "2040-01-01", legalAct = "x" }).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await client.Post($"/api/v1/registry/parameters/{Mrp}/values", new { value = 1, validFrom = "2040-01-01", legalAct = "x" })
            .MustBeProblem(HttpStatusCode.PreconditionRequired, "if-match-required");
    }

    [Test]
    public async Task Modules_bring_their_norms_and_the_list_finds_them()
    {
        var page = await _host.AsAdministrator().Get<JsonElement>("/api/v1/registry/parameters?prefix=testing.unt.&on=2017-06-01&pageSize=200");
        var max = page.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("code").GetString() == "testing.unt.max-score");
        Assert.That(max.GetProperty("value").GetDecimal(), Is.EqualTo(140m));
    }

    [Test]
    public async Task Without_the_right_nobody_changes_a_norm() =>
        await Send(_host.As(["registry.parameters.read"]), Mrp, 1, new { value = 1, validFrom = "2040-01-01", legalAct = "x" })
            .MustBeProblem(HttpStatusCode.Forbidden, "forbidden");

    private static async Task Add(HttpClient client, string code, object body)
    {
        var version = (await client.Get<JsonElement>($"/api/v1/registry/parameters/{code}")).GetProperty("version").GetInt64();
        using var response = await Send(client, code, version, body);
        await response.MustBe(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string code, long version, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/registry/parameters/{code}/values")
        {
            Content = System.Net.Http.Json.JsonContent.Create(body),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return client.SendAsync(request);
    }

    private Task<ParameterValue?> Find(string code, DateOnly on, string? territory) =>
        _host.Inside(services => services.GetRequiredService<IParameters>().Find(code, on, territory, CancellationToken.None));
}
