using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Reading;
using Education.Imports.Storage;
using Education.Imports.Writing;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Results;

internal sealed record DownloadAnnotatedCommand(Guid Id) : ICommand<FileContent>;

internal sealed class DownloadAnnotatedValidator : AbstractValidator<DownloadAnnotatedCommand>
{
    public DownloadAnnotatedValidator() => RuleFor(c => c.Id).NotEmpty();
}

/// <summary>The owner gets back what he sent, with the errors beside it; nobody else does without the permission for originals.</summary>
internal sealed class DownloadAnnotatedHandler(ImportsDbContext db, ImportAccess access, ImportsSettings settings, Texts texts, CurrentUser user)
    : ICommandHandler<DownloadAnnotatedCommand, FileContent>
{
    public async Task<FileContent> Handle(DownloadAnnotatedCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForReading(command.Id, cancellationToken);
        if (import.OwnerId != user.Id && !user.Has(ImportsPermissions.Download))
        {
            throw new BuildingBlocks.Web.Problem(403, "forbidden");
        }

        var stored = await db.RowErrors.AsNoTracking().Where(e => e.ImportId == import.Id).OrderBy(e => e.Row).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        db.Record(nameof(Import), import.Id, "annotated-downloaded");
        await db.SaveChangesAsync(cancellationToken);
        var errors = stored.ConvertAll(e => new AnnotatedError(
            e.Row, e.Letter.Length == 0 ? null : ColumnName.Parse(e.Letter), e.Value, e.Code, texts.Get(e.Code, user.Language, ErrorArgs.Read(e.Args))));
        var output = settings.NewTempFile();
        try
        {
            Write(import, errors, output);
            output.Position = 0;
            return new(output, Path.ChangeExtension(import.FileName, null) + ".errors.xlsx", XlsxTable.MediaType);
        }
        catch
        {
            await output.DisposeAsync();
            throw;
        }
    }

    private void Write(Import import, List<AnnotatedError> errors, Stream output)
    {
        string Label(string name) => texts.Get("imports.annotated-" + name, user.Language);
        using var content = StoredFile.Open(db, import);
        using var file = FileProblem.Guard(() => TabularFile.Open(content, import.FileName, settings.Limits));
        AnnotatedXlsx.Write(
            output, StoredJson.Read<string[]>(import.Sheets)[import.Sheet], FileProblem.Rows(file.Rows(import.Sheet)),
            (import.HeaderFirstRow, import.HeaderRow), errors,
            new(Label("errors"), Label("row"), Label("column"), Label("value"), Label("code"), Label("text")));
    }
}

internal static class DownloadAnnotatedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{id:guid}/annotated", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
        {
            var file = await dispatcher.Send(new DownloadAnnotatedCommand(id), token);
            return TypedResults.Stream(file.Content, file.ContentType, file.Name);
        })
        .WithName("DownloadAnnotated").WithSummary("The table as it was sent, as XLSX, with the errors of the last check beside it")
        .Produces(StatusCodes.Status200OK, contentType: XlsxTable.MediaType).RequireSignIn();
}
