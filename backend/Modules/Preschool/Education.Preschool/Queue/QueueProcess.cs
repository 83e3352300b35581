using Education.BuildingBlocks.Modules;
using Education.Registry.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Queue;

/// <summary>What the process «queue» brings to the module.</summary>
internal static class QueueProcess
{
    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IParameterSource, QueueParameters>();
        services.AddSingleton<QueueRulesVersions>();
        services.AddSingleton<QueueBoards>();
        services.AddScoped<QueueRulesBook>();
        services.AddScoped<QueueLog>();
        services.AddScoped<QueueDesk>();
        services.AddScoped<QueueNames>();
        services.AddScoped<PersonHints>();
        services.AddScoped<QueueExplainer>();
        services.AddScoped<QueueVisits>();
        services.AddScoped<QueueTerms>();
        services.AddScoped<QueueRoots>();
        services.AddScoped<QueueVerification>();
        services.AddJob<RefreshQueueJob>(RefreshQueueJob.Name);
        services.AddSingleton<QueueClock>();

        // Off where time stands still: in tests.
        if (configuration.GetValue("Workers:Enabled", true))
        {
            services.AddHostedService(provider => provider.GetRequiredService<QueueClock>());
        }
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration<QueueApplication>(new QueueApplicationMapping());
        model.ApplyConfiguration<QueueWish>(new QueueApplicationMapping());
        model.ApplyConfiguration<QueueEvent>(new QueueEventMapping());
        model.ApplyConfiguration<QueueHead>(new QueueEventMapping());
        model.ApplyConfiguration(new QueueRulesVersionMapping());
        model.ApplyConfiguration(new BenefitMapping());
        model.ApplyConfiguration(new ApplicationBenefitMapping());
        model.ApplyConfiguration(new QueueRootMapping());
        model.ApplyConfiguration(new QueueVisitMapping());
    }

    public static Task SeedReference(IServiceProvider services, CancellationToken cancellationToken) =>
        BenefitSeed.Run(services.GetRequiredService<PreschoolDbContext>(), cancellationToken);

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RegisterApplicationEndpoint.Map(routes);
        ChangeApplicationEndpoint.Map(routes);
        IdentifyApplicationEndpoint.Map(routes);
        AddApplicationBenefitEndpoint.Map(routes);
        VerifyApplicationBenefitEndpoint.Map(routes);
        EndApplicationBenefitEndpoint.Map(routes);
        TransferEvidenceEndpoint.Map(routes);
        EndApplicationEndpoint.Map(routes);
        RestoreApplicationEndpoint.Map(routes);
        RefreshQueueEndpoint.Map(routes);
        ListApplicationsEndpoint.Map(routes);
        FindApplicationsEndpoint.Map(routes);
        GetApplicationEndpoint.Map(routes);
        GetApplicationPositionEndpoint.Map(routes);
        GetApplicationHistoryEndpoint.Map(routes);
        LookUpApplicationEndpoint.Map(routes);
        ListQueueRootsEndpoint.Map(routes);
        VerifyQueueEndpoint.Map(routes);
        ListBenefitsEndpoint.Map(routes);
        SaveBenefitEndpoint.Map(routes);
    }
}
