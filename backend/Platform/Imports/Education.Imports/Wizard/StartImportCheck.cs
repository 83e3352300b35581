using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Check;
using Education.Imports.Engine;
using Education.Imports.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

internal sealed record StartImportCheckCommand(Guid Id) : ICommand<ImportResult>;

internal sealed class StartImportCheckValidator : AbstractValidator<StartImportCheckCommand>
{
    public StartImportCheckValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class StartImportCheckHandler(ImportsDbContext db, ImportAccess access, DefinitionCatalogue catalogue, JobSignal signal, ImportView view)
    : ICommandHandler<StartImportCheckCommand, ImportResult>
{
    public async Task<ImportResult> Handle(StartImportCheckCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForChange(command.Id, cancellationToken);
        catalogue.Require(import.DefinitionKey);
        import.StartCheck(db.Enqueue(CheckImportJob.JobKind, new ImportJobArgs(import.Id)).Id);
        await db.SaveChangesAsync(cancellationToken);
        signal.Raise();
        return view.Of(import);
    }
}

internal static class StartImportCheckEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{id:guid}/check", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(new StartImportCheckCommand(id), token);
            return TypedResults.Accepted($"/api/v1/jobs/{result.JobId}", result);
        })
        .WithName("StartImportCheck").WithSummary("Starts the job that reads and checks every row").RequireSignIn();
}
