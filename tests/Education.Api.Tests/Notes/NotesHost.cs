using System.Globalization;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests.Notes;

/// <summary>The application with the notes, and a small country: an oblast with two districts, a school in each, one more in the first.</summary>
internal sealed class NotesHost : IAsyncDisposable
{
    public const string Oblast = "990000000";
    public const string North = "991000000";
    public const string South = "992000000";

    private const string EmptyLog =
        "DELETE FROM platform_AuditEntries; UPDATE platform_AuditHead SET Sequence = 0, Hash = ''; DELETE FROM platform_OutboxMessages";

    private NotesHost(ApiHost api) => Api = api;

    public ApiHost Api { get; }

    public TestClock Clock => Api.Clock;

    public Guid NorthSchool { get; } = SharedKernel.SequentialGuid.Next();

    public Guid NorthLyceum { get; } = SharedKernel.SequentialGuid.Next();

    public Guid SouthSchool { get; } = SharedKernel.SequentialGuid.Next();

    public Switches Switches => Api.Services.GetRequiredService<Switches>();

    private static ApiHostOptions Options(ApiHostOptions? options) => new()
    {
        Modules = [typeof(NotesModule)],
        Settings = options?.Settings ?? new Dictionary<string, string>(),
        Services = options?.Services,
        RunWorkers = options?.RunWorkers ?? false,
        Kestrel = options?.Kestrel ?? false,
    };

    public static async Task<NotesHost> Start(ApiHostOptions? options = null)
    {
        var host = new NotesHost(await ApiHost.Start(Options(options)));
        await host.AddPlaces();
        return host;
    }

    public ApiHost StartAnother(ApiHostOptions? options = null) => Api.StartAnother(Options(options));

    public HttpClient Writer(DataScope? scope = null, string language = "en", string? name = null) =>
        Api.As([NotesModule.Read, NotesModule.Write], scope, language, name);

    public object NewNote(string number, Guid? institution = null, string author = "Серікқызы Айгүл", decimal price = 12.5m, string day = "2026-09-01") => new
    {
        InstitutionId = institution ?? NorthSchool,
        Number = number,
        TitleKk = "Жазба",
        TitleRu = "Заметка",
        Author = author,
        Kind = "urgent",
        Price = price,
        Day = day,
    };

    public Task<NoteCard> Create(string number, Guid? institution = null) => Writer().Post("/api/v1/notes", NewNote(number, institution)).As<NoteCard>();

    public Task<T> WithNotes<T>(Func<NotesDbContext, Task<T>> work) => Api.Inside(s => work(s.GetRequiredService<NotesDbContext>()));

    public Task<T> WithPlatform<T>(Func<PlatformDbContext, Task<T>> work) => Api.Inside(s => work(s.GetRequiredService<PlatformDbContext>()));

    /// <summary>As after <see cref="Start"/>, for fixtures that share a host; the clock goes on.</summary>
    public async Task Reset()
    {
        await Sql("DELETE FROM notes_NoteLines; DELETE FROM notes_Notes; DELETE FROM notes_Notices; DELETE FROM notes_Deliveries; DELETE FROM platform_Jobs; "
            + "DELETE FROM platform_InboxEntries; DELETE FROM platform_IdempotencyKeys; " + EmptyLog);
        Switches.Before = Switches.BeforeSecond = _ => Task.CompletedTask;
        Switches.Job = (_, _, _) => Task.FromResult<object?>(null);
    }

    /// <summary>Runs one statement past everything, as somebody with the file in his hands would.</summary>
    public async Task<int> Sql(string sql)
    {
        await using var connection = new SqliteConnection(Api.ConnectionString + ";Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> Scalar(string sql)
    {
        await using var connection = new SqliteConnection(Api.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async Task<List<string>> Lines(string sql)
    {
        await using var connection = new SqliteConnection(Api.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return lines;
    }

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    /// <summary>Rows of the Registry, as bare as the other modules see them.</summary>
    private async Task AddPlaces()
    {
        if (!Api.ConnectionString.StartsWith("Data Source", StringComparison.Ordinal))
        {
            Assert.Ignore("These tests look into the SQLite file.");
        }

        // What the modules seeded is not the matter of these tests: the log starts anew.
        await Sql(EmptyLog);
        await Sql("CREATE TABLE IF NOT EXISTS registry_Institutions (Id TEXT PRIMARY KEY, TerritoryCode TEXT NOT NULL, NameKk TEXT NOT NULL, NameRu TEXT NOT NULL, "
            + "NameEn TEXT, SortName TEXT NOT NULL, SearchName TEXT NOT NULL)");
        await Sql("CREATE TABLE IF NOT EXISTS registry_TerritoryClosure (AncestorCode TEXT NOT NULL, DescendantCode TEXT NOT NULL, Depth INTEGER NOT NULL, "
            + "PRIMARY KEY (AncestorCode, DescendantCode))");
        foreach (var (up, down, depth) in new[] { (Oblast, Oblast, 0), (Oblast, North, 1), (Oblast, South, 1), (North, North, 0), (South, South, 0) })
        {
            await Insert("registry_TerritoryClosure", new() { ["AncestorCode"] = up, ["DescendantCode"] = down, ["Depth"] = depth });
        }

        foreach (var (id, territory, name) in new[] { (NorthSchool, North, "Солтүстік"), (NorthLyceum, North, "Лицей"), (SouthSchool, South, "Оңтүстік") })
        {
            await Insert("registry_Institutions", new()
            {
                ["Id"] = id.ToString().ToUpperInvariant(), ["TerritoryCode"] = territory, ["NameKk"] = name, ["NameRu"] = name,
                ["SortName"] = name, ["SearchName"] = SharedKernel.SearchText.Normalize(name),
            });
        }
    }

    /// <summary>Columns that only the Registry knows get an empty value.</summary>
    private async Task Insert(string table, Dictionary<string, object> values)
    {
        foreach (var line in await Lines($"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1 AND dflt_value IS NULL"))
        {
            var (name, type) = (line.Split('|')[0], line.Split('|')[1]);
            values.TryAdd(name, type == "INTEGER" ? 0 : "");
        }

        await Sql($"INSERT INTO {table} ({string.Join(", ", values.Keys)}) VALUES ({string.Join(", ", values.Values.Select(v => $"'{v}'"))})");
    }
}
