using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Education.Planning.Reports;
using Education.Planning.Reports.Findings;
using Education.SharedKernel;
using Education.TestKit;
using static Education.Planning.Tests.Slices.PlanningHost;
using static Education.Planning.Tests.Slices.ReportHtml;

namespace Education.Planning.Tests.Slices;

/// <summary>
/// The whole way through the modules: a department corrects one row of its table and imports it again; the figures that rest on the row move
/// in both languages, all others stay, and the approved report does not move.
/// </summary>
internal sealed class CorrectedTableTests
{
    private const string School = "Гимназия№38";
    private static readonly string[] Languages = ["kk", "ru"];

    private ApiHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        await _host.SeedDemo();
        _client = _host.AsAdministrator("ru");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task One_corrected_row_moves_exactly_its_figures_in_both_languages_and_the_approved_report_not_at_all()
    {
        var approved = (await _client.Get<PagedResult<ReportRow>>($"{Base}/reports")).Items.Single(r => r.Chapter == "unt").Id;
        await Approve(approved);
        var kept = await Everything(approved);
        var draft = (await _client.Post($"{Base}/reports/{approved}/corrections", new { }).As<CreateReportResult>()).Id;
        var before = await Task.WhenAll(Languages.Select(language => Text(draft, language)));

        // 26 participants with 10 points more each: 96,08 → 106,08; the city's mean rises by 260 / 1401 = 0,19 from 76,6 to 76,8; last year the school had 98.
        Assert.That(await Import(Table()), Is.EqualTo((0, 0, 56, 0)), "as published: nothing changes");
        Assert.That(await Import(Table((School, 106.08m))), Is.EqualTo((0, 1, 55, 0)));
        var after = await Task.WhenAll(Languages.Select(language => Text(draft, language)));

        var row = $"[{await Row()}]";
        string[] expected =
        [
            "unt.mean", "unt.mean-change", "unt.gap-oblast", "unt.gap-republic", "unt.schools-risen", "unt.schools-not-risen", "unt.school-mean" + row, "unt.school-mean-change" + row,
        ];
        for (var i = 0; i < Languages.Length; i++)
        {
            var (old, now) = (Figures(before[i]), Figures(after[i]));
            Assert.That(Changed(old, now), Is.EquivalentTo(expected), Languages[i]);
            Assert.That((old["unt.mean"], now["unt.mean"]), Is.EqualTo(("76,6", "76,8")));
            Assert.That((old["unt.schools-risen"], now["unt.schools-risen"]), Is.EqualTo(("11", "12")));
            Assert.That((old["unt.school-mean" + row], now["unt.school-mean" + row]), Is.EqualTo(("96,08", "106,08")));
        }

        Assert.That(await Everything(approved), Is.EqualTo(kept), "byte for byte");
        var verified = await _client.Get<VerifyReportResult>($"{Base}/reports/{approved}/verification");
        Assert.That((verified.Holds, verified.Reproduces), Is.EqualTo((true, true)));
    }

    private async Task Approve(Guid id)
    {
        await Check(id);
        foreach (var finding in (await _client.Get<PagedResult<FindingRow>>($"{Base}/findings?reportId={id}")).Items)
        {
            await _client.Put($"{Base}/findings/{finding.Id}/acknowledgement", new { reason = "Так напечатано" }, finding.Version).As<AcknowledgeFindingResult>();
        }

        await Check(id);
        var card = await _client.Get<ReportCard>($"{Base}/reports/{id}");
        await _client.Put($"{Base}/reports/{id}/approval", new { }, card.Version).As<ApproveReportResult>();
    }

    private async Task Check(Guid id)
    {
        var card = await _client.Get<ReportCard>($"{Base}/reports/{id}");
        await _client.Put($"{Base}/reports/{id}/check", new { }, card.Version).As<StartedJob>();
        await _host.RunJobs();
    }

    private async Task<string> Text(Guid id, string language) => (await _client.Get<ReportTextResult>($"{Base}/reports/{id}/text?language={language}")).Html;

    private async Task<List<string>> Everything(Guid id)
    {
        var found = new List<string>();
        foreach (var language in Languages)
        {
            found.Add(await Text(id, language));
            found.Add(Convert.ToBase64String(await _client.GetByteArrayAsync($"{Base}/reports/{id}/document?language={language}")));
        }

        return found;
    }

    private async Task<string> Row()
    {
        var page = await _client.Get<JsonElement>($"/api/v1/testing/national/schools?year=2017&territory={Karaganda.City}&view=internal&pageSize=200&sort=name");
        return page.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("mean").ValueKind == JsonValueKind.Number && i.GetProperty("mean").GetDecimal() == 106.08m)
            .GetProperty("institutionId").GetGuid().ToString("N");
    }

    private async Task<(int Created, int Changed, int Unchanged, int Rejected)> Import(string table)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("testing.schools"), "definition" },
            { new StringContent(JsonSerializer.Serialize(new { year = "2017", territory = Karaganda.City })), "options" },
            { file, "file", "table.csv" },
        };
        var id = (await _client.Post("/api/v1/imports", form).As<JsonElement>()).GetProperty("id").GetGuid();
        await _client.Post($"/api/v1/imports/{id}/check", new { }).As<JsonElement>();
        await _host.RunJobs();
        await _client.Post($"/api/v1/imports/{id}/apply", new { mode = "all" }).As<JsonElement>();
        await _host.RunJobs();
        var import = await _client.Get<JsonElement>($"/api/v1/imports/{id}");
        Assert.That(import.GetProperty("status").GetString(), Is.EqualTo("applied"), import.ToString());
        int Count(string name) => import.GetProperty(name).GetInt32();
        return (Count("created"), Count("changed"), Count("unchanged"), Count("rejected"));
    }

    /// <summary>The published table as a department keeps it, with other means for some schools.</summary>
    private static string Table(params (string School, decimal Mean)[] corrected)
    {
        var text = new StringBuilder("Школа;Всего выпускников;Кол прин. участие в ЕНТ;% участия;Средний балл 2016 года;Средний балл 2017 года;Средний балл без учета творческих экзаменов\n");
        foreach (var school in Karaganda.Schools)
        {
            var mean = corrected.Where(c => c.School == school.Name).Select(c => (decimal?)c.Mean).SingleOrDefault() ?? school.Mean;
            text.AppendLine(string.Join(';', school.Name, school.Graduates, school.Participants, school.PrintedParticipation, school.MeanPrevious?.ToString() ?? "-", mean, school.MeanWithoutCreative));
        }

        return text.ToString();
    }
}
