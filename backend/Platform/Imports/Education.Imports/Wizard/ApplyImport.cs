using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Apply;
using Education.Imports.Check;
using Education.Imports.Engine;
using Education.Imports.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

/// <param name="Mode"><c>all</c>: every row, refused when one has an error; <c>good</c>: the rows without errors.</param>
internal sealed record ApplyImportBody(ImportMode Mode);

internal sealed record ApplyImportCommand(Guid Id, ImportMode Mode) : ICommand<ImportResult>;

internal sealed class ApplyImportValidator : AbstractValidator<ApplyImportCommand>
{
    public ApplyImportValidator() => RuleFor(c => c.Mode).IsInEnum();
}

internal sealed class ApplyImportHandler(ImportsDbContext db, ImportAccess access, DefinitionCatalogue catalogue, JobSignal signal, ImportView view)
    : ICommandHandler<ApplyImportCommand, ImportResult>
{
    public async Task<ImportResult> Handle(ApplyImportCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForChange(command.Id, cancellationToken);
        catalogue.Require(import.DefinitionKey);
        import.StartApply(command.Mode, db.Enqueue(ApplyImportJob.JobKind, new ImportJobArgs(import.Id)).Id);
        await db.SaveChangesAsync(cancellationToken);
        signal.Raise();
        return view.Of(import);
    }
}

internal static class ApplyImportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{id:guid}/apply", async (Guid id, ApplyImportBody body, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(new ApplyImportCommand(id, body.Mode), token);
            return TypedResults.Accepted($"/api/v1/jobs/{result.JobId}", result);
        })
        .WithName("ApplyImport").WithSummary("Starts the job that writes all rows, or the good ones, in one transaction").RequireSignIn();
}
