using System.Net;
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
    public void What_is_made_once_stays_one_however_often_it_is_asked() =>

        // The secret of a machine client is shown once and kept nowhere: a stored answer would keep it.
        Assert.That(EndpointRules.CreateOnce(_endpoints).Except(["CreateClient makes something new without WithIdempotency"]), Is.Empty);

    [Test]
    public void The_rules_fire()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        using var app = builder.Build();
        app.MapGet("/open", () => 1);
        app.MapGet("/wrong", () => 1).WithName("Wrong").RequirePermission("no.such");
        app.MapDelete("/wrong", () => 1).WithName("Delete").WithSummary("x").RequirePermission("known");
        app.MapPost("/made", () => TypedResults.Created("/made/1", 1)).WithName("Make").WithSummary("x").AllowEverybody();
        app.MapList("/list", ([AsParameters] Shape shape) => shape.Page ?? 1).WithName("List").WithSummary("x").AllowEverybody();
        List<RouteEndpoint> endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];
        Assert.Multiple(() =>
        {
            Assert.That(EndpointRules.Guarded(endpoints, new HashSet<string> { "known" }), Has.Count.EqualTo(2));
            Assert.That(EndpointRules.Described(endpoints), Has.Count.EqualTo(3));
            Assert.That(EndpointRules.KeepTheContract(endpoints), Is.EqualTo(new[] { "Delete changes a record without If-Match", "List takes a query without .AcceptsQuery" }));
            Assert.That(EndpointRules.CreateOnce(endpoints), Is.EqualTo(new[] { "Make makes something new without WithIdempotency" }));
            Assert.That(EndpointRules.Public(endpoints), Is.EquivalentTo(new[] { "List", "Make" }));
        });
    }

    private static string PathOf(RouteEndpoint endpoint) => endpoint.RoutePattern.Parameters.Aggregate(
        endpoint.RoutePattern.RawText!,
        (path, parameter) => System.Text.RegularExpressions.Regex.Replace(
            path, $@"\{{{parameter.Name}[^}}]*\}}", parameter.ParameterPolicies.Any(p => p.Content == "int") ? "1" : SharedKernel.SequentialGuid.Next().ToString()));

    private sealed record Shape : ListQuery;
}
