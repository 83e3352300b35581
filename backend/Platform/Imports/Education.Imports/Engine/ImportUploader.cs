using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Imports.Reading;
using Education.Imports.Storage;

namespace Education.Imports.Engine;

/// <summary>Takes a received file in: read to its end first, stored only when it is a table that can be read.</summary>
internal sealed class ImportUploader(ImportsDbContext db, CurrentUser user, ImportsSettings settings)
{
    public async Task<Import> Store(
        IImportDefinition definition, IReadOnlyDictionary<string, string> options, UploadedFile upload, CancellationToken cancellationToken)
    {
        var import = Import.Upload(definition.Key, upload.Name, upload.Content.Length, upload.Sha256, user.Id, user.Context.UserName);
        await DefinitionCatalogue.CheckOptions(definition, new(import.Id, import.FileName, options), cancellationToken);
        using (var file = FileProblem.Guard(() => TabularFile.Open(upload.Content, upload.Name, settings.Limits)))
        {
            import.Recognise(options, TableRecogniser.Recognise(file, definition, options, TableChoice.None));
        }

        await db.InTransaction(
            async token =>
            {
                db.ChangeTracker.Clear();
                db.Add(import);
                await db.SaveChangesAsync(token);
                await StoredFile.Write(db, import.Id, upload.Content, token);
                return import.Id;
            },
            cancellationToken);
        return import;
    }
}
