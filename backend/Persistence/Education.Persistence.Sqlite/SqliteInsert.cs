using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Education.Persistence.Sqlite;

/// <summary>
/// One prepared insert, its values bound by their places as bytes. A command of ADO.NET would look every parameter up by its name and make a
/// reader with every row: more work than the insert itself. Stores what Microsoft.Data.Sqlite would.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[256];

    public SqliteInsert(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    /// <summary>Sets the value of a column, by its 0-based place.</summary>
    public void Bind(int place, object? value)
    {
        var index = place + 1;
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, index),
            string text => BindText(index, text),
            int number => raw.sqlite3_bind_int64(_statement, index, number),
            long number => raw.sqlite3_bind_int64(_statement, index, number),
            short number => raw.sqlite3_bind_int64(_statement, index, number),
            byte number => raw.sqlite3_bind_int64(_statement, index, number),
            bool flag => raw.sqlite3_bind_int64(_statement, index, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(_statement, index, number),
            Guid id => BindGuid(index, id),
            DateTime time => BindFormatted(index, time, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF"),
            DateOnly day => BindFormatted(index, day, @"yyyy\-MM\-dd"),
            decimal number => BindFormatted(index, number, "0.0###########################"),
            byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, index, 0),
            byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
            _ => throw new NotSupportedException($"{value.GetType().Name} cannot be inserted in bulk."),
        });
    }

    /// <summary>Inserts the row; what is bound stays for the next one.</summary>
    public void Execute()
    {
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int BindText(int index, string text)
    {
        if (text.Length == 0)
        {
            // No bytes at all would be taken for NULL.
            return raw.sqlite3_bind_text(_statement, index, text);
        }

        if (_text.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return raw.sqlite3_bind_text(_statement, index, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    /// <summary>As EF Core stores them: upper-case text.</summary>
    private int BindGuid(int index, Guid id)
    {
        id.TryFormat(_text, out var length);
        Ascii.ToUpperInPlace(_text.AsSpan(0, length), out length);
        return raw.sqlite3_bind_text(_statement, index, _text.AsSpan(0, length));
    }

    private int BindFormatted<T>(int index, T value, string format)
        where T : IUtf8SpanFormattable =>
        value.TryFormat(_text, out var length, format, CultureInfo.InvariantCulture)
            ? raw.sqlite3_bind_text(_statement, index, _text.AsSpan(0, length))
            : throw new InvalidOperationException($"{typeof(T).Name} has a longer text than any.");

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
