using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Engine;
using Education.Imports.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Results;

internal sealed record DownloadOriginalCommand(Guid Id) : ICommand<FileContent>;

/// <summary>A file on its way to the reader.</summary>
internal sealed record FileContent(Stream Content, string Name, string ContentType);

internal sealed class DownloadOriginalValidator : AbstractValidator<DownloadOriginalCommand>
{
    public DownloadOriginalValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DownloadOriginalHandler(ImportsDbContext db, ImportAccess access) : ICommandHandler<DownloadOriginalCommand, FileContent>
{
    public async Task<FileContent> Handle(DownloadOriginalCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForReading(command.Id, cancellationToken);
        db.Record(nameof(Import), import.Id, "original-downloaded");
        await db.SaveChangesAsync(cancellationToken);
        return new(StoredFile.Open(db, import), import.FileName, "application/octet-stream");
    }
}

internal static class DownloadOriginalEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{id:guid}/original", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
        {
            var file = await dispatcher.Send(new DownloadOriginalCommand(id), token);
            return TypedResults.Stream(file.Content, file.ContentType, file.Name);
        })
        .WithName("DownloadOriginal").WithSummary("The uploaded file as it was; every download is in the audit log")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").RequirePermission(ImportsPermissions.Download);
}
