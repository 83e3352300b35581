using System.Net;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>Long work that shows how far it is and outlives its request and its process.</summary>
internal sealed class JobTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public Task Reset() => _host.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Shows_its_progress_while_it_runs_and_its_result_after()
    {
        var (reported, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Switches.Job = async (job, _, _) =>
        {
            job.Report(40, "notes.step");
            reported.SetResult();
            await go.Task;
            return new { counted = job.Args<CountArgs>().UpTo };
        };
        var client = _host.Writer(language: "ru");
        var path = await Queue(client, 12);
        var queued = await client.Get<JobRow>(path);
        Assert.That((queued.Status, queued.Progress, queued.KindName), Is.EqualTo((JobStatus.Queued, 0, "Подсчёт заметок")));

        var running = Task.Run(() => _host.Api.RunJobs());
        await reported.Task;
        var half = await client.Get<JobRow>(path);
        Assert.That((half.Status, half.Progress, half.Step), Is.EqualTo((JobStatus.Running, 40, "Подсчёт")));

        // Another process sees what the last heartbeat stored.
        await using var other = _host.StartAnother();
        _host.Clock.Advance(TimeSpan.FromSeconds(6));
        await WaitFor(async () => (await _host.WithPlatform(db => db.Jobs.AsNoTracking().SingleAsync())).Progress == 40);
        Assert.That((await Operator(other).Get<JobRow>(path)).Progress, Is.EqualTo(40));

        go.SetResult();
        await running;
        var done = await client.Get<JobRow>(path);
        Assert.That((done.Status, done.Progress, done.Result?.GetProperty("counted").GetInt32()), Is.EqualTo((JobStatus.Done, 100, (int?)12)));
        Assert.That(done.FinishedAt, Is.EqualTo(_host.Clock.GetUtcNow().UtcDateTime));
    }

    [Test]
    public async Task Of_a_killed_process_is_taken_over_by_another_after_half_a_minute()
    {
        var path = await Queue(_host.Writer());
        await TakenByAProcessThatDied(attempts: 1);
        await using var other = _host.StartAnother();
        other.Services.GetRequiredService<Switches>().Job = (_, _, _) => Task.FromResult<object?>("done by the other");
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await other.RunJobs();
        Assert.That((await Operator(other).Get<JobRow>(path)).Status, Is.EqualTo(JobStatus.Running), "30 s are not past yet");
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await other.RunJobs();
        var done = await Operator(other).Get<JobRow>(path);
        Assert.That((done.Status, done.Result?.GetString()), Is.EqualTo((JobStatus.Done, "done by the other")));
    }

    [Test]
    public async Task Fails_with_code_and_text_when_three_processes_died_of_it()
    {
        var client = _host.Writer(language: "kk");
        var path = await Queue(client);
        await TakenByAProcessThatDied(attempts: 3);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.Api.RunJobs();
        var failed = await client.Get<JobRow>(path);
        Assert.That((failed.Status, failed.Error), Is.EqualTo((JobStatus.Failed, new JobError("job.interrupted", "Жұмыс бірнеше рет үзілді"))));
    }

    [Test]
    public async Task Fails_with_the_rule_and_its_arguments_or_without_detail()
    {
        var client = _host.Writer(language: "ru");
        _host.Switches.Job = (_, _, _) => throw new RuleViolation("notes.refused", "№ 5");
        Assert.That(await Outcome(client), Is.EqualTo(new JobError("notes.refused", "Отказано: № 5")));
        _host.Switches.Job = (_, _, _) => throw new InvalidFields("number", "notes.number-format");
        Assert.That(await Outcome(client), Is.EqualTo(new JobError("notes.number-format", "Номер: N- и цифры")));
        _host.Switches.Job = (_, _, _) => throw new InvalidOperationException("Сырқат бала 880101300123");
        Assert.That(await Outcome(client), Is.EqualTo(new JobError("job.failed", "Работа завершилась непредвиденной ошибкой")));
        Assert.That(_host.Api.Log, Has.None.Contains("880101300123"));
        Assert.That(_host.Api.Log, Has.Some.Contains("InvalidOperationException"));
    }

    [Test]
    public async Task Taken_by_another_it_stops_and_does_not_overwrite_the_outcome()
    {
        var path = await Queue(_host.Writer());
        var started = new TaskCompletionSource();
        _host.Switches.Job = async (_, _, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return "mine";
        };
        var running = Task.Run(() => _host.Api.RunJobs());
        await started.Task;
        await _host.WithPlatform(db => db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.WorkerId, SequentialGuid.Next())));
        _host.Clock.Advance(TimeSpan.FromSeconds(6));
        await running.WaitAsync(TimeSpan.FromSeconds(20));
        var row = await Operator(_host.Api).Get<JobRow>(path);
        Assert.That((row.Status, row.Result), Is.EqualTo((JobStatus.Running, (System.Text.Json.JsonElement?)null)));
    }

    [Test]
    public async Task An_orderly_stop_gives_it_back_at_once_and_counts_no_interruption()
    {
        await Queue(_host.Writer());
        var started = new TaskCompletionSource();
        _host.Switches.Job = async (_, _, token) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return null;
        };
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => _host.Api.Services.GetRequiredService<JobRunner>().RunNext(stop.Token));
        await started.Task;
        await stop.CancelAsync();
        await running;
        var job = await _host.WithPlatform(db => db.Jobs.AsNoTracking().SingleAsync());
        Assert.That((job.Status, job.Attempts), Is.EqualTo((JobStatus.Queued, 0)));
    }

    [Test]
    public async Task Two_processes_run_every_job_once()
    {
        await using var other = _host.StartAnother();
        var runs = 0;
        Func<JobContext, IServiceProvider, CancellationToken, Task<object?>> count = (_, _, _) => Task.FromResult<object?>(Interlocked.Increment(ref runs));
        _host.Switches.Job = count;
        other.Services.GetRequiredService<Switches>().Job = count;
        var client = _host.Writer();
        for (var i = 0; i < 12; i++)
        {
            await Queue(client);
        }

        await Task.WhenAll(Task.Run(_host.Api.RunJobs), Task.Run(other.RunJobs));
        await _host.Api.RunJobs();
        Assert.That(runs, Is.EqualTo(12));
        Assert.That((await client.Get<PagedResult<JobRow>>("/api/v1/jobs?status=done")).Total, Is.EqualTo(12));
    }

    [Test]
    public async Task A_job_that_holds_the_writer_of_the_database_and_its_heartbeat_do_not_wait_for_each_other_forever()
    {
        var path = await Queue(_host.Writer());
        _host.Switches.Job = async (job, services, token) =>
        {
            var db = services.GetRequiredService<NotesDbContext>();
            return await db.InTransaction<object?>(
                async inside =>
                {
                    db.Add(new Delivery { Text = "long" });
                    await db.SaveChangesAsync(inside);
                    for (var i = 1; i <= 5; i++)
                    {
                        job.Report(i * 10);
                        _host.Clock.Advance(TimeSpan.FromSeconds(6));
                        await Task.Delay(100, inside);
                    }

                    return "written";
                },
                token);
        };
        await Task.Run(() => _host.Api.RunJobs()).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That((await Operator(_host.Api).Get<JobRow>(path)).Result?.GetString(), Is.EqualTo("written"));
        Assert.That(await _host.WithNotes(db => db.Deliveries.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Starts_by_itself_when_the_workers_run()
    {
        await using var host = await NotesHost.Start(new() { RunWorkers = true });
        host.Switches.Job = (_, _, _) => Task.FromResult<object?>("ran");
        var client = host.Writer();
        var path = await Queue(client);
        await WaitFor(async () => (await client.Get<JobRow>(path)).Status == JobStatus.Done);
        Assert.That((await client.Get<JobRow>(path)).Result?.GetString(), Is.EqualTo("ran"));
    }

    private static HttpClient Operator(ApiHost host) => host.As([PlatformPermissions.Operate]);

    private static async Task<string> Queue(HttpClient client, int upTo = 1) =>
        "/api/v1/jobs/" + (await client.Post("/api/v1/notes/count", new { upTo }).As<JobStarted>()).JobId;

    private async Task<JobError?> Outcome(HttpClient client)
    {
        var path = await Queue(client);
        await _host.Api.RunJobs();
        return (await client.Get<JobRow>(path)).Error;
    }

    private Task TakenByAProcessThatDied(int attempts)
    {
        var now = _host.Clock.GetUtcNow().UtcDateTime;
        return _host.WithPlatform(db => db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.Status, JobStatus.Running).SetProperty(j => j.Attempts, attempts)
            .SetProperty(j => j.WorkerId, SequentialGuid.Next()).SetProperty(j => j.HeartbeatAt, now)));
    }

    private static async Task WaitFor(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 100 && !await condition(); i++)
        {
            await Task.Delay(50);
        }
    }
}
