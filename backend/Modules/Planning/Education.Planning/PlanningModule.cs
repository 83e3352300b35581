using Education.BuildingBlocks;
using Education.BuildingBlocks.Modules;
using Education.Imports.Contracts;
using Education.Planning.Checks.Printed;
using Education.Planning.Demo;
using Education.Planning.Indicators;
using Education.Planning.Reports;
using Education.Planning.Reports.Findings;
using Education.Planning.Snapshots;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Planning;

/// <summary>Көрсеткіштер, тексерулер, есептер / показатели, проверки, отчёты.</summary>
public sealed class PlanningModule : Module
{
    /// <inheritdoc/>
    public override string Name => "planning";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["registry", "imports"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => PlanningPermissions.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<PlanningDbContext>(Name);
        services.AddSingleton<TextOf>(provider => provider.GetRequiredService<Texts>().All);
        services.AddSingleton<TemplateShelf>();
        services.AddScoped<IndicatorBook>();
        services.AddScoped<CurrentFigures>();
        services.AddScoped<SnapshotShelf>();
        services.AddScoped<ReportPress>();
        services.AddScoped<ReportChecks>();
        services.AddScoped<FigureTraces>();
        services.AddScoped<IImportDefinition, PrintedImport>();
        services.AddJob<TakeSnapshotJob>(TakeSnapshotJob.Name);
        services.AddJob<CheckReportJob>(CheckReportJob.Name);
    }

    /// <inheritdoc/>
    public override Task SeedDemo(IServiceProvider services, CancellationToken cancellationToken) => DemoReport.Load(services, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<string> Verify(IServiceProvider services, CancellationToken cancellationToken) =>
        KeptFigures.Faults(services.GetRequiredService<PlanningDbContext>(), cancellationToken);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListIndicatorsEndpoint.Map(routes);
        GetIndicatorEndpoint.Map(routes);
        ListSnapshotsEndpoint.Map(routes);
        TakeSnapshotEndpoint.Map(routes);
        ListReportsEndpoint.Map(routes);
        CreateReportEndpoint.Map(routes);
        GetReportEndpoint.Map(routes);
        DeleteReportEndpoint.Map(routes);
        GetReportTextEndpoint.Map(routes);
        GetReportFigureEndpoint.Map(routes);
        DownloadReportEndpoint.Map(routes);
        CheckReportEndpoint.Map(routes);
        ApproveReportEndpoint.Map(routes);
        VerifyReportEndpoint.Map(routes);
        CorrectReportEndpoint.Map(routes);
        ListFindingsEndpoint.Map(routes);
        AcknowledgeFindingEndpoint.Map(routes);
        ListPrintedEndpoint.Map(routes);
        GetPrintedEndpoint.Map(routes);
        AddPrintedEndpoint.Map(routes);
        ChangePrintedEndpoint.Map(routes);
        DeletePrintedEndpoint.Map(routes);
    }
}
