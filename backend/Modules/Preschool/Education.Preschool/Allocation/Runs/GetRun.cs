using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record GetRunQuery(Guid Id) : IQuery<RunRow>;

internal sealed class GetRunHandler(PreschoolDbContext db, RunView view) : IQueryHandler<GetRunQuery, RunRow>
{
    public async Task<RunRow> Handle(GetRunQuery query, CancellationToken cancellationToken) => await view.Row(
        await db.Scoped<AllocationRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken) ?? throw new NotFound("AllocationRun", query.Id),
        cancellationToken);
}

internal static class GetRunEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/allocation/runs/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetRunQuery(id), token))
        .WithName("GetAllocationRun").WithSummary("An allocation run").RequirePermission(PreschoolPermissions.Read);
}
