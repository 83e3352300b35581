using System.Net;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>Filter first, in SQL: who sees and changes what.</summary>
internal sealed class ScopeTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await NotesHost.Start();
        await _host.Create("N-north", _host.NorthSchool);
        await _host.Create("N-lyceum", _host.NorthLyceum);
        await _host.Create("N-south", _host.SouthSchool);
        await _host.WithNotes(async db =>
        {
            db.AddRange(new Notice { TerritoryCode = NotesHost.Oblast }, new Notice { TerritoryCode = NotesHost.North }, new Notice { TerritoryCode = NotesHost.South });
            return await db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Shows_the_subtree_the_list_or_both()
    {
        Assert.That(await Seen(DataScope.All), Is.EqualTo(new[] { "N-lyceum", "N-north", "N-south" }));
        Assert.That(await Seen(new(false, NotesHost.Oblast, [])), Is.EqualTo(new[] { "N-lyceum", "N-north", "N-south" }));
        Assert.That(await Seen(new(false, NotesHost.North, [])), Is.EqualTo(new[] { "N-lyceum", "N-north" }));
        Assert.That(await Seen(new(false, null, [_host.SouthSchool, _host.NorthLyceum])), Is.EqualTo(new[] { "N-lyceum", "N-south" }));
        Assert.That(await Seen(new(false, NotesHost.South, [_host.NorthSchool])), Is.EqualTo(new[] { "N-north", "N-south" }));
        Assert.That(await Seen(DataScope.None), Is.Empty);
        Assert.That(await Seen(new(false, "unknown", [])), Is.Empty);
    }

    [Test]
    public async Task Rows_of_a_territory_are_seen_from_it_and_from_above_never_by_a_list_of_institutions()
    {
        Assert.That(await Notices(DataScope.All), Is.EqualTo(3));
        Assert.That(await Notices(new(false, NotesHost.Oblast, [])), Is.EqualTo(3));
        Assert.That(await Notices(new(false, NotesHost.North, [])), Is.EqualTo(1));
        Assert.That(await Notices(new(false, null, [_host.NorthSchool])), Is.Zero);
        Assert.That(await Notices(DataScope.None), Is.Zero);
    }

    [Test]
    public async Task What_is_outside_looks_as_if_it_did_not_exist()
    {
        var south = (await _host.Writer().Get<PagedResult<NoteRow>>("/api/v1/notes")).Items.Single(n => n.Number == "N-south");
        var north = _host.Writer(new(false, NotesHost.North, []));
        var path = $"/api/v1/notes/{south.Id}";
        await north.GetAsync(path).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await north.Put(path, new { price = 1 }, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        await north.Delete(path, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
    }

    [Test]
    public async Task Nobody_writes_outside_his_scope()
    {
        var north = _host.Writer(new(false, null, [_host.NorthSchool]));
        await north.Post("/api/v1/notes", _host.NewNote("N-foreign", _host.SouthSchool)).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        var mine = await north.Post("/api/v1/notes", _host.NewNote("N-mine", _host.NorthSchool)).As<NoteCard>();
        await north.Put($"/api/v1/notes/{mine.Id}", new { price = 1, institutionId = _host.SouthSchool }, 1).MustBeProblem(HttpStatusCode.NotFound, "not-found");
        using var moved = await _host.Writer().Delete($"/api/v1/notes/{mine.Id}", 1);
        await moved.MustBe(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task Nobody_pulls_a_foreign_row_into_his_scope()
    {
        await using var scope = ScopeOf(new(false, null, [_host.NorthSchool]));
        var db = scope.ServiceProvider.GetRequiredService<NotesDbContext>();
        var foreign = await db.Set<Note>().SingleAsync(n => n.Number == "N-south");
        foreign.InstitutionId = _host.NorthSchool;
        Assert.ThrowsAsync<NotFound>(() => db.SaveChangesAsync());
        var notice = await db.Set<Notice>().FirstAsync(n => n.TerritoryCode == NotesHost.South);
        db.Entry(foreign).State = EntityState.Detached;
        notice.Text = "mine";
        Assert.ThrowsAsync<NotFound>(() => db.SaveChangesAsync());
    }

    [Test]
    public async Task A_bulk_insert_outside_the_scope_leaves_nothing()
    {
        await using var scope = ScopeOf(new(false, NotesHost.North, []));
        var db = scope.ServiceProvider.GetRequiredService<NotesDbContext>();
        Assert.ThrowsAsync<NotFound>(() => db.InTransaction(
            token => db.BulkInsert(Rows(_host.NorthSchool, _host.SouthSchool), SequentialGuid.Next(), token), CancellationToken.None));
        Assert.That(await db.Set<Note>().CountAsync(n => n.Number.StartsWith("B-")), Is.Zero);
        Assert.That(await db.InTransaction(token => db.BulkInsert(Rows(_host.NorthLyceum), SequentialGuid.Next(), token), CancellationToken.None), Is.EqualTo(1));
        await _host.Sql("DELETE FROM notes_Notes WHERE Number LIKE 'B-%'");
    }

    [Test]
    [SqliteOnly("its plan of a query")]
    public async Task A_restricted_list_uses_the_indexes()
    {
        await using var scope = ScopeOf(new(false, NotesHost.North, [_host.SouthSchool]));
        var db = scope.ServiceProvider.GetRequiredService<NotesDbContext>();
        var plan = await Plan(db.Scoped<Note>().OrderBy(n => n.Number).Take(50));
        var notices = await Plan(db.Scoped<Notice>().Take(50));
        Assert.Multiple(() =>
        {
            Assert.That(plan, Has.None.Match("^SCAN .*(Closure|t\\d?\\b)"), string.Join('\n', plan));
            Assert.That(plan, Has.Some.Match("SEARCH .*USING (COVERING )?INDEX IX_notes_Notes_InstitutionId"), string.Join('\n', plan));
            Assert.That(plan, Has.None.Contains("CORRELATED"), "the scope is settled once, not per row");
            Assert.That(notices, Has.Some.Match("SEARCH .*USING INDEX IX_notes_Notices_TerritoryCode"), string.Join('\n', notices));
            Assert.That(notices, Has.None.StartsWith("SCAN"), string.Join('\n', notices));
        });
    }

    private static async IAsyncEnumerable<Note> Rows(params Guid[] institutions)
    {
        foreach (var (i, institution) in institutions.Index())
        {
            await Task.Yield();
            yield return new Note { Number = $"B-{i}", InstitutionId = institution };
        }
    }

    private AsyncServiceScope ScopeOf(DataScope data)
    {
        var scope = _host.Api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(UserContext.System with { Id = SequentialGuid.Next(), Scope = data });
        return scope;
    }

    private async Task<string[]> Seen(DataScope scope)
    {
        var page = await _host.Writer(scope).Get<PagedResult<NoteRow>>("/api/v1/notes");
        Assert.That(page.Total, Is.EqualTo(page.Items.Count));
        return [.. page.Items.Select(n => n.Number)];
    }

    private async Task<int> Notices(DataScope data)
    {
        await using var scope = ScopeOf(data);
        return await scope.ServiceProvider.GetRequiredService<NotesDbContext>().Scoped<Notice>().CountAsync();
    }

    private async Task<List<string>> Plan<T>(IQueryable<T> query)
    {
        var sql = query.ToQueryString();
        var body = string.Join('\n', sql.Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
        foreach (var line in sql.Split('\n').Where(l => l.StartsWith(".param set", StringComparison.Ordinal)))
        {
            var parts = line.Trim().Split(' ', 4);
            body = body.Replace(parts[2], parts[3], StringComparison.Ordinal);
        }

        return [.. (await _host.Lines("EXPLAIN QUERY PLAN " + body)).Select(l => l.Split('|')[3])];
    }
}
