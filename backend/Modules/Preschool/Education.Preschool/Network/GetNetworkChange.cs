using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

internal sealed record GetNetworkChangeQuery(Guid Id) : IQuery<NetworkChangeRow>;

internal sealed class GetNetworkChangeValidator : AbstractValidator<GetNetworkChangeQuery>
{
    public GetNetworkChangeValidator() => RuleFor(q => q.Id).NotEmpty();
}

internal sealed class GetNetworkChangeHandler(PreschoolDbContext db) : IQueryHandler<GetNetworkChangeQuery, NetworkChangeRow>
{
    public async Task<NetworkChangeRow> Handle(GetNetworkChangeQuery query, CancellationToken cancellationToken) =>
        NetworkChangeRow.Of(await db.VisibleChanges().SingleOrDefaultAsync(c => c.Id == query.Id, cancellationToken)
            ?? throw new NotFound("NetworkChange", query.Id));
}

internal static class GetNetworkChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/network-changes/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetNetworkChangeQuery(id), token))
        .WithName("GetNetworkChange").WithSummary("A change of the network").RequirePermission(PreschoolPermissions.Read);
}
