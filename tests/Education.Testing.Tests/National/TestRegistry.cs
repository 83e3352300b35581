using Education.Registry.Contracts;
using Education.TestKit;
using Education.Testing.National;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

internal sealed class TestRegistry : IParameters
{
    public static ApiHostOptions Options => new() { Services = services => services.AddScoped<IParameters, TestRegistry>() };

    public static Task Prepare(ApiHost host) => host.Inside(async services =>
    {
        await services.GetRequiredService<TestingDbContext>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
    });

    public async Task<ParameterValue?> Find(string code, DateOnly on, string? territoryCode, CancellationToken cancellationToken) =>
        (await FindAll(code, on, territoryCode, cancellationToken)).GetValueOrDefault(code);

    public Task<IReadOnlyDictionary<string, ParameterValue>> FindAll(string prefix, DateOnly on, string? territoryCode, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, ParameterValue>>(new Education.Testing.National.TestParameters().Parameters.SelectMany(p => p.Values)
            .Where(v => v.Code.StartsWith(prefix, StringComparison.Ordinal) && v.ValidFrom <= on && (v.ValidTo is null || v.ValidTo >= on)).ToDictionary(v => v.Code));
}
