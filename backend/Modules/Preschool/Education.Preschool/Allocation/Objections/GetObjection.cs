using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Objections;

internal sealed record GetObjectionQuery(Guid Id) : IQuery<GetObjectionResult>;

internal sealed record GetObjectionResult(ObjectionRow Objection, string Text, string? Answer) : IVersioned
{
    public long Version => Objection.Version;
}

internal sealed class GetObjectionHandler(PreschoolDbContext db, TimeProvider time) : IQueryHandler<GetObjectionQuery, GetObjectionResult>
{
    public async Task<GetObjectionResult> Handle(GetObjectionQuery query, CancellationToken cancellationToken)
    {
        var objections = db.Scoped<Objection>().AsNoTracking().Where(o => o.Id == query.Id);
        var row = await ListObjectionsHandler.Rows(db, objections, time.Today()).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Objection", query.Id);
        var texts = await objections.Select(o => new { o.Text, o.Answer }).SingleAsync(cancellationToken);
        return new(row, texts.Text, texts.Answer);
    }
}

internal static class GetObjectionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/allocation/objections/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetObjectionQuery(id), token))
        .WithName("GetObjection").WithSummary("An objection with its text and answer").RequirePermission(PreschoolPermissions.ReadQueue);
}
