using System.Globalization;
using System.Text.Json;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>Who changed what and when; the chain that proves it.</summary>
internal sealed class AuditTests
{
    private const string Columns =
        "At, UserId, UserName, Module, Entity, EntityId, " + "Action, EntityVersion, TerritoryCode, InstitutionId, Changes, TraceId, Hash";

    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public Task Reset() => _host.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Writes_before_and_after_and_hides_personal_values()
    {
        var client = _host.Writer();
        var note = await client.Post("/api/v1/notes", _host.NewNote("N-1", author: "Қайратұлы Ерлан")).As<NoteCard>();
        await client.Put($"/api/v1/notes/{note.Id}", new { price = 99.9m, author = "Оспанова Дана" }, 1);
        await client.Delete($"/api/v1/notes/{note.Id}", 2);
        var rows = await Audit("?entity=Note&sort=sequence");
        Assert.That(rows.Select(r => (r.Action, r.EntityVersion)), Is.EqualTo(new[] { ("created", 1L), ("changed", 2L), ("deleted", 2L) }));
        Assert.Multiple(() =>
        {
            Assert.That(rows[1].Changes.GetRawText(), Is.EqualTo("""{"Author":["•••","•••"],"Price":[12.5,99.9]}"""));
            Assert.That(rows[0].Changes.GetProperty("Author").GetRawText(), Is.EqualTo("""[null,"•••"]"""));
            Assert.That(rows[0].Changes.GetProperty("AuthorName.Kk").GetRawText(), Is.EqualTo("""[null,"•••"]"""), "a personal value of several columns");
            Assert.That(rows[0].Changes.GetProperty("Title.Kk").GetRawText(), Is.EqualTo("""[null,"Жазба"]"""));
            Assert.That(rows[0].Changes.GetProperty("Kind").GetRawText(), Is.EqualTo("""[null,"Urgent"]"""));
            Assert.That(rows[0].Changes.GetProperty("Day").GetRawText(), Is.EqualTo("""[null,"2026-09-01"]"""));
            Assert.That(rows[0].Changes.TryGetProperty("SearchName", out _), Is.False, "derived");
            Assert.That(rows[2].Changes.GetProperty("Price").GetRawText(), Is.EqualTo("[99.9,null]"));
            Assert.That(rows[2].Changes.GetProperty("Author").GetRawText(), Is.EqualTo("""["•••",null]"""));
        });
        var everything = string.Join('\n', await _host.Lines("SELECT * FROM platform_AuditEntries")) + string.Join('\n', _host.Api.Log)
            + string.Join('\n', await _host.Lines("SELECT * FROM platform_OutboxMessages"));
        Assert.That(everything, Does.Not.Contain("Қайратұлы").And.Not.Contain("Оспанова"));
    }

    [Test]
    public async Task A_change_that_is_refused_leaves_no_row()
    {
        await _host.Create("N-1");
        var before = await Count();
        await _host.Writer().Post("/api/v1/notes", _host.NewNote("N-1"));
        await _host.Writer(DataScope.None).Post("/api/v1/notes", _host.NewNote("N-2"));
        Assert.That(await Count(), Is.EqualTo(before));
        Assert.That((await Verify()).Holds);
    }

    [Test]
    public async Task A_save_that_fails_inside_a_transaction_which_goes_on_keeps_the_chain()
    {
        await _host.Create("N-1");
        await _host.WithNotes(db => db.InTransaction(
            async token =>
            {
                var twin = new Note { Number = "N-1", InstitutionId = _host.NorthSchool };
                db.Add(twin);
                Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(token));
                db.Entry(twin).State = EntityState.Detached;
                db.Add(new Note { Number = "N-2", InstitutionId = _host.NorthSchool });
                return await db.SaveChangesAsync(token);
            },
            CancellationToken.None));
        var report = await Verify();
        Assert.That((report.Holds, report.Rows), Is.EqualTo((true, 2L)));
    }

    [Test]
    public async Task Acts_are_audited_too()
    {
        await _host.WithNotes(async db =>
        {
            db.Record("Report", _host.NorthSchool, "downloaded", "kk");
            return await db.SaveChangesAsync();
        });
        var row = (await Audit("?action=downloaded")).Single();
        Assert.That((row.Entity, row.EntityId, row.Changes.GetRawText()), Is.EqualTo(("Report", _host.NorthSchool, """{"detail":"kk"}""")));
    }

    [TestCase("UPDATE platform_AuditEntries SET Changes = replace(Changes, '12.5', '12.6') WHERE Sequence = 2", 2)]
    [TestCase("UPDATE platform_AuditEntries SET UserName = 'other' WHERE Sequence = 3", 3)]
    [TestCase("UPDATE platform_AuditEntries SET InstitutionId = NULL WHERE Sequence = 1", 1)]
    [TestCase("UPDATE platform_AuditEntries SET At = '2026-09-01 04:00:01' WHERE Sequence = 4", 4)]
    [TestCase("DELETE FROM platform_AuditEntries WHERE Sequence = 1", 1)]
    [TestCase("DELETE FROM platform_AuditEntries WHERE Sequence = 3", 3)]
    [TestCase("DELETE FROM platform_AuditEntries WHERE Sequence = 5", 5)]
    [TestCase("DELETE FROM platform_AuditEntries WHERE Sequence >= 4", 4)]
    [TestCase("DELETE FROM platform_AuditEntries", 1)]
    [TestCase($"INSERT INTO platform_AuditEntries (Sequence, {Columns}) SELECT 6, {Columns} FROM platform_AuditEntries WHERE Sequence = 5", 6)]
    [TestCase("UPDATE platform_AuditEntries SET Sequence = 7 WHERE Sequence = 4", 4)]
    [TestCase("UPDATE platform_AuditHead SET Hash = 'x'", 6)]
    public async Task Verify_finds_what_was_done_to_the_log(string crime, int at)
    {
        for (var i = 1; i <= 5; i++)
        {
            await _host.Create("N-" + i);
        }

        Assert.That((await Verify()).Holds);
        Assert.That(await _host.Sql(crime), Is.Positive);
        var report = await Verify();
        Assert.That((report.Holds, report.BrokenAt), Is.EqualTo((false, (long?)at)));
    }

    [Test]
    public async Task The_chain_has_no_gaps_after_writers_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async w =>
        {
            for (var i = 0; i < 8; i++)
            {
                await _host.Create($"N-{w}-{i}");
            }
        }));
        var report = await Verify();
        Assert.That((report.Holds, report.Rows), Is.EqualTo((true, 64L)));
    }

    [Test]
    public async Task A_restricted_reader_sees_the_changes_of_his_rows_only()
    {
        await _host.Create("N-north", _host.NorthSchool);
        await _host.Create("N-south", _host.SouthSchool);
        await _host.WithNotes(async db =>
        {
            db.Add(new Notice { TerritoryCode = NotesHost.South });
            db.Record("Thing", SequentialGuid.Next(), "downloaded");
            return await db.SaveChangesAsync();
        });
        Assert.That(await Entities(DataScope.All), Is.EqualTo(new[] { "Note", "Note", "Thing", "Notice" }));
        Assert.That(await Entities(new(false, NotesHost.South, [])), Is.EquivalentTo(new[] { "Note", "Notice" }));
        Assert.That(await Entities(new(false, null, [_host.NorthSchool])), Is.EqualTo(new[] { "Note" }));
        Assert.That(await Entities(DataScope.None), Is.Empty);
    }

    [Test]
    public async Task A_day_of_the_log_is_a_day_in_Almaty()
    {
        // 1 September, 23:30 in Almaty is 18:30 UTC; half an hour later it is the 2nd there.
        _host.Clock.Set(new DateTimeOffset(2026, 9, 1, 18, 30, 0, TimeSpan.Zero));
        await _host.Create("N-late");
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.Create("N-early");
        Assert.That(await Audit("?to=2026-09-01"), Has.Count.EqualTo(1));
        Assert.That(await Audit("?from=2026-09-02"), Has.Count.EqualTo(1));
        Assert.That(await Audit("?from=2026-09-01&to=2026-09-02"), Has.Count.EqualTo(2));
    }

    private async Task<List<string>> Entities(DataScope scope)
    {
        var page = await _host.Api.As([PlatformPermissions.ReadAudit], scope).Get<PagedResult<AuditRow>>("/api/v1/audit?sort=sequence");
        Assert.That(page.Total, Is.EqualTo(page.Items.Count));
        return [.. page.Items.Select(r => r.Entity)];
    }

    private async Task<List<AuditRow>> Audit(string query) =>
        [.. (await _host.Api.AsAdministrator().Get<PagedResult<AuditRow>>("/api/v1/audit" + query)).Items];

    private async Task<long> Count() => Convert.ToInt64(await _host.Scalar("SELECT COUNT(*) FROM platform_AuditEntries"), CultureInfo.InvariantCulture);

    private Task<ChainReport> Verify() => _host.Api.Inside(s => s.GetRequiredService<AuditChain>().Verify(CancellationToken.None));
}
