using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Education.Benchmarks;

/// <summary>
/// What the page of institutions costs at least: a minimal API with hand-written ADO.NET, the same scope filter, order and JSON, but no
/// sign-in, rights, validation, limits, languages or logging.
/// </summary>
internal static class BarePage
{
    private const string Filter =
        " FROM registry_Institutions i WHERE i.TerritoryCode IN (SELECT c.DescendantCode FROM registry_TerritoryClosure c WHERE c.AncestorCode = $root) AND i.Status <> 'Merged'";

    private const string Page =
        "SELECT i.Id, i.Bin, i.NameKk, i.NameRu, i.NameEn, i.KindCode, i.Ownership, i.Languages, i.TerritoryCode, t.NameKk, t.NameRu, t.NameEn, i.ParentId, "
        + "i.Status, i.OpenedOn, i.ClosedOn, i.Version FROM registry_Institutions i JOIN registry_Territories t ON t.Code = i.TerritoryCode "
        + "WHERE i.TerritoryCode IN (SELECT c.DescendantCode FROM registry_TerritoryClosure c WHERE c.AncestorCode = $root) AND i.Status <> 'Merged' "
        + "ORDER BY i.SortName, i.Id LIMIT $size OFFSET $skip";

    private static readonly string[] LanguageCodes = ["kk", "ru", "en", "uz", "ug", "tg"];

    public static async Task Serve(string database, string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var connectionString = $"Data Source={database};Mode=ReadWrite";
        app.MapGet("/ready", () => "ready");
        app.MapGet("/institutions", (int page, int pageSize) => Read(connectionString, page, pageSize));
        PositionBenchmark.Map(app, connectionString);
        app.Urls.Add(url);
        await app.RunAsync();
    }

    private static IResult Read(string connectionString, int page, int size)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*)" + Filter;
        count.Parameters.AddWithValue("$root", PageBenchmark.Oblast);
        var total = (int)(long)count.ExecuteScalar()!;
        using var command = connection.CreateCommand();
        command.CommandText = Page;
        command.Parameters.AddWithValue("$root", PageBenchmark.Oblast);
        command.Parameters.AddWithValue("$size", size);
        command.Parameters.AddWithValue("$skip", (page - 1) * size);
        using var reader = command.ExecuteReader();
        var items = new List<Row>(size);
        while (reader.Read())
        {
            var languages = reader.GetInt32(7);
            items.Add(new(
                reader.GetGuid(0), Text(reader, 1), new(reader.GetString(2), reader.GetString(3), Text(reader, 4)), reader.GetString(5),
                reader.GetString(6).ToLowerInvariant(), [.. LanguageCodes.Where((_, bit) => (languages & (1 << bit)) != 0)], reader.GetString(8),
                new(reader.GetString(9), reader.GetString(10), Text(reader, 11)), reader.IsDBNull(12) ? null : reader.GetGuid(12),
                reader.GetString(13).ToLowerInvariant(), Text(reader, 14), Text(reader, 15), reader.GetInt64(16)));
        }

        return Results.Json(new { items, page, pageSize = size, total });
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private sealed record Row(
        Guid Id, string? Bin, Name Name, string Kind, string Ownership, string[] Languages, string TerritoryCode, Name TerritoryName, Guid? ParentId,
        string Status, string? OpenedOn, string? ClosedOn, long Version);

    private sealed record Name(string Kk, string Ru, string? En);
}
