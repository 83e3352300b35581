using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

internal sealed record GetGroupQuery(Guid Id) : IQuery<GroupRow>;

internal sealed class GetGroupValidator : AbstractValidator<GetGroupQuery>
{
    public GetGroupValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class GetGroupHandler(PreschoolDbContext db, GroupNorms norms) : IQueryHandler<GetGroupQuery, GroupRow>
{
    public async Task<GroupRow> Handle(GetGroupQuery query, CancellationToken cancellationToken)
    {
        var line = await db.Scoped<Group>().AsNoTracking().Where(g => g.Id == query.Id).With(db).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFound("Group", query.Id);
        return line.Row(await norms.AgeGroups(cancellationToken));
    }
}

internal static class GetGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/groups/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetGroupQuery(id), token))
        .WithName("GetGroup").WithSummary("A group with its places").RequirePermission(PreschoolPermissions.Read);
}
