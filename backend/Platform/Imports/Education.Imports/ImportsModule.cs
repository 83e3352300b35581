using Education.BuildingBlocks.Modules;
using Education.Imports.Apply;
using Education.Imports.Check;
using Education.Imports.Contracts;
using Education.Imports.Engine;
using Education.Imports.Results;
using Education.Imports.Storage;
using Education.Imports.Wizard;
using Education.Imports.Writing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports;

/// <summary>Module <c>imports</c>: one engine for the tables that all modules take in.</summary>
public sealed class ImportsModule : Module
{
    /// <inheritdoc/>
    public override string Name => "imports";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["registry"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => ImportsPermissions.All;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        // Who answers for a figure opens it down to the file, whoever brought the file in; personal cells are masked there.
        [ImportsPermissions.ReadAll] = ["head", "auditor"],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<ImportsDbContext>(Name);
        services.AddSingleton(configuration.GetSection("Imports").Get<ImportsSettings>() ?? new ImportsSettings());
        services.AddScoped<DefinitionCatalogue>();
        services.AddScoped<ImportAccess>();
        services.AddScoped<ImportPass>();
        services.AddScoped<ImportFailure>();
        services.AddScoped<ImportWriter>();
        services.AddScoped<ImportUploader>();
        services.AddScoped<ImportView>();
        services.AddScoped<ImportErrorTexts>();
        services.AddScoped<IImportSources, ImportSources>();
        services.AddSingleton<IXlsxTables, XlsxTables>();
        services.AddJob<CheckImportJob>(CheckImportJob.JobKind);
        services.AddJob<ApplyImportJob>(ApplyImportJob.JobKind);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListImportDefinitionsEndpoint.Map(routes);
        UploadImportEndpoint.Map(routes);
        ListImportsEndpoint.Map(routes);
        GetImportEndpoint.Map(routes);
        ChangeImportEndpoint.Map(routes);
        StartImportCheckEndpoint.Map(routes);
        ApplyImportEndpoint.Map(routes);
        CancelImportEndpoint.Map(routes);
        ListImportRowsEndpoint.Map(routes);
        ListImportErrorsEndpoint.Map(routes);
        ListImportQuestionsEndpoint.Map(routes);
        AnswerImportQuestionEndpoint.Map(routes);
        DownloadAnnotatedEndpoint.Map(routes);
        DownloadOriginalEndpoint.Map(routes);
    }
}

/// <summary>Rights beside those of the definitions: a table is imported with the permission that its definition names.</summary>
internal static class ImportsPermissions
{
    /// <summary>See the imports of all users; counts only for who sees all institutions.</summary>
    public const string ReadAll = "imports.read-all";

    /// <summary>Download the original files, with everything that stands in them.</summary>
    public const string Download = "imports.download";

    public static IReadOnlyList<string> All { get; } = [ReadAll, Download];
}
