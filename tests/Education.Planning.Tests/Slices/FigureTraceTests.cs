using System.Net;
using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.SharedKernel;
using Education.TestKit;
using static Education.Planning.Tests.Slices.PlanningHost;

namespace Education.Planning.Tests.Slices;

internal sealed class FigureTraceTests
{
    private PlanningHost _host = null!;
    private Guid _id;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await PlanningHost.Start();
        _id = await _host.Begin();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Opens_a_figure_down_to_its_rows_and_file()
    {
        var figure = await Open("unt.mean", "&pageSize=20&page=3");

        Assert.Multiple(() =>
        {
            Assert.That(figure.Shown, Is.EqualTo("76,6"));
            Assert.That((figure.Formula!.Kk, figure.Formula.Ru), Is.EqualTo(("Σ балл ÷ қатысушылар", "Σ баллов ÷ участники")));
            Assert.That(figure.Denominator, Is.EqualTo(1401));
            Assert.That(decimal.Round(figure.Numerator!.Value / 1401, 1), Is.EqualTo(76.6m));
            Assert.That((figure.Facts, figure.Sources.Single().Name), Is.EqualTo((56, "unt-2017.xlsx")));
            Assert.That((figure.Rows!.Total, figure.Rows.Items.Count, figure.Rows.Page, figure.Rows.Hidden), Is.EqualTo((56, 16, 3, 0)));
            Assert.That(figure.Rows.Columns.Single().Title, Is.EqualTo("Участников"));
            Assert.That(figure.Rows.Items[0].Source!.Name, Is.EqualTo("unt-2017.xlsx"));
            Assert.That(figure.Operands, Is.Empty);
        });
    }

    [Test]
    public async Task The_rows_add_up_to_the_figure()
    {
        var figure = await Open("unt.mean", "&pageSize=200");

        Assert.That(figure.Rows!.Items.Sum(row => row.Numerator), Is.EqualTo(figure.Numerator));
        Assert.That(figure.Rows.Items.Sum(row => row.Denominator), Is.EqualTo(figure.Denominator));
    }

    [Test]
    public async Task A_derived_figure_shows_what_it_was_computed_from()
    {
        var figure = await Open("unt.mean-change");

        Assert.That(figure.Formula!.Ru, Is.EqualTo("«unt.mean» − «unt.mean» (предыдущий период)"));
        Assert.That(figure.Rows, Is.Null);
        Assert.That(figure.Operands.Select(o => (o.Key, o.Shown)), Is.EquivalentTo(new[] { ("unt.mean", "76,6"), ("unt.mean-previous", "83,4") }));
        Assert.That((await Open("unt.mean-previous")).PeriodName.Ru, Is.EqualTo("2016 год"));
    }

    [Test]
    public async Task A_cell_of_a_table_opens_the_row_of_its_school()
    {
        var key = $"unt.school-mean[{Karaganda.Key("Лицей№2")}]";

        var figure = await Open(Uri.EscapeDataString(key));

        Assert.That((figure.Shown, figure.Rows!.Items.Single().Label.Ru), Is.EqualTo(("107,78", "Лицей№2")));
    }

    [Test]
    public async Task A_hidden_figure_keeps_its_rows_to_itself()
    {
        // One participant took French: the subject's mean would be his score.
        var small = Karaganda.Subjects.MinBy(subject => subject.Participants)!;
        Assert.That(small.Participants, Is.LessThan(5));

        var figure = await Open(Uri.EscapeDataString($"unt.subject-mean[subject={small.Code}]"));

        Assert.Multiple(() =>
        {
            Assert.That(figure.Missing, Is.EqualTo(MissingReasons.Hidden));
            Assert.That((figure.Value, figure.Numerator, figure.Denominator, figure.Rows), Is.EqualTo(((decimal?)null, (decimal?)null, (decimal?)null, (FigureRows?)null)));
            Assert.That(figure.Shown, Is.EqualTo("не публикуется"));
        });
    }

    [Test]
    public async Task A_restricted_reader_gets_his_rows_and_the_number_of_the_others()
    {
        var reader = _host.Api.As([PlanningPermissions.ReadReports], In(Karaganda.City), "kk");

        var figure = await reader.Get<ReportFigureResult>($"{Base}/reports/{_id}/figure?key=unt.mean");

        Assert.That((figure.Shown, figure.Rows!.Total, figure.Rows.Hidden), Is.EqualTo(("76,6", 10, 46)));
    }

    [Test]
    public async Task A_kept_figure_says_when_the_records_have_changed_since()
    {
        await using var host = await PlanningHost.Start();
        var id = await host.Begin();
        await host.Approve(id);
        var before = await host.Administrator().Get<ReportFigureResult>($"{Base}/reports/{id}/figure?key=unt.mean");

        host.Schools[0] = host.Schools[0] with { Mean = 50 };
        var after = await host.Administrator().Get<ReportFigureResult>($"{Base}/reports/{id}/figure?key=unt.mean");
        var untouched = await host.Administrator().Get<ReportFigureResult>($"{Base}/reports/{id}/figure?key=unt.graduates");

        Assert.That((before.Changed, after.Changed, untouched.Changed), Is.EqualTo(((bool?)false, (bool?)true, (bool?)false)));
        Assert.That(after.Shown, Is.EqualTo("76,6"));
    }

    [Test]
    public async Task Refuses_a_figure_that_the_report_lacks()
    {
        await _host.Administrator().GetAsync($"{Base}/reports/{_id}/figure?key=unt.nothing").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _host.Administrator().GetAsync($"{Base}/reports/{_id}/figure").MustBeInvalid("key:required");
        await _host.Administrator().GetAsync($"{Base}/reports/{_id}/figure?key=unt.mean&pageSize=1000").MustBeInvalid("pageSize:out-of-range");
    }

    [Test]
    public async Task The_catalogue_holds_the_indicators_of_modules_and_those_computed_from_them()
    {
        var page = await _host.Administrator().Get<PagedResult<IndicatorRow>>($"{Base}/indicators?pageSize=200");
        var found = await _host.Administrator().Get<PagedResult<IndicatorRow>>($"{Base}/indicators?q=республики&sort=-name");
        var one = await _host.Administrator().Get<IndicatorRow>($"{Base}/indicators/unt.below-threshold-share");

        Assert.Multiple(() =>
        {
            Assert.That(page.Items.Select(i => i.Code), Is.Ordered.And.Contains("unt.mean").And.Contains("unt.mean-change"));
            Assert.That(found.Items.Select(i => i.Code), Does.Contain("unt.gap-republic"));
            Assert.That((one.Kind, one.Unit, one.UnitName, one.Formula), Is.EqualTo((IndicatorKind.Share, "percent", "%", "unt.below-threshold / unt.participants * 100")));
        });
        await _host.Administrator().GetAsync($"{Base}/indicators/unt.none").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _host.Administrator().GetAsync($"{Base}/indicators?sort=colour").MustBeInvalid("sort:unknown-sort");
    }

    private Task<ReportFigureResult> Open(string key, string more = "") =>
        _host.Administrator().Get<ReportFigureResult>($"{Base}/reports/{_id}/figure?key={key}{more}");
}
