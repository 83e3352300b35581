using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.TestKit;
using Education.Testing.National;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

internal sealed class TestRegistry : IInstitutionDirectory, ITerritoryDirectory, IParameters
{
    private static readonly Dictionary<string, (string? Parent, int Level)> Tree = new()
    {
        ["000000000"] = (null, 0), [NationalHost.Oblast] = ("000000000", 1), [NationalHost.Karaganda] = (NationalHost.Oblast, 2), [NationalHost.Temirtau] = (NationalHost.Oblast, 2),
    };

    private readonly TestingDbContext _db;

    public TestRegistry(TestingDbContext db) => _db = db;

    public static ApiHostOptions Options => new()
    {
        Services = services =>
        {
            services.AddScoped<IInstitutionDirectory, TestRegistry>();
            services.AddScoped<ITerritoryDirectory, TestRegistry>();
            services.AddScoped<IParameters, TestRegistry>();
        },
    };

    public static Task Prepare(ApiHost host) => host.Inside(async services =>
    {
        var db = services.GetRequiredService<TestingDbContext>();
        await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE registry_Institutions (Id TEXT PRIMARY KEY, TerritoryCode TEXT, NameKk TEXT, NameRu TEXT, NameEn TEXT, SortName TEXT, SearchName TEXT);"
            + "CREATE TABLE registry_TerritoryClosure (AncestorCode TEXT, DescendantCode TEXT, Depth INT);");
        foreach (var code in Tree.Keys)
        {
            var depth = 0;
            for (var above = code; above is not null; above = Tree[above].Parent)
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO registry_TerritoryClosure VALUES ({above}, {code}, {depth++})");
            }
        }
    });

    public static Task<Guid> AddSchool(ApiHost host, string name, string territory) => host.Inside(async services =>
    {
        var id = SequentialGuid.Next();
        await services.GetRequiredService<TestingDbContext>().Database.ExecuteSqlAsync(
            $"INSERT INTO registry_Institutions VALUES ({id}, {territory}, {name}, {name}, {name}, {SearchText.SortKey(name)}, {SearchText.Normalize(name)})");
        return id;
    });

    public async Task<IReadOnlyDictionary<Guid, InstitutionInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await _db.Scoped<InstitutionRef>().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => new InstitutionInfo(i.Id, i.Name, i.TerritoryCode, "school", false), cancellationToken);

    public async Task<IReadOnlyList<InstitutionMatch>> Match(IReadOnlyCollection<string> names, string? territoryCode, CancellationToken cancellationToken)
    {
        var all = await _db.Scoped<InstitutionRef>().ToListAsync(cancellationToken);
        return [.. names.Select(n => all.Find(i => i.Name.Ru == n) is { } found
            ? new InstitutionMatch(n, MatchKind.Exact, [new(found.Id, found.Name, found.TerritoryCode, "school", false)]) : new(n, MatchKind.None, []))];
    }

    public Task Remember(string text, Guid institutionId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<string, TerritoryInfo>> Find(IReadOnlyCollection<string> codes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, TerritoryInfo>>(codes.Where(Tree.ContainsKey).Distinct().ToDictionary(c => c, Info));

    public Task<IReadOnlyList<TerritoryInfo>> Ancestors(string code, CancellationToken cancellationToken)
    {
        var chain = new List<TerritoryInfo>();
        for (string? above = code; above is not null; above = Tree[above].Parent)
        {
            chain.Add(Info(above));
        }

        return Task.FromResult<IReadOnlyList<TerritoryInfo>>(chain);
    }

    public async Task<ParameterValue?> Find(string code, DateOnly on, string? territoryCode, CancellationToken cancellationToken) =>
        (await FindAll(code, on, territoryCode, cancellationToken)).GetValueOrDefault(code);

    public Task<IReadOnlyDictionary<string, ParameterValue>> FindAll(string prefix, DateOnly on, string? territoryCode, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, ParameterValue>>(new Education.Testing.National.TestParameters().Parameters.SelectMany(p => p.Values)
            .Where(v => v.Code.StartsWith(prefix, StringComparison.Ordinal) && v.ValidFrom <= on && (v.ValidTo is null || v.ValidTo >= on)).ToDictionary(v => v.Code));

    private static TerritoryInfo Info(string code) => new(code, Tree[code].Parent, Tree[code].Level, "x", new(code, code));
}
