using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

internal sealed record GetImportQuery(Guid Id) : IQuery<ImportResult>;

internal sealed class GetImportHandler(ImportAccess access, ImportView view) : IQueryHandler<GetImportQuery, ImportResult>
{
    public async Task<ImportResult> Handle(GetImportQuery query, CancellationToken cancellationToken) =>
        view.Of(await access.ForReading(query.Id, cancellationToken));
}

internal static class GetImportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetImportQuery(id), token))
        .WithName("GetImport").WithSummary("One import: file, columns, outcome").RequireSignIn();
}
