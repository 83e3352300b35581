using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Engine;
using Education.Imports.Storage;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

internal sealed record CancelImportCommand(Guid Id, long Version) : ICommand<ImportResult>;

internal sealed class CancelImportValidator : AbstractValidator<CancelImportCommand>
{
    public CancelImportValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CancelImportHandler(ImportsDbContext db, ImportAccess access, ImportView view) : ICommandHandler<CancelImportCommand, ImportResult>
{
    public async Task<ImportResult> Handle(CancelImportCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForChange(command.Id, cancellationToken);
        import.ExpectVersion(command.Version);
        import.Cancel();
        await db.SaveChangesAsync(cancellationToken);
        return view.Of(import);
    }
}

internal static class CancelImportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/{id:guid}", (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new CancelImportCommand(id, ifMatch.Version), token))
        .WithName("CancelImport").WithSummary("Gives the import up; it stays in the list as cancelled").WithIfMatch().RequireSignIn();
}
