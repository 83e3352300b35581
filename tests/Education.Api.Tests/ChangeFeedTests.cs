using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;

namespace Education.Api.Tests;

/// <summary>What changed since a cursor, in the order of commits.</summary>
internal sealed class ChangeFeedTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public Task Reset() => _host.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Tells_what_was_created_changed_and_deleted_but_never_to_what()
    {
        var client = _host.Writer();
        var note = await _host.Create("N-1");
        await client.Put($"/api/v1/notes/{note.Id}", new { price = 1 }, 1);
        await client.Delete($"/api/v1/notes/{note.Id}", 2);
        await _host.WithNotes(async db =>
        {
            db.Record("Note", note.Id, "downloaded");
            return await db.SaveChangesAsync();
        });
        var page = await Feed(0, 10);
        Assert.That(page.Items.Select(c => (c.Cursor, c.Action, c.EntityId, c.Version)), Is.EqualTo(new[]
        {
            (1L, "created", note.Id, 1L), (2L, "changed", note.Id, 2L), (3L, "deleted", note.Id, 2L),
        }));
        Assert.That((page.Next, page.HasMore), Is.EqualTo((3L, false)));
        Assert.That((await Feed(3, 10)).Items, Is.Empty);
        Assert.That((await Feed(3, 10)).Next, Is.EqualTo(3));
    }

    [Test]
    public async Task Says_whether_there_is_more()
    {
        for (var i = 0; i < 3; i++)
        {
            await _host.Create("N-" + i);
        }

        var (first, second) = (await Feed(0, 2), await Feed(2, 2));
        Assert.That((first.Items.Count, first.Next, first.HasMore), Is.EqualTo((2, 2L, true)));
        Assert.That((second.Items.Count, second.Next, second.HasMore), Is.EqualTo((1, 3L, false)));
        Assert.That((await Feed(0, 3)).HasMore, Is.False);
    }

    [Test]
    public async Task A_reader_who_follows_while_others_write_misses_nothing()
    {
        const int Writers = 8;
        const int Each = 125;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await _host.WithNotes(async db =>
                {
                    db.Add(new Delivery { Text = $"{w}-{i}" });
                    return await db.SaveChangesAsync();
                });
            }
        })));
        var seen = new List<ChangeRow>();
        var after = 0L;
        bool done;
        do
        {
            done = writing.IsCompleted;
            ChangePage page;
            do
            {
                page = await Feed(after, 37);
                seen.AddRange(page.Items);
                after = page.Next;
            }
            while (page.HasMore);
        }
        while (!done);

        await writing;
        Assert.That(seen, Has.Count.EqualTo(Writers * Each));
        Assert.That(seen.Select(c => c.Cursor), Is.EqualTo(Enumerable.Range(1, Writers * Each).Select(i => (long)i)));
        Assert.That(seen.Select(c => c.EntityId), Is.Unique);
    }

    [Test]
    public async Task A_restricted_reader_sees_his_rows_only_also_those_that_came_in_bulk()
    {
        await _host.Create("N-south", _host.SouthSchool);
        await _host.Create("N-north", _host.NorthSchool);
        var import = SequentialGuid.Next();
        await _host.WithNotes(db => db.InTransaction(token => db.BulkInsert(Rows(), import, token), CancellationToken.None));
        var north = await Feed(0, 10, new(false, NotesHost.North, []));
        Assert.That(north.Items.Select(c => c.Action), Is.EqualTo(new[] { "created", "bulk-created" }));
        Assert.That(north.Items[^1].EntityId, Is.EqualTo(import));
        Assert.That((await Feed(0, 10)).Items, Has.Count.EqualTo(4), "one bulk row an institution");
        Assert.That((await Feed(0, 10, DataScope.None)).Items, Is.Empty);
    }

    private async IAsyncEnumerable<Note> Rows()
    {
        await Task.Yield();
        yield return new Note { Number = "B-1", InstitutionId = _host.NorthSchool };
        yield return new Note { Number = "B-2", InstitutionId = _host.SouthSchool };
        yield return new Note { Number = "B-3", InstitutionId = _host.NorthSchool };
    }

    private Task<ChangePage> Feed(long after, int limit, DataScope? scope = null) =>
        _host.Api.As([PlatformPermissions.ReadChanges], scope).Get<ChangePage>($"/api/v1/changes?module=notes&after={after}&limit={limit}");
}
