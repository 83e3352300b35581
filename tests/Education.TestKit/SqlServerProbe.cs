using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using NUnit.Framework;

namespace Education.TestKit;

/// <summary>
/// The SQL Server of the tests. None configured: skipped, with the reason. Configured but dead: a failure, at once (the client itself would
/// wait for its whole time-out).
/// </summary>
public static partial class SqlServerProbe
{
    /// <summary>Variable with the connection string, without a database.</summary>
    public const string Variable = "EDUCATION_TEST_SQLSERVER";

    private const int DefaultPort = 1433;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The connection string of a server that answers; skips the test when none is configured.</summary>
    public static async Task<string> Require()
    {
        var connection = Find();
        if (connection is null)
        {
            Assert.Ignore($"No SQL Server: {Variable} is not set.");
        }

        await MustAnswer(connection!);
        return connection!;
    }

    /// <summary>The configured server's connection string, or that of the container when the tests were built with one; null when there is neither.</summary>
    public static string? Find()
    {
        var connection = Environment.GetEnvironmentVariable(Variable) is { } configured && !string.IsNullOrWhiteSpace(configured) ? configured : null;
        OfContainer(ref connection);
        return connection;
    }

    /// <summary>Fails when nobody listens at the server's port.</summary>
    public static async Task MustAnswer(string connectionString)
    {
        var source = new SqlConnectionStringBuilder(connectionString).DataSource;
        var parts = (source.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? source[4..] : source).Split(',');
        var host = parts[0].Split('\\')[0] is "." or "(local)" or "" ? "localhost" : parts[0].Split('\\')[0];
        var port = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : DefaultPort;
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await client.ConnectAsync(host, port, patience.Token);
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            throw new InvalidOperationException($"{Variable} names {host}:{port}, but nobody answers there.", exception);
        }
    }

    /// <summary>Implemented in SqlServerContainer.cs, which is compiled only with <c>-p:Containers=true</c>.</summary>
    static partial void OfContainer(ref string? connectionString);
}
