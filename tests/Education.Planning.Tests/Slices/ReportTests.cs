using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Persistence;
using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.Planning.Snapshots;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Education.Planning.Tests.Slices.PlanningHost;
using static Education.Planning.Tests.Slices.ReportHtml;

namespace Education.Planning.Tests.Slices;

internal sealed partial class ReportTests
{
    private PlanningHost _host = null!;

    [SetUp]
    public async Task Start() => _host = await PlanningHost.Start();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_draft_shows_the_records_as_they_are_now_in_both_languages()
    {
        var id = await _host.Begin();

        Assert.That(Plain(await _host.Text(id, "kk")), Does.Contain("56 мектептен 1 401 түлек қатысты, қатысу үлесі – 79,6%."));
        Assert.That(Plain(await _host.Text(id, "ru")), Does.Contain("Число выпускников школ 2017 года – 1 761."));
        Assert.That((await _host.Card(id)).State, Is.EqualTo(ReportState.Draft));
    }

    [Test]
    public async Task Changing_one_school_changes_exactly_the_figures_that_depend_on_it()
    {
        var id = await _host.Begin();
        var (kk, ru) = (Figures(await _host.Text(id, "kk")), Figures(await _host.Text(id, "ru")));
        var school = _host.Schools.Single(row => row.Name == "Гимназия№38");
        var row = $"[{Karaganda.Key(school.Name)}]";

        // 26 participants with 10 points more each: the city mean rises by 260 / 1401 = 0,19; rank 3 becomes rank 2, 96,08 against 98 turns to growth.
        _host.Schools[_host.Schools.IndexOf(school)] = school with { Mean = 106.08m };
        var (kkNow, ruNow) = (Figures(await _host.Text(id, "kk")), Figures(await _host.Text(id, "ru")));

        string[] expected =
        [
            "unt.mean", "unt.mean-change", "unt.gap-oblast", "unt.gap-republic", "unt.schools-risen", "unt.schools-not-risen",
            "unt.school-mean" + row, "unt.school-mean-change" + row,
        ];
        Assert.That(Changed(ru, ruNow), Is.EquivalentTo(expected));
        Assert.That(Changed(kk, kkNow), Is.EquivalentTo(expected));
        Assert.That((ru["unt.mean"], ruNow["unt.mean"]), Is.EqualTo(("76,6", "76,8")));
        Assert.That((ru["unt.schools-risen"], ruNow["unt.schools-risen"]), Is.EqualTo(("11", "12")));
    }

    [Test]
    public async Task An_approved_report_stays_to_the_byte_whatever_becomes_of_rows_and_templates()
    {
        var id = await _host.Begin();
        var approved = await _host.Approve(id);
        var (kk, ru) = (await _host.Text(id, "kk"), await _host.Text(id, "ru"));
        var (wordKk, wordRu) = (await _host.Document(id, "kk"), await _host.Document(id, "ru"));

        _host.Schools.RemoveRange(0, 20);
        _host.Templates.Other = "# {{text \"territory\"}}\n";

        Assert.That(await _host.Text(id, "kk"), Is.EqualTo(kk));
        Assert.That(await _host.Text(id, "ru"), Is.EqualTo(ru));
        Assert.That(await _host.Document(id, "kk"), Is.EqualTo(wordKk));
        Assert.That(await _host.Document(id, "ru"), Is.EqualTo(wordRu));
        var verified = await _host.Administrator().Get<VerifyReportResult>($"{Base}/reports/{id}/verification");
        Assert.That(verified, Is.EqualTo(new VerifyReportResult(approved.Sha256!, Holds: true, Reproduces: true)));
    }

    [Test]
    public async Task A_correction_is_a_new_version_beside_the_approved_one()
    {
        var id = await _host.Begin();
        await _host.Administrator().Post($"{Base}/reports/{id}/corrections", new { }).MustBeProblem(HttpStatusCode.Conflict, "planning.report-not-approved");
        var first = await _host.Approve(id);
        var text = await _host.Text(id, "kk");

        var second = (await _host.Administrator().Post($"{Base}/reports/{id}/corrections", new { }).As<CreateReportResult>()).Id;
        await _host.Administrator().Post($"{Base}/reports/{id}/corrections", new { }).MustBeProblem(HttpStatusCode.Conflict, "planning.report-corrected");
        _host.Schools.RemoveAt(0);
        var corrected = await _host.Approve(second);

        Assert.Multiple(() =>
        {
            Assert.That((corrected.Number, corrected.SupersedesId, corrected.Snapshot!.Number), Is.EqualTo((2, (Guid?)id, 2)));
            Assert.That(corrected.Sha256, Is.Not.EqualTo(first.Sha256));
        });
        Assert.That((await _host.Card(id)).SupersededById, Is.EqualTo(second));
        Assert.That(await _host.Text(id, "kk"), Is.EqualTo(text));
    }

    [Test]
    public async Task Last_years_figure_is_last_years_approved_one()
    {
        // 2016 had its own records: 50 of 100 with a mean of 90; they were approved, and were rewritten afterwards.
        await _host.Approve(await _host.Begin("2016"));
        var id = await _host.Begin();
        var before = Figures(await _host.Text(id, "ru"))["unt.mean-previous"];
        await _host.Api.Inside(async services =>
        {
            var db = services.GetRequiredService<PlanningDbContext>();
            var report = await db.Scoped<Report>().SingleAsync(r => r.Period == "2016");
            var old = await services.GetRequiredService<SnapshotShelf>().Open(report.SnapshotId!.Value, default);
            var mean = old.Find("unt.mean")! with { Value = 90, Numerator = 4500, Denominator = 50 };
            var snapshot = Snapshot.Of(
                new FigureSet(old.Report, old.Period, old.Territory, [.. old.Figures.Where(f => f.Key != "unt.mean"), mean], old.Tables, old.Texts), 9);
            db.Add(snapshot);
            db.Entry(report).Property(r => r.SnapshotId).CurrentValue = snapshot.Id;
            await db.SaveChangesAsync();
        });

        var figures = Figures(await _host.Text(id, "ru"));

        Assert.That(before, Is.EqualTo("83,4"));
        Assert.That((figures["unt.mean-previous"], figures["unt.mean-change"]), Is.EqualTo(("90,0", "13,4")));
    }

    [Test]
    public async Task The_same_figures_make_no_second_snapshot()
    {
        for (var i = 0; i < 2; i++)
        {
            using var response = await _host.Administrator().Post($"{Base}/snapshots", new { chapter = "unt", period = "2017", territoryCode = Karaganda.City });
            await response.MustBe(HttpStatusCode.Accepted);
            await _host.Api.RunJobs();
        }

        _host.Schools.RemoveAt(0);
        await _host.Administrator().Post($"{Base}/snapshots", new { chapter = "unt", period = "2017", territoryCode = Karaganda.City });
        await _host.Api.RunJobs();

        var page = await _host.Administrator().Get<PagedResult<SnapshotRow>>($"{Base}/snapshots?sort=number");
        Assert.That(page.Items.Select(s => s.Number), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task A_chosen_snapshot_is_shown_instead_of_the_present_rows()
    {
        var id = await _host.Begin();
        var card = await _host.Check(id);
        var text = await _host.Text(id, "ru");
        _host.Schools.RemoveAt(0);

        Assert.That(await _host.Text(id, "ru"), Is.EqualTo(text), "a checked report stands on its snapshot");
        var chosen = await _host.Administrator().Get<ReportTextResult>($"{Base}/reports/{id}/text?language=ru&snapshotId={card.Snapshot!.Id}");
        Assert.That((chosen.Html, chosen.Sha256), Is.EqualTo((text, card.Snapshot.Sha256)));
        await _host.Administrator().GetAsync($"{Base}/reports/{id}/text?snapshotId={Guid.Empty}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Is_taken_away_as_one_page_for_a_site(bool approve)
    {
        var id = await _host.Begin();
        if (approve)
        {
            await _host.Approve(id);
        }

        using var response = await _host.Administrator().GetAsync($"{Base}/reports/{id}/document?language=kk&format=html");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
            Assert.That(response.Content.Headers.ContentDisposition!.FileName, Does.EndWith("-kk.html"));
            Assert.That(page, Does.StartWith("<!DOCTYPE html>").And.Contain("<html lang=\"kk\">").And.Not.Contain("http"));
        });
        Assert.That(page, Does.Contain(await _host.Text(id, "kk")), "the page holds the text as it is read in the product");
    }

    [TestCase("UPDATE planning_Snapshots SET Content = x'00'", "planning.snapshot-damaged", false)]
    [TestCase("UPDATE planning_FrozenReports SET HtmlKk = HtmlRu", "planning.report-damaged", true)]
    public async Task Tampering_is_noticed(string sql, string code, bool approve)
    {
        var id = await _host.Begin();
        _ = approve ? await _host.Approve(id) : await _host.Check(id);

        Assert.That(await Faults(), Is.Empty);
        await _host.Sql(sql);

        Assert.That(await Faults(), Is.EqualTo(new[] { approve ? "Report 1 of unt, 351000000, 2017 is not what was approved." : "Snapshot 1 of unt, 351000000, 2017 is damaged." }));
        await _host.Administrator().GetAsync($"{Base}/reports/{id}/text?language=kk").MustBeProblem(HttpStatusCode.Conflict, code);
        await _host.Administrator().GetAsync($"{Base}/reports/{id}/document?language=kk").MustBeProblem(HttpStatusCode.Conflict, code);
        if (approve)
        {
            Assert.That((await _host.Administrator().Get<VerifyReportResult>($"{Base}/reports/{id}/verification")).Holds, Is.False);
        }
    }

    /// <summary>What the verb <c>verify</c> says.</summary>
    private Task<List<string>> Faults() => _host.Api.Inside(async services => await new PlanningModule().Verify(services, default).ToListAsync());

    [TestCase("kk")]
    [TestCase("ru")]
    public async Task Word_opens_the_document_and_taking_it_is_audited(string language)
    {
        var id = await _host.Begin();

        using var stream = new MemoryStream(await _host.Document(id, language));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.That(document.MainDocumentPart!.Document.Body!.InnerText, Does.Contain("76,6"));
        var acts = await _host.Api.Inside(s => s.GetRequiredService<PlatformDbContext>().Audit
            .Where(a => a.EntityId == id && a.Action == "downloaded").Select(a => a.Changes).ToListAsync());
        Assert.That(acts.Single(), Does.Contain(language));
    }
}
