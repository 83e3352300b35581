using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Checks.Printed;

internal sealed record GetPrintedQuery(Guid Id) : IQuery<PrintedRow>;

internal sealed class GetPrintedHandler(PlanningDbContext db) : IQueryHandler<GetPrintedQuery, PrintedRow>
{
    public async Task<PrintedRow> Handle(GetPrintedQuery query, CancellationToken cancellationToken) =>
        await ListPrintedHandler.Rows(db.Scoped<PrintedStatement>().Where(s => s.Id == query.Id)).SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFound("PrintedFigure", query.Id);
}

internal static class GetPrintedEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/printed-figures/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetPrintedQuery(id), token))
        .WithName("GetPrintedFigure").WithSummary("One printed figure").RequirePermission(PlanningPermissions.ReadReports);
}
