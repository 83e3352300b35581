using System.Data.Common;
using System.Globalization;
using Education.Api.Tests.Notes;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests;

/// <summary>How values are stored, bulk inserts, backup and restore on the embedded database.</summary>
internal sealed class DatabaseTests
{
    private NotesHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await NotesHost.Start();

    [SetUp]
    public Task Reset() => _host.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    [SqliteOnly("its types of columns")]
    public async Task Stores_values_as_any_tool_reads_them()
    {
        var note = Note("N-1");
        await _host.WithNotes(db =>
        {
            db.Add(note);
            return db.SaveChangesAsync();
        });
        var stored = (await _host.Lines("SELECT Id, Kind, Price, Day, RemindAt, TitleKk, TitleRu, TitleEn, CreatedAt, typeof(Price), Closed FROM notes_Notes")).Single();
        Assert.That(stored, Is.EqualTo(
            note.Id.ToString().ToUpperInvariant() + "|Urgent|1234567.5|2026-09-01|2026-09-02 03:04:05|Жазба|Заметка|Note|"
            + _host.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "|text|0"));
        var read = await _host.WithNotes(db => db.Scoped<Note>().AsNoTracking().SingleAsync());
        Assert.That((read.Kind, read.Price, read.Day, read.RemindAt, read.RemindAt.Kind, read.Title), Is.EqualTo(
            (note.Kind, note.Price, note.Day, note.RemindAt, DateTimeKind.Utc, note.Title)));
    }

    [Test]
    public async Task A_bulk_insert_stores_exactly_what_a_save_would()
    {
        await _host.WithNotes(db =>
        {
            db.AddRange(Note("N-1"), Note("N-2", withNulls: true));
            return db.SaveChangesAsync();
        });
        var saved = await Stored();
        await _host.Sql("DELETE FROM notes_Notes");
        await _host.WithNotes(db => db.InTransaction(
            token => db.BulkInsert(Stream(Note("N-1"), Note("N-2", withNulls: true)), SequentialGuid.Next(), token), CancellationToken.None));
        Assert.That(saved, Has.Count.EqualTo(2));
        Assert.That(await Stored(), Is.EqualTo(saved));
    }

    [Test]
    public async Task A_bulk_insert_is_audited_with_count_and_digest_in_the_same_transaction()
    {
        var import = SequentialGuid.Next();
        await Insert(import, "B-1", "B-2");
        var line = (await _host.Lines("SELECT Action, Entity, EntityId, Changes FROM platform_AuditEntries")).Single();
        Assert.That(line, Does.Match($$"""^bulk-created\|Note\|{{import.ToString().ToUpperInvariant()}}\|\{"count":2,"sha256":"[0-9a-f]{64}"\}$"""));
        Assert.ThrowsAsync<DbUpdateException>(async () =>
        {
            try
            {
                await Insert(SequentialGuid.Next(), "B-3", "B-1");
            }
            catch (DbException exception)
            {
                throw new DbUpdateException("duplicate", exception);
            }
        });
        Assert.That(await _host.Scalar("SELECT COUNT(*) FROM notes_Notes"), Is.EqualTo(2));
        Assert.That(await _host.Scalar("SELECT COUNT(*) FROM platform_AuditEntries"), Is.EqualTo(1));
    }

    [Test]
    public async Task The_digest_covers_every_column()
    {
        var digests = new HashSet<string>();
        Action<Note>[] changes =
        [
            _ => { }, n => n.Price = 1, n => n.Kind = NoteKind.Plain, n => n.Title = new("Жазба", "Другая"), n => n.Day = new DateOnly(2026, 1, 1),
            n => n.Pages = null, n => n.Author = "",
        ];
        var id = SequentialGuid.Next();
        foreach (var change in changes)
        {
            await _host.Reset();
            var note = Note("B-1", id: id);
            change(note);
            await _host.WithNotes(db => db.InTransaction(token => db.BulkInsert(Stream(note), id, token), CancellationToken.None));
            digests.Add((await _host.Lines("SELECT Changes FROM platform_AuditEntries")).Single());
        }

        Assert.That(digests, Has.Count.EqualTo(changes.Length));
    }

    [Test]
    public async Task A_bulk_insert_needs_a_transaction() => await _host.WithNotes(async db =>
    {
        await Task.Yield();
        Assert.ThrowsAsync<InvalidOperationException>(() => db.BulkInsert(Stream(Note("B-1")), SequentialGuid.Next(), CancellationToken.None));
        return 0;
    });

    [Test]
    [SqliteOnly("SQL Server copies itself, to its own disk")]
    public async Task Backs_up_while_others_write_and_restores_to_that_moment()
    {
        var (engine, settings) = (_host.Api.Services.GetRequiredService<IDatabaseEngine>(), _host.Api.Services.GetRequiredService<DatabaseSettings>());
        var copy = Path.Combine(Directory.CreateTempSubdirectory("education-backup-").FullName, "copy.db");
        await _host.Create("N-0");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            var i = 0;
            while (!stop.IsCancellationRequested)
            {
                await _host.Create($"N-{++i}");
            }

            return i;
        });
        await Task.Delay(50);
        await engine.Backup(settings, copy, CancellationToken.None);
        await Task.Delay(50);
        await stop.CancelAsync();
        var written = await writing + 1;

        await engine.Restore(settings, copy, CancellationToken.None);
        var restored = (long)(await _host.Scalar("SELECT COUNT(*) FROM notes_Notes"))!;
        var chain = await _host.Api.Inside(s => s.GetRequiredService<AuditChain>().Verify(CancellationToken.None));
        Assert.Multiple(() =>
        {
            Assert.That(restored, Is.InRange(1, written - 1));
            Assert.That((chain.Holds, chain.Rows), Is.EqualTo((true, restored)), "a copy of one moment: rows and log agree");
        });
        Assert.That(await _host.Scalar("PRAGMA integrity_check"), Is.EqualTo("ok"));
        await _host.Create("N-after");
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Test]
    [SqliteOnly("the file")]
    public async Task Restores_nothing_that_is_no_backup()
    {
        var (engine, settings) = (_host.Api.Services.GetRequiredService<IDatabaseEngine>(), _host.Api.Services.GetRequiredService<DatabaseSettings>());
        await _host.Create("N-1");
        var folder = Directory.CreateTempSubdirectory("education-backup-").FullName;
        var empty = Path.Combine(folder, "empty.db");
        await File.WriteAllTextAsync(empty, "");
        var text = Path.Combine(folder, "text.db");
        await File.WriteAllTextAsync(text, new string('x', 5000));
        foreach (var path in new[] { empty, text, Path.Combine(folder, "absent.db") })
        {
            Assert.ThrowsAsync<InvalidDataException>(() => engine.Restore(settings, path, CancellationToken.None), path);
        }

        Assert.That(await _host.Scalar("SELECT COUNT(*) FROM notes_Notes"), Is.EqualTo(1));
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    [SqliteOnly("its pragmas")]
    public async Task Writes_ahead_and_enforces_foreign_keys()
    {
        Assert.That(await _host.Scalar("PRAGMA journal_mode"), Is.EqualTo("wal"));
        Assert.ThrowsAsync<DbUpdateException>(() => _host.WithNotes(async db =>
        {
            var line = new NoteLine { Text = "orphan" };
            db.Add(line).Property("NoteId").CurrentValue = SequentialGuid.Next();
            return await db.SaveChangesAsync();
        }));
    }

    private Note Note(string number, bool withNulls = false, Guid? id = null) => new()
    {
        Id = id ?? SequentialGuid.Next(),
        Number = number,
        InstitutionId = _host.NorthSchool,
        Title = new("Жазба", "Заметка", withNulls ? null : "Note"),
        Author = withNulls ? "" : "А",
        AuthorName = new("А", "А"),
        Kind = NoteKind.Urgent,
        Price = 1234567.50m,
        Day = new DateOnly(2026, 9, 1),
        RemindAt = new DateTime(2026, 9, 2, 3, 4, 5, DateTimeKind.Utc),
        Pages = withNulls ? null : 7,
        SearchName = "ЖАЗБА",
    };

    private Task<int> Insert(Guid import, params string[] numbers) => _host.WithNotes(db => db.InTransaction(
        token => db.BulkInsert(Stream([.. numbers.Select(n => Note(n))]), import, token), CancellationToken.None));

    private async Task<List<string>> Stored() =>
        [.. (await _host.Api.Rows("SELECT * FROM notes_Notes ORDER BY Number")).Select(row => string.Join('\n', row.Where(column => column.Key != "Id")))];

    private static async IAsyncEnumerable<Note> Stream(params Note[] notes)
    {
        foreach (var note in notes)
        {
            await Task.Yield();
            yield return note;
        }
    }
}
