using System.Net;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.Planning.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Education.Api.Tests.SqlServer;

/// <summary>
/// Every list in every order with every filter, and the queries behind reports and matching, can be said in the SQL of SQL Server. Needs no
/// server; what such a server answers, the same fixtures show where one is configured.
/// </summary>
internal sealed class TranslationTests
{
    private const string Oblast = "350000000";
    private static readonly DataScope[] Scopes = [DataScope.All, new(false, Oblast, []), new(false, null, [SequentialGuid.Next()]), new(false, Oblast, [SequentialGuid.Next()])];

    private static readonly Dictionary<string, object> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["year"] = 2017, ["territory"] = Oblast, ["institution"] = SequentialGuid.Next(), ["period"] = "2017", ["language"] = "kk", ["kind"] = "secondary-school",
        ["academicYear"] = 2017, ["month"] = "2017-09", ["number"] = "322-222-061", ["profile"] = "general", ["run"] = SequentialGuid.Next(),
        ["ListKindergartens.kind"] = "kindergarten", ["GetKindergartenTotals.kind"] = "kindergarten", ["ListSignals.kind"] = "overfilledGroup",
    };

    private readonly PretendServer _server = new();
    private ApiHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await ApiHost.Start(new()
    {
        Services = services =>
        {
            services.RemoveAll<IDatabaseEngine>();
            services.AddSingleton<IDatabaseEngine>(_server);
            ShippedParameters.Use(services);
        },
    });

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Every_list_in_every_order_with_every_filter_for_every_scope()
    {
        var failed = new List<string>();
        foreach (var client in Scopes.Select(scope => _host.As(ApiHost.AllPermissions, scope)))
        {
            foreach (var list in ApiList.Of(_host))
            {
                foreach (var address in await Addresses(list, client))
                {
                    using var response = await client.GetAsync(address);
                    if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                    {
                        failed.Add($"{address} → {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
                    }
                }
            }
        }

        Assert.That(failed, Is.Empty);
        foreach (var module in new[] { "platform", "registry", "access", "imports", "testing", "planning", "preschool" })
        {
            Assert.That(_server.Sent, Has.Some.Contains($"FROM [{module}].["), "nothing was asked of " + module);
        }
    }

    [Test]
    public async Task What_reports_imports_and_workers_ask()
    {
        var day = new DateOnly(2026, 9, 1);
        await _host.Inside(async services =>
        {
            foreach (var source in services.GetServices<IIndicatorSource>())
            {
                var codes = source.Indicators.Select(i => i.Code).ToList();
                Assert.That(await source.FactsAsync(new("2017", codes, Oblast), CancellationToken.None).CountAsync(), Is.Zero);
            }

            await services.GetRequiredService<IInstitutionDirectory>().Match(["СШ №5", "Лицей 2"], Oblast, CancellationToken.None);
            await services.GetRequiredService<IParameters>().FindAll("testing.", day, Oblast, CancellationToken.None);
            await services.GetRequiredService<ITerritoryDirectory>().Ancestors(Oblast, CancellationToken.None);
            await services.GetRequiredService<IWorkCalendar>().AddWorkingDays(day, 5, CancellationToken.None);
            await services.GetRequiredService<Housekeeping>().Sweep(CancellationToken.None);
        });
        await _host.DrainOutbox();
        await _host.RunJobs();
        Assert.That(_server.Sent, Has.Some.Contains("[testing].[SchoolResults]").And.Some.Contains("[platform].[OutboxMessages]").And.Some.StartsWith("DELETE"));
    }

    private static async Task<IEnumerable<string>> Addresses(ApiList list, HttpClient client)
    {
        var bare = await list.Required(client, Values);
        var filters = list.Parameters.Where(p => p.Key is not ("sort" or "page" or "pageSize")).Select(p => KeyValuePair.Create(p.Key, Sample(list, p.Key, p.Value))).ToList();
        var full = list.With(filters);
        var sorts = await list.Sorts(client, full);
        return sorts.SelectMany(s => new[] { $"{full}&sort={s}", $"{full}&sort=-{s}" }).Append(full).Append(bare)
            .Concat(filters.Where(f => !bare.Contains(f.Key, StringComparison.OrdinalIgnoreCase)).Select(f => bare + (bare.Contains('?') ? "&" : "?") + list.With([f]).Split('?')[1]));
    }

    private static object Sample(ApiList list, string name, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            { IsEnum: true } => Enum.GetNames(plain)[0],
            _ when list.Find(Values, name) is { } value && value.GetType() == plain => value,
            _ when plain == typeof(string) => "мектеп",
            _ when plain == typeof(Guid) => SequentialGuid.Next(),
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(DateOnly) => new DateOnly(2017, 6, 1),
            _ when plain.IsArray => Sample(list, name, plain.GetElementType()!),
            _ => 1,
        };
    }
}
