using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.TestKit;

/// <summary>
/// Statements past the product, as somebody with the database in his hands would run them. Tables are written <c>module_Table</c>, as SQLite
/// has them; on SQL Server they become <c>[module].[Table]</c>.
/// </summary>
public static partial class RawSql
{
    /// <summary>Runs statements that change something; the number of rows.</summary>
    public static Task<int> Sql(this ApiHost host, string sql) => host.Run(sql, command => command.ExecuteNonQueryAsync());

    /// <summary>The first value; whole numbers are <see cref="long"/> on both databases.</summary>
    public static Task<object?> Scalar(this ApiHost host, string sql) => host.Run(
        sql, async command => await command.ExecuteScalarAsync() is var value && value is int number ? (long)number : value);

    /// <summary>Rows as text, columns separated by bars, in the same form on both databases.</summary>
    public static Task<List<string>> Lines(this ApiHost host, string sql) => host.Read(sql, row => string.Join('|', Fields(row).Select(f => f.Text)));

    /// <summary>Rows by column: the text of the value and the type in which the database gave it.</summary>
    public static Task<List<SortedDictionary<string, string>>> Rows(this ApiHost host, string sql) => host.Read(
        sql, row => new SortedDictionary<string, string>(Fields(row).ToDictionary(f => f.Name, f => $"{f.Text} ({f.Type})"), StringComparer.Ordinal));

    private static Task<List<T>> Read<T>(this ApiHost host, string sql, Func<DbDataReader, T> row) => host.Run(sql, async command =>
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(row(reader));
        }

        return rows;
    });

    private static IEnumerable<(string Name, string Text, string Type)> Fields(DbDataReader row) => Enumerable.Range(0, row.FieldCount).Select(i =>
    {
        var value = row.GetValue(i);
        var text = value switch
        {
            Guid id => id.ToString().ToUpperInvariant(),
            bool flag => flag ? "1" : "0",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return (row.GetName(i), text, value.GetType().Name);
    });

    private static Task<T> Run<T>(this ApiHost host, string sql, Func<DbCommand, Task<T>> work) => host.Inside(async services =>
    {
        var database = services.GetRequiredService<PlatformDbContext>().Database;
        var connection = database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = database.IsSqlite() ? sql : Binary().Replace(Table().Replace(sql, "[$1].[$2]"), "0x$1");
        return await work(command);
    });

    [GeneratedRegex(@"\b([a-z]+)_([A-Z]\w+)\b")]
    private static partial Regex Table();

    [GeneratedRegex("x'([0-9a-f]*)'")]
    private static partial Regex Binary();
}
