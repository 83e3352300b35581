using System.Net;
using System.Text.Json;
using Education.Architecture.Tests.Rules;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Architecture.Tests;

internal sealed class EndpointTests
{
    /// <summary>Anybody may call these, and only these: adding one here is a decision to be reviewed.</summary>
    private static readonly string[] Public = ["GetSession", "SignIn", "IssueToken", "LookUpApplication", "ListQueueRoots"];

    /// <summary>Lists of what belongs to no territory and no institution: everybody with the permission sees them whole.</summary>
    private static readonly string[] Unscoped = ["ListTerritories", "ListParameters", "ListRoles", "ListIndicators", "ListImports", "ListBenefits", "ListQueueRoots"];

    private ApiHost _host = null!;
    private List<RouteEndpoint> _endpoints = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        _endpoints = [.. _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)];
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void Every_endpoint_asks_for_a_permission_or_says_why_not()
    {
        Assert.That(_endpoints, Has.Count.GreaterThan(5));
        Assert.That(EndpointRules.Guarded(_endpoints, ApiHost.AllPermissions.ToHashSet(StringComparer.Ordinal)), Is.Empty);
    }

    [Test]
    public void At_most_five_endpoints_are_public_and_all_are_known()
    {
        var found = EndpointRules.Public(_endpoints).ToList();
        Assert.That(found, Has.Count.LessThanOrEqualTo(5));
        Assert.That(found, Is.SubsetOf(Public));
    }

    [Test]
    public void Every_endpoint_has_a_name_of_its_own_and_a_summary() => Assert.That(EndpointRules.Described(_endpoints), Is.Empty);

    [Test]
    public void Changes_need_the_version_and_lists_refuse_what_they_do_not_know() => Assert.That(EndpointRules.KeepTheContract(_endpoints), Is.Empty);

    [Test]
    public async Task Strangers_reach_only_the_public_endpoints()
    {
        var stranger = _host.Anonymous();
        foreach (var endpoint in _endpoints.Where(e => EndpointRules.Is(e, "GET") && !Public.Contains(EndpointRules.NameOf(e))))
        {
            using var response = await stranger.GetAsync(PathOf(endpoint));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), EndpointRules.NameOf(endpoint));
        }
    }

    [Test]
    public async Task A_user_who_may_see_nothing_gets_no_row_of_any_list()
    {
        await using var host = await ApiHost.Start();
        foreach (var module in Product.Modules)
        {
            await host.Inside(services => module.SeedDemo(services, CancellationToken.None));
        }

        var (blind, seeing) = (host.As(ApiHost.AllPermissions, DataScope.None), host.AsAdministrator());
        var leaks = new List<string>();
        var lists = _endpoints.Where(e => EndpointRules.Is(e, "GET") && e.Metadata.GetMetadata<QueryShape>() is not null && e.RoutePattern.Parameters.Count == 0).ToList();
        foreach (var list in lists)
        {
            var (name, path) = (EndpointRules.NameOf(list), list.RoutePattern.RawText!);
            using var response = await blind.GetAsync(path);
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.OK && !(response.StatusCode == HttpStatusCode.BadRequest && body.Contains("\"required\"", StringComparison.Ordinal)))
            {
                leaks.Add($"{name} answers {(int)response.StatusCode} {body}");
            }
            else if (!Unscoped.Contains(name) && Total(body) is > 0 and var total)
            {
                leaks.Add($"{name} shows {total} rows to a user who may see nothing");
            }

            _ = await seeing.GetAsync(path);
        }

        Assert.That(lists, Has.Count.GreaterThan(3));
        Assert.That(leaks, Is.Empty);
    }

    [Test]
    public void The_rules_fire()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        using var app = builder.Build();
        app.MapGet("/open", () => 1);
        app.MapGet("/wrong", () => 1).WithName("Wrong").RequirePermission("no.such");
        app.MapDelete("/wrong", () => 1).WithName("Delete").WithSummary("x").RequirePermission("known");
        app.MapGet("/list", ([AsParameters] Shape shape) => shape.Page ?? 1).WithName("List").WithSummary("x").AllowEverybody();
        List<RouteEndpoint> endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];
        Assert.Multiple(() =>
        {
            Assert.That(EndpointRules.Guarded(endpoints, new HashSet<string> { "known" }), Has.Count.EqualTo(2));
            Assert.That(EndpointRules.Described(endpoints), Has.Count.EqualTo(3));
            Assert.That(EndpointRules.KeepTheContract(endpoints), Is.EqualTo(new[] { "Delete changes a record without If-Match", "List takes a query without .AcceptsQuery" }));
            Assert.That(EndpointRules.Public(endpoints), Is.EqualTo(new[] { "List" }));
        });
    }

    private static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Aggregate(
        endpoint.RoutePattern.RawText!,
        (path, parameter) => System.Text.RegularExpressions.Regex.Replace(
            path, $@"\{{{parameter.Name}[^}}]*\}}", parameter.ParameterPolicies.Any(p => p.Content == "int") ? "1" : SharedKernel.SequentialGuid.Next().ToString()));

    private static int Total(string body)
    {
        var root = JsonDocument.Parse(body).RootElement;
        return root.ValueKind switch
        {
            JsonValueKind.Array => root.GetArrayLength(),
            JsonValueKind.Object when root.TryGetProperty("total", out var total) => total.GetInt32(),
            JsonValueKind.Object when root.TryGetProperty("items", out var items) => items.GetArrayLength(),
            _ => 0,
        };
    }

    private sealed record Shape : ListQuery;
}
