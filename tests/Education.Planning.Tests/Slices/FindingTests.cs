using System.Net;
using Education.Planning.Checks;
using Education.Planning.Checks.Printed;
using Education.Planning.Reports;
using Education.Planning.Reports.Findings;
using Education.SharedKernel;
using Education.TestKit;
using static Education.Planning.Tests.Slices.PlanningHost;

namespace Education.Planning.Tests.Slices;

internal sealed class FindingTests
{
    private PlanningHost _host = null!;

    [SetUp]
    public async Task Start() => _host = await PlanningHost.Start();

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task An_error_must_be_corrected_or_explained_before_the_approval()
    {
        var id = await _host.Begin();
        await _host.Print("36", Relation.ListCount, "unt.creative-schools", "Таблица ЕНТ по школам").As<PrintedResult>();
        var card = await _host.Check(id);
        Assert.That((card.State, card.Findings, card.OpenErrors), Is.EqualTo((ReportState.Checked, 1, 1)));
        await Approve(id, card.Version).MustBeProblem(HttpStatusCode.Conflict, "planning.report-open-errors");

        var finding = (await Findings(id)).Single();
        await _host.Administrator().Put($"{Base}/findings/{finding.Id}/acknowledgement", new { reason = " " }, finding.Version).MustBeInvalid("reason:required");
        await _host.Administrator().Put($"{Base}/findings/{finding.Id}/acknowledgement", new { reason = "x" }, 9).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _host.Administrator().Put($"{Base}/findings/{finding.Id}/acknowledgement", new { reason = "Екі мектеп кестеге кірмеген" }, finding.Version)
            .As<AcknowledgeFindingResult>();
        card = await _host.Check(id);

        Assert.That((await Findings(id)).Single().Reason, Is.EqualTo("Екі мектеп кестеге кірмеген"), "an explanation outlives the next check");
        await Approve(id, card.Version).As<ApproveReportResult>();
        await _host.Administrator().Put($"{Base}/findings/{finding.Id}/acknowledgement", new { reason = "y" }, 2).MustBeProblem(HttpStatusCode.Conflict, "planning.report-approved");
    }

    [Test]
    public async Task What_was_printed_after_the_check_counts_at_the_approval()
    {
        var id = await _host.Begin();
        var card = await _host.Check(id);
        await _host.Print("77", code: "unt.mean").As<PrintedResult>();
        await _host.Print("75", code: "unt.mean", label: "y").As<PrintedResult>();

        await Approve(id, card.Version).MustBeProblem(HttpStatusCode.Conflict, "planning.report-open-errors");
    }

    [Test]
    public async Task A_corrected_print_takes_its_finding_away()
    {
        var id = await _host.Begin();
        var printed = await _host.Print("36", code: "unt.creative-schools").As<PrintedResult>();
        Assert.That((await _host.Check(id)).OpenErrors, Is.EqualTo(1));

        object Body(string number) => new { document = "Анализ 2017", place = "л. 604", label = "x", code = "unt.creative-schools", printed = number, relation = "equals" };
        await _host.Administrator().Put($"{Base}/printed-figures/{printed.Id}", Body("34"), 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
        await _host.Administrator().Put($"{Base}/printed-figures/{printed.Id}", Body("34"), null).MustBeProblem((HttpStatusCode)428, "if-match-required");
        await _host.Administrator().Put($"{Base}/printed-figures/{printed.Id}", Body("34"), printed.Version).As<PrintedResult>();

        Assert.That((await _host.Check(id)).Findings, Is.Zero);
        Assert.That(await Findings(id), Is.Empty);
    }

    [Test]
    public async Task Says_where_what_and_why_in_both_languages()
    {
        var id = await _host.Begin();
        await _host.Print("36", Relation.ListCount, "unt.creative-schools", "Таблица ЕНТ по школам").As<PrintedResult>();
        await _host.Print("31,7", Relation.Sum, operands: "14,6 + 17").As<PrintedResult>();
        await _host.Print("17", Relation.Share, operands: "17 / 99").As<PrintedResult>();
        await _host.Print("3", Relation.ListCount, operands: "СШ 5; Лицей 2; сш  5", label: "z").As<PrintedResult>();
        await _host.Check(id);

        var findings = await Findings(id);

        Assert.Multiple(() =>
        {
            Assert.That(findings.Select(f => (f.Severity, f.Printed, f.Recomputed)), Is.EquivalentTo(new[]
            {
                (Severity.Error, "36", "34"), (Severity.Warning, "31,7", "31,6"), (Severity.Error, "3", "2"),
            }));
            Assert.That(findings.Select(f => f.Place.Ru), Has.All.StartsWith("Анализ 2017, л. 604"));
            Assert.That(findings.Single(f => f.Printed == "36").Why.Kk, Does.Contain("34"));
            Assert.That(findings.Single(f => f.Printed == "36").RuleName, Is.EqualTo("Список и число"));
        });
        var open = await _host.Administrator().Get<PagedResult<FindingRow>>($"{Base}/findings?reportId={id}&open=true&severity=error");
        Assert.That(open.Total, Is.EqualTo(2));
    }

    [Test]
    public async Task Refuses_what_cannot_be_checked()
    {
        await _host.Print("abc").MustBeInvalid("printed:planning.printed-number", "code:required");
        await _host.Print("31,7", Relation.Sum, operands: "14,6").MustBeInvalid("operands:planning.operands-format");
        await _host.Print("17", Relation.Share, operands: "17 + 99").MustBeInvalid("operands:planning.operands-format");
        await _host.Print("17", Relation.ListCount).MustBeInvalid("operands:planning.operands-format");
        await _host.Print("17", code: "unt.nothing").MustBeInvalid("code:unknown-value");
        await _host.Print("17", code: "unt.mean", place: "").MustBeInvalid("place:required");
        await _host.Print("76,6", code: "unt.mean").As<PrintedResult>();
        await _host.Print("76,7", code: "unt.mean").MustBeProblem(HttpStatusCode.Conflict, "planning.printed-exists");
    }

    [Test]
    public async Task A_restricted_user_neither_sees_nor_writes_beside_his_subtree()
    {
        var id = await _host.Begin();
        var printed = await _host.Print("36", code: "unt.creative-schools").As<PrintedResult>();
        await _host.Check(id);
        var finding = (await Findings(id)).Single();
        var stranger = _host.Api.As(PlanningPermissions.All, In("710000000"));

        Assert.That((await stranger.Get<PagedResult<PrintedRow>>($"{Base}/printed-figures")).Total, Is.Zero);
        Assert.That((await stranger.Get<PagedResult<FindingRow>>($"{Base}/findings")).Total, Is.Zero);
        await stranger.GetAsync($"{Base}/printed-figures/{printed.Id}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await stranger.Delete($"{Base}/printed-figures/{printed.Id}", printed.Version).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await stranger.Put($"{Base}/findings/{finding.Id}/acknowledgement", new { reason = "x" }, finding.Version).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await _host.Print("1", code: "unt.mean", label: "q", client: stranger).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    private Task<HttpResponseMessage> Approve(Guid id, long version) => _host.Administrator().Put($"{Base}/reports/{id}/approval", new { }, version);

    private async Task<IReadOnlyList<FindingRow>> Findings(Guid id) =>
        (await _host.Administrator().Get<PagedResult<FindingRow>>($"{Base}/findings?reportId={id}")).Items;
}
