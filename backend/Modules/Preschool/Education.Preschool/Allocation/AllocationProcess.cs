using Education.BuildingBlocks.Modules;
using Education.Preschool.Allocation.Objections;
using Education.Preschool.Allocation.Offers;
using Education.Preschool.Allocation.Runs;
using Education.Preschool.Queue;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Allocation;

/// <summary>What the process «allocation» brings to the module.</summary>
internal static class AllocationProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<RunInput>();
        services.AddScoped<RunPublication>();
        services.AddScoped<RunView>();
        services.AddScoped<OfferDesk>();
        services.AddScoped<PlaceFinder>();
        services.AddScoped<IQueueDuty, OfferDuty>();
        services.AddJob<DraftRunJob>(DraftRunJob.Name);
        services.AddJob<PublishRunJob>(PublishRunJob.Name);
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration<AllocationRun>(new RunMapping());
        model.ApplyConfiguration<RunQueue>(new RunMapping());
        model.ApplyConfiguration<RunPool>(new RunMapping());
        model.ApplyConfiguration<RunPlaces>(new RunMapping());
        model.ApplyConfiguration<RunProposal>(new RunMapping());
        model.ApplyConfiguration(new OfferMapping());
        model.ApplyConfiguration(new ObjectionMapping());
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        StartRunEndpoint.Map(routes);
        ListRunsEndpoint.Map(routes);
        GetRunEndpoint.Map(routes);
        ListRunPoolsEndpoint.Map(routes);
        ListRunProposalsEndpoint.Map(routes);
        ApproveRunEndpoint.Map(routes);
        PublishRunEndpoint.Map(routes);
        DiscardRunEndpoint.Map(routes);
        RecheckRunEndpoint.Map(routes);
        DownloadProtocolEndpoint.Map(routes);
        ListOffersEndpoint.Map(routes);
        GetOfferEndpoint.Map(routes);
        ListPlacesEndpoint.Map(routes);
        ConfirmOfferEndpoint.Map(routes);
        DeclineOfferEndpoint.Map(routes);
        ExtendOfferEndpoint.Map(routes);
        ChooseKindergartenEndpoint.Map(routes);
        EnrolOfferEndpoint.Map(routes);
        ClaimPlaceEndpoint.Map(routes);
        RequestManualOfferEndpoint.Map(routes);
        SignOfferEndpoint.Map(routes);
        RejectOfferEndpoint.Map(routes);
        RegisterObjectionEndpoint.Map(routes);
        AnswerObjectionEndpoint.Map(routes);
        ListObjectionsEndpoint.Map(routes);
        GetObjectionEndpoint.Map(routes);
    }
}
