namespace Education.Registry;

/// <summary>The module's own embedded tables: UTF-8, one line a row, no quoting.</summary>
internal static class EmbeddedCsv
{
    /// <summary>The cells of every row but the heading.</summary>
    public static IReadOnlyList<string[]> Read(string name, char separator = ',')
    {
        using var stream = typeof(EmbeddedCsv).Assembly.GetManifestResourceStream($"Education.Registry.Data.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                rows.Add(line.Split(separator));
            }
        }

        return rows;
    }
}
