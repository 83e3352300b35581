using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Education.Architecture.Tests.Rules;

/// <summary>What every endpoint of the API has to say about itself.</summary>
internal static class EndpointRules
{
    public static List<string> Guarded(IEnumerable<RouteEndpoint> endpoints, IReadOnlySet<string> permissions)
    {
        var found = new List<string>();
        foreach (var endpoint in endpoints)
        {
            var required = endpoint.Metadata.GetOrderedMetadata<RequiredPermission>();
            var open = endpoint.Metadata.GetOrderedMetadata<PublicEndpoint>().Count + endpoint.Metadata.GetOrderedMetadata<SignedInEndpoint>().Count;
            if (required.Count + open != 1)
            {
                found.Add($"{NameOf(endpoint)} must have one permission, or say that it is public or for everybody signed in");
            }

            found.AddRange(required.Where(r => !permissions.Contains(r.Code)).Select(r => $"{NameOf(endpoint)}: {r.Code} is no permission of a module"));
        }

        return found;
    }

    public static IEnumerable<string> Public(IEnumerable<RouteEndpoint> endpoints) => endpoints.Where(e => e.Metadata.GetMetadata<PublicEndpoint>() is not null).Select(NameOf);

    public static List<string> Described(IReadOnlyCollection<RouteEndpoint> endpoints) =>
    [
        .. endpoints.Where(e => e.Metadata.GetMetadata<IEndpointNameMetadata>() is null).Select(e => $"{NameOf(e)} has no name"),
        .. endpoints.Where(e => e.Metadata.GetMetadata<IEndpointSummaryMetadata>() is null).Select(e => $"{NameOf(e)} has no summary"),
        .. endpoints.GroupBy(NameOf).Where(g => g.Count() > 1).Select(g => $"{g.Key} is the name of several endpoints"),
    ];

    /// <summary>A change of a record needs the version that was seen; a list refuses what it does not know.</summary>
    public static List<string> KeepTheContract(IReadOnlyCollection<RouteEndpoint> endpoints) =>
    [
        .. endpoints.Where(e => Is(e, "PUT", "PATCH", "DELETE") && e.Metadata.GetMetadata<UsesIfMatch>() is null && NameOf(e) != "SignOut").Select(e => $"{NameOf(e)} changes a record without If-Match"),
        .. endpoints.Where(e => Is(e, "GET") && TakesQuery(e) && e.Metadata.GetMetadata<QueryShape>() is null).Select(e => $"{NameOf(e)} takes a query without .AcceptsQuery"),
    ];

    /// <summary>A POST that answers 201 takes an Idempotency-Key, so that a repeated request makes nothing twice.</summary>
    public static List<string> CreateOnce(IEnumerable<RouteEndpoint> endpoints) =>
    [
        .. endpoints.Where(e => Is(e, "POST") && e.Metadata.OfType<IProducesResponseTypeMetadata>().Any(p => p.StatusCode == StatusCodes.Status201Created)
            && e.Metadata.GetMetadata<UsesIdempotencyKey>() is null).Select(e => $"{NameOf(e)} makes something new without WithIdempotency"),
    ];

    public static string NameOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText ?? "?";

    public static bool Is(RouteEndpoint endpoint, params string[] methods) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(methods.Contains) == true;

    private static bool TakesQuery(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<System.Reflection.MethodInfo>()?.GetParameters()
        .Any(p => p.IsDefined(typeof(AsParametersAttribute), false)) == true;
}
