using AutoMapper;
using AutoMapper.QueryableExtensions;
using Education.Access.Users;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Clients;

internal sealed record ListClientsQuery : ListQuery, IQuery<PagedResult<ClientRow>>
{
    public bool? IsRevoked { get; init; }
}

internal sealed class ClientRow
{
    /// <summary>Also the <c>client_id</c>.</summary>
    public Guid Id { get; init; }

    public long Version { get; init; }

    public string Name { get; init; } = "";

    public bool IsRevoked { get; init; }

    public DateTime? SecretIssuedAt { get; init; }

    public List<string> Permissions { get; init; } = [];

    public bool SeesEverything { get; init; }

    public string? TerritoryCode { get; init; }

    public string? TerritoryName { get; set; }

    public int InstitutionCount { get; init; }
}

internal sealed class ListClientsMapping : Profile
{
    public ListClientsMapping() =>
        CreateMap<MachineClient, ClientRow>()
            .ForMember(r => r.TerritoryName, o => o.Ignore()).ForMember(r => r.InstitutionCount, o => o.MapFrom(c => c.InstitutionIds.Count));
}

internal sealed record GetClientQuery(Guid Id) : IQuery<GetClientResult>;

internal sealed record GetClientResult(
    Guid Id, long Version, string Name, bool IsRevoked, DateTime? SecretIssuedAt, IReadOnlyList<string> Permissions, ScopeResult Scope) : IVersioned;

internal sealed class ListClientsHandler(AccessDbContext db, RightsGuard guard, ScopeNames names, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListClientsQuery, PagedResult<ClientRow>>, IQueryHandler<GetClientQuery, GetClientResult>
{
    private static readonly SortMap<MachineClient> Sorts = new SortMap<MachineClient>(c => c.Id)
        .By("name", c => c.SortName).By("secretIssuedAt", c => c.SecretIssuedAt);

    public async Task<PagedResult<ClientRow>> Handle(ListClientsQuery query, CancellationToken cancellationToken)
    {
        var clients = guard.Visible(db.Clients.AsNoTracking());
        clients = query.IsRevoked is { } revoked ? clients.Where(c => c.IsRevoked == revoked) : clients;
        if (SearchText.Normalize(query.Q) is { Length: > 0 } text)
        {
            clients = clients.Where(c => c.SearchName.Contains(text));
        }

        var page = await clients.ToPage(query, Sorts, "name", rows => rows.ProjectTo<ClientRow>(mapper), cancellationToken);
        var territories = await names.OfTerritories(page.Items.Select(c => c.TerritoryCode), cancellationToken);
        foreach (var row in page.Items.Where(c => c.TerritoryCode is not null))
        {
            row.TerritoryName = territories.GetValueOrDefault(row.TerritoryCode!);
        }

        return page;
    }

    public async Task<GetClientResult> Handle(GetClientQuery query, CancellationToken cancellationToken)
    {
        var client = await guard.Visible(db.Clients.AsNoTracking()).SingleOrDefaultAsync(c => c.Id == query.Id, cancellationToken)
            ?? throw new NotFound(nameof(MachineClient), query.Id);
        return new(
            client.Id, client.Version, client.Name, client.IsRevoked, client.SecretIssuedAt, client.Permissions, await names.Of(client, cancellationToken));
    }
}

internal static class ListClientsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList("/clients", ([AsParameters] ListClientsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
            .WithName("ListClients").WithSummary("Machine clients within the reader's scope")
            .AcceptsQuery<ListClientsQuery>().RequirePermission(AccessPermissions.ReadClients);
        routes.MapGet("/clients/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetClientQuery(id), token))
            .WithName("GetClient").WithSummary("One machine client; never its secret").RequirePermission(AccessPermissions.ReadClients);
    }
}
