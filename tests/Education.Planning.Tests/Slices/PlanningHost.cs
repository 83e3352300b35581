using System.Runtime.CompilerServices;
using Education.BuildingBlocks.Security;
using Education.Planning.Checks;
using Education.Planning.Contracts;
using Education.Planning.Reports;
using Education.Planning.Reports.Engine;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Education.Planning.Tests.Slices;

/// <summary>The application with the real rows of 2017 behind it, each of which can be changed.</summary>
internal sealed class PlanningHost : IAsyncDisposable
{
    public const string Base = "/api/v1/planning";
    public const string Oblast = "350000000";

    private PlanningHost(ApiHost api) => Api = api;

    public ApiHost Api { get; }

    public List<SchoolRow> Schools => Api.Services.GetRequiredService<SchoolTable>().Rows;

    public Templates Templates => (Templates)Api.Services.GetRequiredService<TemplateShelf>();

    public static async Task<PlanningHost> Start()
    {
        var api = await ApiHost.Start(new ApiHostOptions
        {
            Services = services =>
            {
                services.RemoveAll<IIndicatorSource>();
                services.RemoveAll<IIndicatorTrace>();
                services.RemoveAll<TemplateShelf>();
                services.AddSingleton<SchoolTable>();
                services.AddSingleton<TemplateShelf, Templates>();
                services.AddSingleton<IIndicatorSource, Source>();
                services.AddScoped<IIndicatorTrace, Trace>();
            },
        });
        return new PlanningHost(api);
    }

    public HttpClient Administrator(string language = "ru") => Api.AsAdministrator(language);

    public static DataScope In(string territory) => new(false, territory, []);

    /// <summary>Begins the report of 2017 and gives its id.</summary>
    public async Task<Guid> Begin(string period = "2017", string territory = Karaganda.City) =>
        (await Administrator().Post($"{Base}/reports", new { chapter = "unt", period, territoryCode = territory }).As<CreateReportResult>()).Id;

    public Task<ReportCard> Card(Guid id) => Administrator().Get<ReportCard>($"{Base}/reports/{id}");

    public async Task<ReportCard> Check(Guid id)
    {
        var started = await Administrator().Put($"{Base}/reports/{id}/check", new { }, (await Card(id)).Version).As<StartedJob>();
        await Api.RunJobs();
        var job = await Administrator().Get<System.Text.Json.JsonElement>($"/api/v1/jobs/{started.JobId}");
        Assert.That(job.GetProperty("status").GetString(), Is.EqualTo("done"), job.ToString());
        return await Card(id);
    }

    public async Task<ReportCard> Approve(Guid id)
    {
        var card = await Check(id);
        await Administrator().Put($"{Base}/reports/{id}/approval", new { }, card.Version).As<ApproveReportResult>();
        return await Card(id);
    }

    public async Task<string> Text(Guid id, string language) => (await Administrator().Get<ReportTextResult>($"{Base}/reports/{id}/text?language={language}")).Html;

    public async Task<byte[]> Document(Guid id, string language)
    {
        using var response = await Administrator().GetAsync($"{Base}/reports/{id}/document?language={language}");
        await response.MustBe(System.Net.HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public Task<HttpResponseMessage> Print(
        string printed, Relation relation = Relation.Equals, string? code = null, string? operands = null, string? label = "x", string place = "л. 604", HttpClient? client = null) =>
        (client ?? Administrator()).Post(
            $"{Base}/printed-figures",
            new { territoryCode = Karaganda.City, period = "2017", document = "Анализ 2017", place, label, code, printed, relation, operands });

    public async Task Sql(string sql) => Assert.That(await Api.Sql(sql), Is.GreaterThan(0));

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    internal sealed class SchoolTable
    {
        public List<SchoolRow> Rows { get; } = [.. Karaganda.Schools];
    }

    private sealed class Source(SchoolTable table) : IIndicatorSource
    {
        public IReadOnlyList<IndicatorDescriptor> Indicators => Karaganda.Descriptors;

        public async IAsyncEnumerable<IndicatorFact> FactsAsync(IndicatorRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (var fact in Karaganda.Facts(table.Rows).Where(fact => fact.Period == request.Period && request.Codes.Contains(fact.Code)))
            {
                yield return fact;
            }
        }

        public Task<IReadOnlyDictionary<string, LocalizedText>> LabelsAsync(string dimension, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, LocalizedText>>(Karaganda.Subjects.ToDictionary(s => s.Code, s => new LocalizedText(s.Name, s.Name)));
    }

    /// <summary>Who does not see everything sees the first ten schools.</summary>
    private sealed class Trace(SchoolTable table, CurrentUser user) : IIndicatorTrace
    {
        public bool Owns(string code) => Karaganda.Descriptors.Any(descriptor => descriptor.Code == code);

        public Task<IndicatorTracePage> RowsAsync(TraceRequest request, CancellationToken cancellationToken)
        {
            var all = table.Rows.Where(row => request.InstitutionId is null || Karaganda.Id(row.Name) == request.InstitutionId).ToList();
            var seen = user.Scope.Everything ? all : [.. all.Take(10)];
            var rows = seen.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).Select((row, i) => new TraceRow(
                new LocalizedText(row.Name, row.Name), new Dictionary<string, string> { ["participants"] = $"{row.Participants}" }, row.Participants * row.Mean,
                row.Participants, Karaganda.File, i + 2));
            return Task.FromResult(new IndicatorTracePage([.. rows], request.Page, request.PageSize, seen.Count, all.Count - seen.Count));
        }
    }
}

/// <summary>Templates that a test may rewrite.</summary>
internal sealed class Templates : TemplateShelf
{
    public string? Other { get; set; }

    public override ReportTemplate Read(string chapter, Language language) =>
        Other is null ? base.Read(chapter, language) : ReportTemplate.Read(chapter, language, Other);
}
