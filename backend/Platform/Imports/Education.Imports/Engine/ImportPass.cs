using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.Imports.Storage;
using Education.Registry.Contracts;

namespace Education.Imports.Engine;

/// <summary>One way through the stored file: rows are read, typed, their institutions resolved, checked by the module, and handed on in chunks.</summary>
internal sealed class ImportPass(ImportsDbContext db, IInstitutionDirectory directory, ImportsSettings settings)
{
    /// <summary>
    /// Runs the pass. <paramref name="take"/> gets every chunk after the module's check; the chunk is reused. Gives back what is left to ask.
    /// </summary>
    public async Task<InstitutionResolver> Run(
        Import import, IImportDefinition definition, Func<ImportContext, TableReader, RowChunk, Task> take, Action<int>? progress,
        CancellationToken cancellationToken)
    {
        var options = import.OptionValues;
        var context = new ImportContext(import.Id, import.FileName, options);
        var reader = new TableReader(definition, import.ColumnPlaces);
        var resolver = await InstitutionResolver.For(db, directory, import.Id, options.GetValueOrDefault("territory"), cancellationToken);
        var chunk = new RowChunk(settings.RowsPerChunk);
        var done = 0;
        await using var content = StoredFile.Open(db, import);
        using var file = FileProblem.Guard(() => TabularFile.Open(content, import.FileName, settings.Limits));
        foreach (var row in FileProblem.Rows(file.Rows(import.Sheet)))
        {
            if (row.Number <= import.HeaderRow)
            {
                continue;
            }

            done++;
            if (!reader.IsData(row))
            {
                continue;
            }

            reader.Add(chunk, row);
            if (chunk.Rows.Count == settings.RowsPerChunk)
            {
                await Flush();
            }
        }

        await Flush();
        return resolver;

        async Task Flush()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (chunk.Rows.Count == 0)
            {
                return;
            }

            await reader.Resolve(chunk, resolver, cancellationToken);
            await definition.Check(context, chunk.Rows, cancellationToken);
            RequireReasons(definition, chunk);
            await take(context, reader, chunk);
            chunk.Clear();
            progress?.Invoke((int)(100L * done / Math.Max(import.FileRows, done)));
        }
    }

    /// <summary>The counts rest on it: a row is rejected exactly when it has an error.</summary>
    private static void RequireReasons(IImportDefinition definition, RowChunk chunk)
    {
        foreach (var row in chunk.Rows)
        {
            if (row.Errors.Count > 0)
            {
                row.Outcome = ImportOutcome.Rejected;
            }
            else if (row.Outcome == ImportOutcome.Rejected)
            {
                throw new InvalidOperationException($"{definition.Key} rejected row {row.Number} without an error.");
            }
        }
    }
}
