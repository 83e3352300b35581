using System.Globalization;
using System.Security.Cryptography;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports.Apply;

internal sealed class ImportSources(ImportsDbContext db, ImportsSettings settings, IServiceScopeFactory scopes) : IImportSources
{
    private const int MostReported = 20;

    public async Task<IReadOnlyDictionary<Guid, ImportSource>> Find(IReadOnlyCollection<Guid> importIds, CancellationToken cancellationToken)
    {
        var found = await db.Imports.AsNoTracking().Where(i => importIds.Contains(i.Id))
            .Select(i => new { i.Id, i.FileName, i.Sha256, i.AppliedAt, i.ModifiedAt, i.OwnerName }).ToListAsync(cancellationToken);
        return found.ToDictionary(i => i.Id, i => new ImportSource(i.Id, i.FileName, i.Sha256, i.AppliedAt ?? i.ModifiedAt, i.OwnerName));
    }

    public async Task<Guid> ImportNow(
        string definitionKey, string fileName, Stream content, IReadOnlyDictionary<string, string> options, CancellationToken cancellationToken)
    {
        await using var copy = settings.NewTempFile();
        await content.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellationToken));
        var chosen = StoredJson.Write(options);
        var known = await db.Imports.AsNoTracking()
            .Where(i => i.DefinitionKey == definitionKey && i.Sha256 == sha && i.Options == chosen && i.OwnerId == Guid.Empty && i.Status == ImportStatus.Applied)
            .Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellationToken);
        return known ?? await Run(definitionKey, new(fileName, copy, sha), options, cancellationToken);
    }

    /// <summary>In a scope of its own: the caller's unsaved work has no part in it.</summary>
    private async Task<Guid> Run(string definitionKey, UploadedFile file, IReadOnlyDictionary<string, string> options, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUser>().Become(UserContext.System);
        var definition = services.GetRequiredService<DefinitionCatalogue>().Require(definitionKey);
        var own = services.GetRequiredService<ImportsDbContext>();
        var import = await services.GetRequiredService<ImportUploader>().Store(definition, options, file, cancellationToken);
        if (import.Status != ImportStatus.Recognised)
        {
            throw new InvalidOperationException($"{file.Name} lacks columns of {definitionKey}.");
        }

        var report = new CheckReport(import.Id, MostReported);
        await services.GetRequiredService<ImportPass>().Run(
            import,
            definition,
            (_, reader, chunk) =>
            {
                report.Take(reader, chunk);
                return Task.CompletedTask;
            },
            null,
            cancellationToken);
        if (report.ErrorCount > 0)
        {
            import.Fail("imports.has-errors", ErrorArgs.Write([report.Counts.Rejected]));
            await own.SaveChangesAsync(cancellationToken);
            throw new InvalidOperationException(
                $"{file.Name} has {report.ErrorCount.ToString(CultureInfo.InvariantCulture)} errors: "
                + string.Join(", ", report.Errors.Select(e => $"row {e.Row} {e.Column} {e.Code}")));
        }

        import.StartNow(report.Counts);
        await own.SaveChangesAsync(cancellationToken);
        await services.GetRequiredService<ImportWriter>().Write(import, definition, null, cancellationToken);
        return import.Id;
    }
}
