using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Education.Architecture.Tests.Rules;
using Education.BuildingBlocks.Security;
using Education.TestKit;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Architecture.Tests;

/// <summary>Every list, every card and every change, called by somebody who may see little or nothing of the demo department.</summary>
internal sealed partial class ScopeTests
{
    /// <summary>What belongs to no territory and no institution (a job is the platform's to whoever operates it): seen whole with the permission.</summary>
    private static readonly string[] Unscoped =
    [
        "ListTerritories", "ListTerritoryCodeChanges", "ListParameters", "ListRoles", "ListPermissions", "ListIndicators", "ListImportDefinitions",
        "ListInstitutionKinds", "ListTestSessions", "ListDeadLetters", "GetCalendar",
        "ListJobs", "ListBenefits", "ListOrderTariffs", "ListQueueRoots", "ListFreePlaces",
    ];

    /// <summary>Numbers without rows: sums over a territory, and counts of a list that is walked here itself.</summary>
    private static readonly string[] Sums = ["GetNationalSummary", "ListSubjectResults", "GetSignalCounts"];

    /// <summary>Lists of one's own, and lists that the demo leaves empty.</summary>
    private static readonly string[] OwnOrEmpty = [
        "ListImports", "ListParticipants", "ListClients", "ListFindings", "ListSnapshots",
        "ListAllocationRuns", "ListAllocationPools", "ListAllocationProposals", "ListOffers", "ListPlacesForApplication", "ListObjections", "ListSimulations", "ListSignals",
    ];

    /// <summary>Their rows name the record, not its institution; that they keep to the scope is a test of the audit log.</summary>
    private static readonly string[] Nameless = ["ListAudit", "ListChanges"];

    private ApiHost _host = null!;
    private HttpClient _everything = null!;
    private IReadOnlyList<ApiList> _lists = [];
    private Dictionary<string, object> _values = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        await _host.SeedDemo();
        _everything = _host.AsAdministrator();
        _lists = ApiList.Of(_host);
        var schools = await Items(_everything, "/api/v1/testing/national/schools?year=2017&territory=351000000&pageSize=200");
        _values = new(StringComparer.OrdinalIgnoreCase)
        {
            ["year"] = 2017, ["territory"] = "351000000", ["institution"] = schools[0].GetProperty("institutionId").GetGuid(),
            ["academicYear"] = 2017, ["month"] = "2017-09", ["ListSignals.kind"] = "overfilledGroup", ["run"] = Guid.NewGuid(),
            ["number"] = (await Items(_everything, "/api/v1/preschool/queue/applications"))[0].GetProperty("number").GetString()!,
        };
        Mine = schools[^1].GetProperty("institutionId").GetGuid();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    /// <summary>The one school of somebody who sees one school.</summary>
    private Guid Mine { get; set; }

    [Test]
    public async Task Nobody_gets_a_row_from_beyond_his_scope()
    {
        var leaks = new List<string>();
        var readers = new[] { ("nothing", DataScope.None), ("another oblast", new(false, "630000000", [])), ("one school", new(false, null, [Mine])) };
        foreach (var (who, scope) in readers)
        {
            var reader = _host.As(ApiHost.AllPermissions, scope);
            foreach (var list in _lists.Where(l => !Unscoped.Contains(l.Name) && !Sums.Contains(l.Name)))
            {
                using var response = await reader.GetAsync(await list.Required(reader, _values));
                var body = await response.Content.ReadAsStringAsync();
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                {
                    leaks.Add($"{list.Name} answers {(int)response.StatusCode} {body}");
                }

                leaks.AddRange((response.IsSuccessStatusCode && !(scope.InstitutionIds.Count > 0 && Nameless.Contains(list.Name)) ? ApiList.Items(body) : []).Where(row => !IsMine(row)).Select(row => $"{list.Name} shows to a reader of {who}: {row}"));
            }
        }

        Assert.That(leaks, Is.Empty);
    }

    [Test]
    public async Task Whoever_sees_everything_gets_rows_of_every_list()
    {
        // Else the tests above and below would look at nothing.
        var empty = new List<string>();
        foreach (var list in _lists.Where(l => !OwnOrEmpty.Contains(l.Name) && !Unscoped.Contains(l.Name) && !Sums.Contains(l.Name)))
        {
            if (list.Name.StartsWith("List", StringComparison.Ordinal) && (await Items(_everything, await list.Required(_everything, _values))).Count == 0)
            {
                empty.Add(list.Name);
            }
        }

        Assert.That(empty, Is.Empty);
    }

    [Test]
    public async Task What_lies_beyond_ones_scope_can_neither_be_opened_nor_changed()
    {
        var stranger = _host.As(ApiHost.AllPermissions, new DataScope(false, "630000000", []));
        var found = new List<string>();
        var tried = 0;
        foreach (var endpoint in _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.Parameters.Count == 1))
        {
            var prefix = endpoint.RoutePattern.RawText!.Split("/{")[0];
            if (_lists.FirstOrDefault(l => l.Path == prefix) is not { } list || Unscoped.Contains(list.Name)
                || (await Items(_everything, await list.Required(_everything, _values))).FirstOrDefault() is not { ValueKind: JsonValueKind.Object } row
                || !row.TryGetProperty("id", out var id))
            {
                continue;
            }

            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                tried++;
                using var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(endpoint.RoutePattern.RawText!, id.GetGuid().ToString()));
                request.Content = method == "GET" ? null : new StringContent("{}", Encoding.UTF8, "application/json");
                request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
                using var response = await stranger.SendAsync(request);

                // A wrong body is a wrong body for everybody; 409 and 412 would say that the record is there.
                if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest))
                {
                    found.Add($"{EndpointRules.NameOf(endpoint)} answers {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                }
            }
        }

        Assert.That(found, Is.Empty);
        Assert.That(tried, Is.GreaterThan(15));
    }

    /// <summary>The row is of the reader's one school; a row that names no institution is nobody's.</summary>
    private bool IsMine(JsonElement row) => row.ToString().Contains(Mine.ToString(), StringComparison.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<JsonElement>> Items(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        await response.MustBe(HttpStatusCode.OK);
        return ApiList.Items(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
