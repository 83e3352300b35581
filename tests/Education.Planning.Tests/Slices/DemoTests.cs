using Education.Planning.Checks;
using Education.Planning.Checks.Printed;
using Education.Planning.Reports;
using Education.Planning.Reports.Findings;
using Education.SharedKernel;
using Education.TestKit;
using static Education.Planning.Tests.Slices.PlanningHost;

namespace Education.Planning.Tests.Slices;

/// <summary>The demo department: real registers, real imports, real national test of 2017, and what was printed about it.</summary>
internal sealed class DemoTests
{
    private ApiHost _host = null!;
    private Guid _report;
    private Guid _preschool;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await ApiHost.Start();
        await _host.SeedDemo();
        var drafts = (await _host.AsAdministrator().Get<PagedResult<ReportRow>>($"{Base}/reports")).Items.ToDictionary(r => r.Chapter, r => r.Id);
        (_report, _preschool) = (drafts["unt"], drafts["preschool"]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Finds_the_two_faults_of_each_chapter_and_is_silent_on_the_rest()
    {
        Assert.That(await Faults(_report), Is.EquivalentTo(new[] { (Severity.Error, "36", "34"), (Severity.Warning, "31,7", "31,6") }));
        Assert.That(await Faults(_preschool), Is.EquivalentTo(new[] { (Severity.Error, "460", "640"), (Severity.Error, "41", "39") }));
    }

    private async Task<IEnumerable<(Severity Severity, string Printed, string Recomputed)>> Faults(Guid report)
    {
        var client = _host.AsAdministrator("ru");
        var card = await client.Get<ReportCard>($"{Base}/reports/{report}");
        await client.Put($"{Base}/reports/{report}/check", new { }, card.Version).As<StartedJob>();
        await _host.RunJobs();
        var findings = await client.Get<PagedResult<FindingRow>>($"{Base}/findings?reportId={report}");
        return findings.Items.Select(f => (f.Severity, f.Printed, f.Recomputed));
    }

    [TestCase("unt.graduates", "1 761")]
    [TestCase("unt.participants", "1 401")]
    [TestCase("unt.participation", "79,6 %")]
    [TestCase("unt.mean", "76,6")]
    [TestCase("unt.mean-previous", "83,4")]
    [TestCase("unt.mean-without-creative", "79,3")]
    [TestCase("unt.participants-without-creative", "1 322")]
    [TestCase("unt.schools-both-years", "53")]
    [TestCase("unt.schools-risen", "11")]
    [TestCase("unt.creative-schools", "34")]
    [TestCase("unt.mean-oblast", "78,3")]
    [TestCase("unt.mean-republic", "80,3")]
    [TestCase("unt.below-threshold", "69")]
    public async Task Computes_what_the_real_tables_say(string key, string shown)
    {
        var figure = await _host.AsAdministrator("ru").Get<ReportFigureResult>($"{Base}/reports/{_report}/figure?key={key}");

        Assert.That(figure.Shown.Replace('\u00A0', ' '), Is.EqualTo(shown));
        if (figure.Formula is null || figure.Rows is not null)
        {
            Assert.That(figure.Rows!.Total, Is.Positive, "no row behind the figure");
            Assert.That(figure.Rows.Columns.Select(c => c.Title), Has.None.Matches<string>(title => title.Length > 0 && char.IsAsciiLetterLower(title[0])), "a column without a title");
        }
    }

    [Test]
    public async Task Printed_figures_know_their_import_and_loading_again_changes_nothing()
    {
        var client = _host.AsAdministrator();
        var before = await client.Get<PagedResult<PrintedRow>>($"{Base}/printed-figures?pageSize=200");

        await _host.SeedDemo();

        var after = await client.Get<PagedResult<PrintedRow>>($"{Base}/printed-figures?pageSize=200");
        Assert.That(before.Total, Is.EqualTo(26));
        Assert.That(before.Items, Has.All.Matches<PrintedRow>(row => row.ImportId is not null));
        Assert.That(after.Items, Is.EqualTo(before.Items));
    }

    [TestCase("kk", "Қазақстан тарихы")]
    [TestCase("ru", "История Казахстана")]
    public async Task Rows_of_subjects_have_names(string language, string subject)
    {
        var text = await _host.AsAdministrator().Get<ReportTextResult>($"{Base}/reports/{_report}/text?language={language}");

        Assert.That(text.Html, Does.Contain(subject));
    }
}
