using Education.Registry.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Queue;

/// <summary>What the process «queue» brings to the module.</summary>
internal static class QueueProcess
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IParameterSource, QueueParameters>();
        services.AddSingleton<QueueBoards>();
        services.AddScoped<QueueRulesBook>();
        services.AddScoped<QueueLog>();
    }

    public static void MapTables(ModelBuilder model)
    {
        model.ApplyConfiguration<QueueApplication>(new QueueApplicationMapping());
        model.ApplyConfiguration<QueueWish>(new QueueApplicationMapping());
        model.ApplyConfiguration<QueueEvent>(new QueueEventMapping());
        model.ApplyConfiguration<QueueHead>(new QueueEventMapping());
        model.ApplyConfiguration(new QueueRulesVersionMapping());
    }

    public static void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
