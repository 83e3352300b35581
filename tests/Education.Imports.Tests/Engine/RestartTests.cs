using Education.BuildingBlocks.Jobs;
using Education.Imports.Contracts;
using Education.Imports.Storage;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports.Tests.Engine;

/// <summary>Kills at the worst moments: nothing doubled, nothing lost, the counts right.</summary>
[TestFixture]
internal sealed class RestartTests
{
    private const int Rows = 2500;

    private ImportHost _host = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await ImportHost.Start();
        _client = _host.User();
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_kill_between_the_commit_and_the_status_is_set_right_by_the_message()
    {
        var id = await Checked();
        await KillAfterCommit(id);
        Assert.That((await _client.Look(id)).Status, Is.EqualTo(ImportStatus.Applying), "the kill came before the status");
        await _host.Api.DrainOutbox();
        await MustBeAppliedOnce(id);
    }

    [Test]
    public async Task A_kill_between_the_commit_and_the_status_is_set_right_by_the_next_worker()
    {
        var id = await Checked();
        await KillAfterCommit(id);
        await using var other = TakeOver();
        await other.Api.RunJobs();
        await MustBeAppliedOnce(id);
        await other.Api.DrainOutbox();
        await MustBeAppliedOnce(id);
        Assert.That(await JobOf(id), Is.EqualTo(JobStatus.Done));
    }

    [Test]
    public async Task A_kill_in_the_middle_of_the_rows_writes_none_and_the_next_worker_all()
    {
        var id = await Checked();
        var chunks = 0;
        await KillBeforeWrite(id, () => ++chunks == 2);
        Assert.That(await People(), Is.Zero, "the first chunk was rolled back");
        await using var other = TakeOver();
        await other.Api.RunJobs();
        await MustBeAppliedOnce(id);
    }

    [Test]
    public async Task A_failure_of_the_module_writes_nothing_says_why_and_lets_the_import_be_tried_again()
    {
        var id = await Checked();
        _host.Faults.BeforeWrite = () => throw new SharedKernel.RuleViolation("imports.busy");
        var failed = await _host.Apply(_client, id);
        Assert.That((failed.Status, failed.Failure!.Code), Is.EqualTo((ImportStatus.Failed, "imports.busy")));
        Assert.That(await People(), Is.Zero);
        _host.Faults.BeforeWrite = () => { };
        await _host.Check(_client, id);
        await _host.Apply(_client, id);
        await MustBeAppliedOnce(id);
    }

    [Test]
    public async Task What_breaks_after_the_commit_does_not_undo_it()
    {
        var id = await Checked();
        _host.Faults.AfterCommit = () => throw new InvalidOperationException("after the commit");
        await _host.Apply(_client, id);
        await MustBeAppliedOnce(id);
    }

    [Test]
    public async Task A_job_that_died_for_good_frees_its_import()
    {
        var id = await Checked();
        await KillBeforeWrite(id, () => true);
        await _host.InImports(db => db.Set<StoredJob>().ExecuteUpdateAsync(s => s.SetProperty(j => j.Status, JobStatus.Failed)));
        var import = await _client.Look(id);
        Assert.That((import.Status, import.Failure!.Code), Is.EqualTo((ImportStatus.Failed, "job.interrupted")));
        _host.Faults.BeforeWrite = () => { };
        await _host.Check(_client, id);
        await _host.Apply(_client, id);
        await MustBeAppliedOnce(id);
    }

    [Test]
    public async Task A_check_killed_in_the_middle_is_done_again()
    {
        var import = await _client.UploadCsv(Text());
        await _client.Post($"/api/v1/imports/{import.Id}/check", new { });
        using (var killed = new CancellationTokenSource())
        {
            await killed.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => _host.Api.RunNextJob(killed.Token));
        }

        await _host.Api.RunJobs();
        Assert.That((await _client.Look(import.Id)).Created, Is.EqualTo(Rows));
    }

    private Task KillAfterCommit(Guid id) => Kill(id, (faults, kill) => faults.AfterCommit = kill, () => true);

    private Task KillBeforeWrite(Guid id, Func<bool> when) => Kill(id, (faults, kill) => faults.BeforeWrite = kill, when);

    /// <summary>The worker disappears at the fault: nothing it would have done afterwards is done.</summary>
    private async Task Kill(Guid id, Action<Faults, Action> place, Func<bool> when)
    {
        using var killed = new CancellationTokenSource();
        place(_host.Faults, () =>
        {
            if (when())
            {
                killed.Cancel();
                killed.Token.ThrowIfCancellationRequested();
            }
        });
        await _client.Post($"/api/v1/imports/{id}/apply", new { mode = "all" });
        await _host.Api.RunNextJob(killed.Token);
        (_host.Faults.AfterCommit, _host.Faults.BeforeWrite) = (() => { }, () => { });
    }

    private ImportHost TakeOver()
    {
        var other = _host.StartAnother();
        other.Api.Clock.Set(_host.Api.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        return other;
    }

    private async Task MustBeAppliedOnce(Guid id)
    {
        var import = await _client.Look(id);
        Assert.Multiple(() =>
        {
            Assert.That(import.Status, Is.EqualTo(ImportStatus.Applied));
            Assert.That((import.Total, import.Created, import.Changed, import.Unchanged, import.Rejected), Is.EqualTo((Rows, Rows, 0, 0, 0)));
        });
        Assert.That(await People(), Is.EqualTo(Rows));
        var events = await _host.InImports(db => db.Set<BuildingBlocks.Outbox.OutboxMessage>().CountAsync(m => m.Name == "imports.applied.v1"));
        Assert.That(events, Is.EqualTo(1));
    }

    private async Task<Guid> Checked()
    {
        var import = await _client.UploadCsv(Text());
        import = await _host.Check(_client, import.Id);
        Assert.That((import.Status, import.Created), Is.EqualTo((ImportStatus.Checked, Rows)));
        return import.Id;
    }

    private static string Text() => "ИИН;ФИО;Дата;Балл\n" + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{Numbers[i]};имя {i};;{i % 140}\n"));

    private static readonly string[] Numbers = [.. WizardSteps.Iins(Rows + 1)];

    private Task<int> People() => _host.InFake(db => db.People.CountAsync());

    private Task<JobStatus> JobOf(Guid id) => _host.InImports(db => db.Set<StoredJob>().Where(j => j.Kind == "imports.apply" && j.Args.Contains(id.ToString())).Select(j => j.Status).SingleAsync());
}
