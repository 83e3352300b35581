using System.Text.Json;
using Education.Api.Cli;
using Education.TestKit;
using Microsoft.Data.Sqlite;

namespace Education.Api.Tests;

/// <summary>The verbs of the executable, on a database of their own.</summary>
[SqliteOnly("the file")]
[NonParallelizable]
internal sealed class CommandLineTests
{
    private string _folder = "";

    private string Database => Path.Combine(_folder, "education.db");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("education-verbs-").FullName;

    [TearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Migrate_makes_the_schema_and_nobody_who_could_sign_in()
    {
        Assert.That((await Run("migrate")).Code, Is.Zero);
        var (roles, territories) = (await Scalar("SELECT COUNT(*) FROM access_Roles"), await Scalar("SELECT COUNT(*) FROM registry_Territories"));
        Assert.That((await Run("migrate")).Code, Is.Zero, "once more changes nothing");
        Assert.That(await Scalar("SELECT COUNT(*) FROM access_Users"), Is.Zero, "there is no default account");
        Assert.That((roles, await Scalar("SELECT COUNT(*) FROM access_Roles")), Is.EqualTo((5, 5)));
        Assert.That((territories, await Scalar("SELECT COUNT(*) FROM registry_Territories")), Is.EqualTo((249, 249)));
    }

    [Test]
    public async Task Seed_demo_loads_the_department_once_and_verify_proves_it_until_a_byte_is_flipped()
    {
        Assert.That((await Run("seed-demo")).Code, Is.Zero);
        var schools = await Scalar("SELECT COUNT(*) FROM testing_SchoolResults WHERE Year = 2017");
        Assert.That((await Run("seed-demo")).Code, Is.Zero, "loading again changes nothing");
        Assert.That((schools, await Scalar("SELECT COUNT(*) FROM testing_SchoolResults WHERE Year = 2017")), Is.EqualTo((56, 56)));
        var rows = await Scalar("SELECT COUNT(*) FROM platform_AuditEntries");

        var (code, said) = await Run("verify");
        Assert.That((code, said), Is.EqualTo((0, said)));
        Assert.That(said, Does.StartWith($"The audit chain holds: {rows} rows, head ").And.Contain("Kept figures and approved reports are what they were."));

        await Scalar("UPDATE platform_AuditEntries SET Changes = CAST(substr(CAST(Changes AS BLOB), 1, 9) || x'5A' || substr(CAST(Changes AS BLOB), 11) AS TEXT) WHERE Sequence = 7; SELECT 0");
        (code, said) = await Run("verify");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(said, Does.StartWith("The audit chain is broken at row 7."));
    }

    [Test]
    public async Task Backup_and_restore_bring_back_the_moment()
    {
        await Run("migrate");
        var copy = Path.Combine(_folder, "copy.db");
        Assert.That((await Run("backup", copy)).Code, Is.Zero);
        await Scalar("DELETE FROM registry_TerritoryClosure; SELECT 0");
        Assert.That((await Run("restore", copy)).Code, Is.Zero);
        Assert.That(await Scalar("SELECT COUNT(*) FROM registry_TerritoryClosure"), Is.GreaterThan(249));
        Assert.That((await Run("verify")).Code, Is.Zero);
    }

    [Test]
    public async Task What_cannot_be_done_is_said_in_a_line_and_by_the_exit_code()
    {
        Assert.That((await Run("verify")).Code, Is.EqualTo(3), "a database without tables");
        Assert.That((await Run("verfy")).Code, Is.EqualTo(1), "a verb that does not exist is no reason to serve");
        File.Delete(Database);
        Assert.That((await Run("backup", Path.Combine(_folder, "copy.db"))).Code, Is.EqualTo(1), "nothing to copy");
        Assert.That(File.Exists(Database), Is.False, "and nothing made");
        await Run("migrate");
        await File.WriteAllTextAsync(Path.Combine(_folder, "no-backup.db"), "x");
        Assert.That((await Run("restore", Path.Combine(_folder, "no-backup.db"))).Code, Is.EqualTo(1));
        Assert.That((await Run("verify")).Code, Is.Zero, "the database is as it was");
    }

    [Test]
    public async Task Openapi_prints_the_document_and_nothing_else()
    {
        var (code, said) = await Run("openapi");
        Assert.That(code, Is.Zero);
        Assert.That(JsonDocument.Parse(said).RootElement.GetProperty("paths").EnumerateObject().Count(), Is.GreaterThan(50));
    }

    private async Task<(int Code, string Said)> Run(params string[] verb)
    {
        var (console, errors) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(TextWriter.Null);
            var code = await CommandLine.Run([.. verb, $"--Database:ConnectionString=Data Source={Database};Pooling=False", "--Logging:LogLevel:Default=None"]);
            return (code, said.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(errors);
        }
    }

    private async Task<int> Scalar(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }
}
