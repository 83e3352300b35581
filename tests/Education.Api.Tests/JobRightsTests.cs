using System.Net;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>A job does what its owner may do, and shows itself to him.</summary>
internal sealed class JobRightsTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public Task Reset() => _host.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Runs_with_the_scope_of_its_owner()
    {
        await _host.Create("N-north", _host.NorthSchool);
        await _host.Create("N-south", _host.SouthSchool);
        _host.Switches.Job = async (_, services, token) =>
            await services.GetRequiredService<NotesDbContext>().Scoped<Note>().Select(n => n.Number).ToListAsync(token);
        var owner = _host.Writer(new(false, NotesHost.North, []));
        var path = await Queue(owner);
        await _host.Api.RunJobs();
        Assert.That((await owner.Get<JobRow>(path)).Result?.GetRawText(), Is.EqualTo("""["N-north"]"""));
    }

    [Test]
    public async Task Of_a_locked_owner_does_not_start()
    {
        var path = await Queue(_host.Writer());
        var ran = false;
        _host.Switches.Job = (_, _, _) => Task.FromResult<object?>(ran = true);
        _host.Api.ForgetUsers();
        await _host.Api.RunJobs();
        Assert.That((await Operator(_host.Api).Get<JobRow>(path)).Error?.Code, Is.EqualTo("job.owner-gone"));
        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task Of_an_owner_who_is_locked_meanwhile_is_stopped()
    {
        var path = await Queue(_host.Writer());
        var started = new TaskCompletionSource();
        _host.Switches.Job = async (_, _, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return null;
        };
        var running = Task.Run(() => _host.Api.RunJobs());
        await started.Task;
        _host.Api.ForgetUsers();
        _host.Clock.Advance(TimeSpan.FromSeconds(6));
        await running.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That((await Operator(_host.Api).Get<JobRow>(path)).Error?.Code, Is.EqualTo("job.owner-gone"));
    }

    [Test]
    public async Task Is_seen_by_its_owner_and_by_an_operator_only()
    {
        var owner = _host.Writer();
        var path = await Queue(owner);
        var stranger = _host.Writer();
        await stranger.GetAsync(path).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        Assert.That((await stranger.Get<PagedResult<JobRow>>("/api/v1/jobs")).Total, Is.Zero);
        Assert.That((await owner.Get<PagedResult<JobRow>>("/api/v1/jobs")).Total, Is.EqualTo(1));
        Assert.That((await Operator(_host.Api).Get<PagedResult<JobRow>>("/api/v1/jobs?status=queued&q=notes")).Total, Is.EqualTo(1));
    }

    private static HttpClient Operator(ApiHost host) => host.As([PlatformPermissions.Operate]);

    private static async Task<string> Queue(HttpClient client, int upTo = 1) =>
        "/api/v1/jobs/" + (await client.Post("/api/v1/notes/count", new { upTo }).As<JobStarted>()).JobId;
}
