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
    [Test]
    public async Task Refuses_what_was_not_checked_or_is_approved_already()
    {
        var id = await _host.Begin();
        await _host.Administrator().Put($"{Base}/reports/{id}/approval", new { }, 1).MustBeProblem(HttpStatusCode.Conflict, "planning.report-not-checked");
        var approved = await _host.Approve(id);

        await _host.Administrator().Put($"{Base}/reports/{id}/approval", new { }, approved.Version).MustBeProblem(HttpStatusCode.Conflict, "planning.report-approved");
        await _host.Administrator().Put($"{Base}/reports/{id}/check", new { }, approved.Version).MustBeProblem(HttpStatusCode.Conflict, "planning.report-approved");
        await _host.Administrator().Delete($"{Base}/reports/{id}", approved.Version).MustBeProblem(HttpStatusCode.Conflict, "planning.report-approved");
    }

    [Test]
    public async Task A_stale_or_missing_version_is_refused()
    {
        var id = await _host.Begin();
        foreach (var action in new[] { "check", "approval" })
        {
            await _host.Administrator().Put($"{Base}/reports/{id}/{action}", new { }, 7).MustBeProblem(HttpStatusCode.PreconditionFailed, "stale-version");
            await _host.Administrator().Put($"{Base}/reports/{id}/{action}", new { }, null).MustBeProblem((HttpStatusCode)428, "if-match-required");
        }

        using var deleted = await _host.Administrator().Delete($"{Base}/reports/{id}", 1);
        await deleted.MustBe(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task Refuses_a_report_that_cannot_be_begun()
    {
        await _host.Begin();
        await _host.Administrator().Post($"{Base}/reports", new { chapter = "unt", period = "2017", territoryCode = Karaganda.City })
            .MustBeProblem(HttpStatusCode.Conflict, "planning.report-exists");
        await _host.Administrator().Post($"{Base}/reports", new { chapter = "ghosts", period = "2017", territoryCode = Karaganda.City })
            .MustBeProblem(HttpStatusCode.Conflict, "planning.chapter-unavailable");
        await _host.Administrator().Post($"{Base}/reports", new { chapter = "", period = "last year", territoryCode = "1" })
            .MustBeInvalid("chapter:required", "period:planning.period-format", "territoryCode:planning.territory-format");
        await _host.Administrator().Post($"{Base}/reports", new { chapter = "unt", period = "2017", territoryCode = "999999999" }).MustBeInvalid("territoryCode:unknown-value");
        await _host.Administrator().GetAsync($"{Base}/reports/{await First()}/text?language=en").MustBeInvalid("language:planning.report-language");
    }

    [Test]
    public async Task A_restricted_user_sees_only_his_subtree()
    {
        var city = await _host.Begin();
        var oblast = await _host.Begin(territory: Oblast);
        var reader = _host.Api.As(PlanningPermissions.All, In(Karaganda.City));

        var page = await reader.Get<PagedResult<ReportRow>>($"{Base}/reports");

        Assert.That(page.Items.Select(r => r.Id), Is.EqualTo(new[] { city }));
        foreach (var path in new[] { "", "/text", "/document", "/figure?key=unt.mean", "/verification" })
        {
            await reader.GetAsync($"{Base}/reports/{oblast}{path}").MustBeProblem(HttpStatusCode.NotFound, "not-found");
        }

        await reader.Put($"{Base}/reports/{oblast}/check", new { }, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await reader.Post($"{Base}/reports", new { chapter = "unt", period = "2018", territoryCode = Oblast }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await reader.Post($"{Base}/snapshots", new { chapter = "unt", period = "2018", territoryCode = Oblast }).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Every_act_needs_its_own_permission()
    {
        var id = await _host.Begin();
        var reader = _host.Api.As([PlanningPermissions.ReadReports]);
        var writer = _host.Api.As([PlanningPermissions.ReadReports, PlanningPermissions.WriteReports]);

        await reader.Put($"{Base}/reports/{id}/check", new { }, 1).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await reader.Post($"{Base}/reports", new { chapter = "unt", period = "2018", territoryCode = Karaganda.City }).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await writer.Put($"{Base}/reports/{id}/approval", new { }, 1).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await reader.GetAsync($"{Base}/indicators").MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await _host.Print("1", code: "unt.mean", client: writer).MustBeProblem(HttpStatusCode.Forbidden, "forbidden");
        await _host.Api.Anonymous().GetAsync($"{Base}/reports").MustBeProblem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    private async Task<Guid> First() => (await _host.Administrator().Get<PagedResult<ReportRow>>($"{Base}/reports")).Items[0].Id;
}
