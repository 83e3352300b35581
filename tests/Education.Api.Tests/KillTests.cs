using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Education.TestKit;
using Microsoft.Data.Sqlite;

namespace Education.Api.Tests;

/// <summary>A process of its own that is killed in the middle of its work, and the next one.</summary>
[SqliteOnly("the file")]
internal sealed class KillTests
{
    private const int Rows = 6_000;
    private const string Password = "жаңбырлы көктем таңы";
    private readonly List<Process> _started = [];
    private readonly CookieContainer _cookies = new();
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("education-kill-").FullName;

    [TearDown]
    public void RemoveFolder()
    {
        _started.FindAll(process => !process.HasExited).ForEach(process => process.Kill(entireProcessTree: true));
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task An_import_that_is_killed_while_it_writes_is_written_once_by_the_next_process()
    {
        await Finished("migrate");
        await Finished("create-admin", "--user", "director");
        Guid id;
        var (server, client) = await Serve();
        await SignIn(client);
        using (client)
        {
            id = await Upload(client);
            await client.PostAsJsonAsync($"/api/v1/imports/{id}/check", new { });
            Assert.That((await Until(client, id, "checked")).GetProperty("created").GetInt32(), Is.EqualTo(Rows));
            await client.PostAsJsonAsync($"/api/v1/imports/{id}/apply", new { mode = "all" });
            await Until(client, $"/api/v1/jobs?status=running", jobs => jobs.GetProperty("items").EnumerateArray().Any(j => j.GetProperty("progress").GetInt32() > 0));
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        Assert.That(await Count("registry_Institutions"), Is.Zero, "killed in the middle: all rows or none");
        Assert.That(await Count("platform_Jobs WHERE Status = 'Running'"), Is.EqualTo(1));
        (server, client) = await Serve();
        using (client)
        {
            // The session goes on: nobody has to sign in anew. The dead worker's heart must stand still for half a minute.
            var import = await Until(client, id, "applied");
            Assert.That((import.GetProperty("total").GetInt32(), import.GetProperty("created").GetInt32(), import.GetProperty("rejected").GetInt32()), Is.EqualTo((Rows, Rows, 0)));
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        Assert.That(await Count("registry_Institutions"), Is.EqualTo(Rows));
        Assert.That(await Count("platform_OutboxMessages WHERE Name = 'imports.applied.v1'"), Is.EqualTo(1));
        Assert.That(await Finished("verify"), Does.StartWith("The audit chain holds"));
    }

    private string[] Database => [$"--Database:ConnectionString=Data Source={Path.Combine(_folder, "education.db")};Pooling=False", "--Logging:LogLevel:Default=None"];

    private async Task<string> Finished(params string[] verb)
    {
        var process = Start(verb);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, verb[0] + ": " + said);
        return said;
    }

    private Process Start(params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Education.Api.dll"), .. verb, .. Database]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["EDUCATION_ADMIN_PASSWORD"] = Password;
        var process = Process.Start(start)!;
        _started.Add(process);
        return process;
    }

    private async Task<(Process Server, HttpClient Client)> Serve()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        var server = Start("serve", "--urls", url);
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = new Uri(url) };
        await Until(client, "/health/ready", _ => true);
        return (server, client);
    }

    private static async Task SignIn(HttpClient client)
    {
        using var signedIn = await client.PostAsJsonAsync("/api/v1/access/session", new { userName = "director", password = Password });
        await signedIn.MustBe(HttpStatusCode.OK);
        var session = await client.GetFromJsonAsync<JsonElement>("/api/v1/access/session");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", session.GetProperty("csrfToken").GetString());
    }

    private static async Task<Guid> Upload(HttpClient client)
    {
        var table = new StringBuilder("Наименование на казахском;Наименование на русском;Вид;Территория\n");
        for (var i = 1; i <= Rows; i++)
        {
            table.Append($"№{i} орта мектебі;Средняя школа №{i};Средняя школа;351000000\n");
        }

        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(table.ToString()));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("registry.institutions"), "definition" }, { new StringContent("{}"), "options" }, { file, "file", "schools.csv" },
        };
        return (await client.Post("/api/v1/imports", form).As<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static Task<JsonElement> Until(HttpClient client, Guid import, string status) => Until(client, $"/api/v1/imports/{import}", answer =>
    {
        Assert.That(answer.GetProperty("status").GetString(), Is.Not.EqualTo("failed"), answer.ToString());
        return answer.GetProperty("status").GetString() == status;
    });

    private static async Task<JsonElement> Until(HttpClient client, string path, Func<JsonElement, bool> condition)
    {
        var patience = Stopwatch.StartNew();
        for (; ; await Task.Delay(20))
        {
            Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromMinutes(5)), path);
            try
            {
                using var response = await client.GetAsync(path);
                var body = await response.Content.ReadAsStringAsync();
                var answer = body.StartsWith('{') ? JsonDocument.Parse(body).RootElement : default;
                if (response.IsSuccessStatusCode && condition(answer))
                {
                    return answer;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private async Task<long> Count(string what)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "education.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {what}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
