using Education.Api;
using Education.BuildingBlocks.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Education.TestKit;

/// <summary>
/// A database per host: on SQLite a copy of a template that is migrated once a run, on SQL Server (when <c>EDUCATION_TEST_SQLSERVER</c>
/// holds a connection string and <c>EDUCATION_TEST_PROVIDER=SqlServer</c>) a database of its own.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly bool _owner;

    private TestDatabase(string provider, string connectionString, string? file, bool owner)
    {
        Provider = provider;
        ConnectionString = connectionString;
        File = file;
        _owner = owner;
    }

    public string Provider { get; }

    public string ConnectionString { get; }

    private string? File { get; }

    public static async Task<TestDatabase> Create()
    {
        if (Environment.GetEnvironmentVariable("EDUCATION_TEST_PROVIDER") == "SqlServer")
        {
            return await CreateOnSqlServer();
        }

        var file = NewFile();
        System.IO.File.Copy(await Template.Value, file);
        return new("Sqlite", $"Data Source={file}", file, owner: true);
    }

    public TestDatabase Share() => new(Provider, ConnectionString, File, owner: false);

    public ValueTask DisposeAsync()
    {
        if (_owner && File is not null)
        {
            SqliteConnection.ClearAllPools();
            foreach (var path in new[] { File, File + "-wal", File + "-shm" })
            {
                System.IO.File.Delete(path);
            }
        }

        return ValueTask.CompletedTask;
    }

    private static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("education-test-").FullName, "education.db");

    private static async Task<string> MakeTemplate()
    {
        var file = NewFile();
        await Migrate("Sqlite", $"Data Source={file}");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            // The copy must not need the log beside the file.
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return file;
    }

    private static async Task<TestDatabase> CreateOnSqlServer()
    {
        var server = Environment.GetEnvironmentVariable(SqlServerProbe.Variable)
            ?? throw new InvalidOperationException($"EDUCATION_TEST_PROVIDER=SqlServer needs {SqlServerProbe.Variable}.");
        await SqlServerProbe.MustAnswer(server);
        var connection = $"{server.TrimEnd(';')};Database=education_test_{SharedKernel.SequentialGuid.Next():N}";
        await Migrate("SqlServer", connection);
        return new("SqlServer", connection, null, owner: true);
    }

    private static async Task Migrate(string provider, string connectionString)
    {
        await using WebApplication app = AppBuilder.Build(
            [$"--Database:Provider={provider}", $"--Database:ConnectionString={connectionString}", "--Logging:LogLevel:Default=Warning"], runWorkers: false);
        await Database.Migrate(app.Services, CancellationToken.None);
        if (provider == "Sqlite")
        {
            SqliteConnection.ClearAllPools();
        }
    }
}
