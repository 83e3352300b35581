using System.Diagnostics;
using Education.Access;
using Education.Access.Roles;
using Education.Access.Users;
using Education.Api;
using Education.BuildingBlocks.Security;
using Education.Registry;
using Education.Registry.Institutions;
using Education.SharedKernel;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Benchmarks;

/// <summary>A folder that disappears, with a migrated database, institutions and one user in it.</summary>
internal sealed class Workshop : IDisposable
{
    public const string UserName = "bench";
    public const string Password = "Olsheu.Birlik.2026";

    private readonly string _folder = Directory.CreateTempSubdirectory("education-bench-").FullName;

    public string Database => File("education.db");

    public static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    /// <summary>The product as built beside this program.</summary>
    public static string Api
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!System.IO.File.Exists(Path.Combine(root.FullName, "Education.sln")))
            {
                root = root.Parent ?? throw new InvalidOperationException("Run it from the repository.");
            }

            return Path.Combine(root.FullName, "backend", "Education.Api", "bin", Configuration, "net10.0", "Education.Api.dll");
        }
    }

    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Migrates, then lets <paramref name="seed"/> fill in; leaves one file without a log beside it.</summary>
    public async Task Prepare(Func<IServiceProvider, Task> seed)
    {
        await using (var app = AppBuilder.Build([$"--Database:ConnectionString=Data Source={Database}", "--Logging:LogLevel:Default=Warning"], runWorkers: false))
        {
            await Education.Api.Database.Migrate(app.Services, CancellationToken.None);
            await using var scope = Education.Api.Database.SystemScope(app.Services);
            await seed(scope.ServiceProvider);
        }

        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
    }

    public string Copy(string name)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            System.IO.File.Delete(File(name) + suffix);
        }

        System.IO.File.Copy(Database, File(name));
        return File(name);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public static async Task AddUser(IServiceProvider services, DataScope scope, string userName = UserName)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        var user = new User(userName, "Өлшеу Бірлік", Language.Ru, services.GetRequiredService<Passwords>().Hash(Password));
        user.Grant([Role.Administrator], scope);
        db.Add(user);
        await db.SaveChangesAsync();
    }

    /// <summary>«Средняя школа №1», «№2»… in the territories by turns.</summary>
    public static async Task<IReadOnlyList<Guid>> AddSchools(IServiceProvider services, int count, IReadOnlyList<string> territories)
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        var ids = new List<Guid>(count);
        for (var n = 1; n <= count; n++)
        {
            var name = new LocalizedText($"№{n} жалпы білім беретін мектеп", $"Средняя школа №{n}", $"School No. {n}");
            var passport = new InstitutionPassport(null, name, "secondary-school", Ownership.State, null, InstructionLanguages.Kk, null, false, null);
            var school = new Institution(passport, territories[n % territories.Count], null, null);
            ids.Add(school.Id);
            db.Add(school);
            if (n % 500 == 0 || n == count)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        return ids;
    }

    /// <summary>Peak resident memory of a process, bytes.</summary>
    public static long PeakMemory(Process process)
    {
        var status = $"/proc/{process.Id}/status";
        if (!System.IO.File.Exists(status))
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }

        var line = System.IO.File.ReadLines(status).First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }
}
