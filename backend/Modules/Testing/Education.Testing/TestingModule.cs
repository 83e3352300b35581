using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Planning.Contracts;
using Education.Registry.Contracts;
using Education.Testing.National;
using Education.Testing.National.Imports;
using Education.Testing.National.Participants;
using Education.Testing.National.Sessions;
using Education.Testing.National.Indicators;
using Education.Testing.National.Views;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing;

/// <summary>Ұлттық бірыңғай тестілеу / единое национальное тестирование. Not software tests.</summary>
public sealed class TestingModule : Module
{
    /// <inheritdoc/>
    public override string Name => "testing";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["registry", "imports", "planning"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => [TestingPermissions.Read, TestingPermissions.ReadParticipants, TestingPermissions.Write];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        // Results of single people are for those who answer for the test, not for every reader.
        [TestingPermissions.ReadParticipants] = ["specialist"],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<TestingDbContext>(Name);
        services.AddSingleton<IParameterSource, TestParameters>();
        services.AddScoped<IImportDefinition, SchoolTableImport>();
        services.AddScoped<IImportDefinition, SubjectTableImport>();
        services.AddScoped<IImportDefinition, TerritoryTableImport>();
        services.AddScoped<IImportDefinition, ParticipantImport>();
        services.AddScoped<Publication>();
        services.AddScoped<NationalFacts>();
        services.AddScoped<IIndicatorSource>(provider => provider.GetRequiredService<NationalFacts>());
        services.AddScoped<IIndicatorTrace, NationalTrace>();
    }

    /// <inheritdoc/>
    public override Task SeedDemo(IServiceProvider services, CancellationToken cancellationToken) => DemoData.Load(services, cancellationToken);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListSchoolResultsEndpoint.Map(routes);
        GetNationalSummaryEndpoint.Map(routes);
        GetNationalTerritoryEndpoint.Map(routes);
        ListSubjectResultsEndpoint.Map(routes);
        ListParticipantsEndpoint.Map(routes);
        GetScoreDistributionEndpoint.Map(routes);
        ListTestSessionsEndpoint.Map(routes);
        GetTestSessionEndpoint.Map(routes);
        CreateTestSessionEndpoint.Map(routes);
        UpdateTestSessionEndpoint.Map(routes);
        DeleteTestSessionEndpoint.Map(routes);
    }
}

internal sealed class TestingDbContext(DbContextOptions<TestingDbContext> options, ModuleDbServices services) : ModuleDbContext(options, services)
{
    public override string ModuleName => "testing";

    // Past the reader's scope, for sums only: a territory's total is public, the rows of a school are read through Scoped.
    public IQueryable<SchoolResult> ForAggregates => Set<SchoolResult>().AsNoTracking();

    public IQueryable<SubjectResult> SubjectsForAggregates => Set<SubjectResult>().AsNoTracking();

    public IQueryable<TerritoryResult> TerritoriesForAggregates => Set<TerritoryResult>().AsNoTracking();

    public IQueryable<ParticipantResult> ParticipantsForAggregates => Set<ParticipantResult>().AsNoTracking();

    public DbSet<TestSession> Sessions => Set<TestSession>();

    protected override void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration(new SchoolResultMapping());
        model.ApplyConfiguration(new SubjectResultMapping());
        model.ApplyConfiguration(new TerritoryResultMapping());
        model.ApplyConfiguration(new ParticipantResultMapping());
        model.ApplyConfiguration<TestSession>(new TestSessionMapping());
        model.ApplyConfiguration<SessionPoints>(new TestSessionMapping());
    }
}
