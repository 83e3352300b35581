using System.Text.Json;
using Education.Api.Cli;
using Education.TestKit;

namespace Education.Access.Tests;

/// <summary>The verb <c>create-admin</c>, as the server's operator runs it.</summary>
[NonParallelizable]
public sealed class CreateAdminTests
{
    [TearDown]
    public void Forget() => Environment.SetEnvironmentVariable(CreateAdmin.Variable, null);

    [Test]
    public async Task The_first_account_is_made_with_the_password_of_the_environment()
    {
        await using var host = await AccessHost.Start();
        Environment.SetEnvironmentVariable(CreateAdmin.Variable, AccessHost.Password);
        Assert.That(await Run(host, "director"), Is.Zero);
        var session = await (await host.SignIn("director")).Get<JsonElement>(AccessHost.Session);
        Assert.That(
            session.GetProperty("user").GetProperty("permissions").EnumerateArray().Select(p => p.GetString()), Is.EquivalentTo(ApiHost.AllPermissions));
        Assert.That(await Run(host, "director"), Is.EqualTo(1), "the name is taken");
    }

    [TestCase("director", "qwerty", 1)]
    [TestCase("director", "director's own words", 1)]
    [TestCase("a b", "жаңбырлы көктем таңы", 1)]
    public async Task A_weak_password_or_a_bad_name_is_refused(string user, string password, int code)
    {
        await using var host = await AccessHost.Start();
        Environment.SetEnvironmentVariable(CreateAdmin.Variable, password);
        Assert.That(await Run(host, user), Is.EqualTo(code));
    }

    [Test]
    public async Task The_password_may_come_by_standard_input_and_must_come()
    {
        await using var host = await AccessHost.Start();
        var stdin = Console.In;
        try
        {
            Console.SetIn(new StringReader(AccessHost.Password + "\n"));
            Assume.That(Console.IsInputRedirected, "the test run has no terminal");
            Assert.That(await Run(host, "director"), Is.Zero);
            Console.SetIn(new StringReader(""));
            Assert.That(await Run(host, "director2"), Is.EqualTo(2));
        }
        finally
        {
            Console.SetIn(stdin);
        }
    }

    [Test]
    public async Task A_database_without_tables_is_said_to_be_one()
    {
        Environment.SetEnvironmentVariable(CreateAdmin.Variable, AccessHost.Password);
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "empty.db");
        Assert.That(await CommandLine.Run(["create-admin", "--user", "director", $"--Database:ConnectionString=Data Source={file};Pooling=False"]), Is.EqualTo(3));
        File.Delete(file);
    }

    private static Task<int> Run(ApiHost host, string user) =>
        CommandLine.Run(
        [
            "create-admin", "--user", user, $"--Database:ConnectionString={host.ConnectionString}",
            $"--Database:Provider={Environment.GetEnvironmentVariable("EDUCATION_TEST_PROVIDER") ?? "Sqlite"}",
        ]);
}
