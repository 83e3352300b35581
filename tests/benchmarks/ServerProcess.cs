using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Education.Benchmarks;

/// <summary>A server in a process of its own: the product, or its bare counterpart.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    public long PeakMemory => Workshop.PeakMemory(_process);

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The product with its default settings but the rate limits, which would end the measuring.</summary>
    public static Task<ServerProcess> Product(string database) => Start(
        url => [Workshop.Api, "serve", "--urls", url, $"--Database:ConnectionString=Data Source={database}", "--RateLimits:PerUser=100000000", "--RateLimits:PerAddress=100000000"],
        "/health/ready");

    public static Task<ServerProcess> Bare(string database) =>
        Start(url => [typeof(ServerProcess).Assembly.Location, "bare-page", database, url], "/ready");

    /// <summary>Signs in; the client sends the cookie and the token for changes.</summary>
    public async Task<HttpClient> SignIn(string userName = Workshop.UserName)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromMinutes(10) };
        await client.PostAsJsonAsync("/api/v1/access/session", new { userName, password = Workshop.Password }).ThrowIfFailed();
        var session = await client.GetFromJsonAsync<JsonElement>("/api/v1/access/session");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", session.GetProperty("csrfToken").GetString());
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ServerProcess> Start(Func<string, string[]> arguments, string ready)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", arguments(url)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        // What it logs is read and dropped, as by a console that nobody looks at.
        process.OutputDataReceived += static (_, _) => { };
        var errors = new System.Text.StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, url);
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        var waiting = Stopwatch.StartNew();
        while (!await IsReady(client, ready))
        {
            if (process.HasExited || waiting.Elapsed > TimeSpan.FromSeconds(60))
            {
                await server.DisposeAsync();
                throw new InvalidOperationException($"The server did not start.\n{errors}");
            }

            await Task.Delay(10);
        }

        return server;
    }

    private static async Task<bool> IsReady(HttpClient client, string path)
    {
        try
        {
            using var response = await client.GetAsync(path);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal static class HttpChecks
{
    /// <summary>The answer, or an exception with its body.</summary>
    public static async Task<HttpResponseMessage> ThrowIfFailed(this Task<HttpResponseMessage> sent)
    {
        var response = await sent;
        return response.IsSuccessStatusCode
            ? response
            : throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} → {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }
}
