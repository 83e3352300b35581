using Education.Registry.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Education.Api.Tests.SqlServer;

/// <summary>Asks the database as the product does; it has no row, so the values that modules ship are the answer.</summary>
internal sealed class ShippedParameters(IParameters stored, IEnumerable<IParameterSource> sources) : IParameters
{
    public static void Use(IServiceCollection services)
    {
        var asked = services.Single(s => s.ServiceType == typeof(IParameters));
        services.Replace(ServiceDescriptor.Scoped<IParameters>(provider => new ShippedParameters(
            (IParameters)ActivatorUtilities.CreateInstance(provider, asked.ImplementationType!), provider.GetServices<IParameterSource>())));
    }

    public async Task<ParameterValue?> Find(string code, DateOnly on, string? territoryCode, CancellationToken cancellationToken) =>
        await stored.Find(code, on, territoryCode, cancellationToken) ?? Shipped(on).FirstOrDefault(v => v.Code == code);

    public async Task<IReadOnlyDictionary<string, ParameterValue>> FindAll(string prefix, DateOnly on, string? territoryCode, CancellationToken cancellationToken)
    {
        var found = await stored.FindAll(prefix, on, territoryCode, cancellationToken);
        return found.Count > 0 ? found : Shipped(on).Where(v => v.Code.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(v => v.Code, StringComparer.Ordinal);
    }

    private IEnumerable<ParameterValue> Shipped(DateOnly on) => sources.SelectMany(s => s.Parameters).SelectMany(p => p.Values)
        .Where(v => v.TerritoryCode is null && v.ValidFrom <= on && (v.ValidTo is null || v.ValidTo >= on));
}
