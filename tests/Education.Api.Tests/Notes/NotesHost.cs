using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.Registry;
using Education.Registry.Territories;
using Education.TestKit;
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

    public Guid NorthSchool { get; private set; }

    public Guid NorthLyceum { get; private set; }

    public Guid SouthSchool { get; private set; }

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

    /// <summary>Runs statements past everything, as somebody with the database in his hands would.</summary>
    public Task<int> Sql(string sql) => Api.Sql(sql);

    public Task<object?> Scalar(string sql) => Api.Scalar(sql);

    public Task<List<string>> Lines(string sql) => Api.Lines(sql);

    public ValueTask DisposeAsync() => Api.DisposeAsync();

    private async Task AddPlaces()
    {
        await Api.Inside(async services =>
        {
            var registry = services.GetRequiredService<RegistryDbContext>();
            foreach (var (code, parent) in new[] { (Oblast, (string?)null), (North, Oblast), (South, Oblast) })
            {
                registry.Add(new Territory(code, parent, parent is null ? 1 : 2, "rayon", new(code, code), isCentre: false));
                registry.Add(new TerritoryClosure { AncestorCode = code, DescendantCode = code });
                if (parent is not null)
                {
                    registry.Add(new TerritoryClosure { AncestorCode = parent, DescendantCode = code, Depth = 1 });
                }
            }

            await registry.SaveChangesAsync();
        });
        NorthSchool = await AddSchool("Солтүстік мектебі", North);
        NorthLyceum = await AddSchool("Солтүстік лицейі", North);
        SouthSchool = await AddSchool("Оңтүстік мектебі", South);

        // What the modules seeded and these places are not the matter of these tests: the log starts anew.
        await Sql(EmptyLog);
    }

    private async Task<Guid> AddSchool(string name, string territory)
    {
        var school = new { name = new { kk = name, ru = name }, kind = "secondary-school", ownership = "state", languages = new[] { "kk" }, territoryCode = territory, isBranch = false };
        return (await Api.AsAdministrator().Post("/api/v1/registry/institutions", school).As<JsonElement>()).GetProperty("id").GetGuid();
    }
}
