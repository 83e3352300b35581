using Education.Access;
using Education.BuildingBlocks.Modules;
using Education.Imports;
using Education.Planning;
using Education.Preschool;
using Education.Registry;
using Education.Testing;

namespace Education.Api;

/// <summary>THE list of modules: adding one here is all the registration there is. Order: what others stand on comes first.</summary>
internal static class ModuleList
{
    public static IReadOnlyList<Module> All { get; } =
    [
        new RegistryModule(),
        new AccessModule(),
        new ImportsModule(),
        new PreschoolModule(),
        new TestingModule(),
        new PlanningModule(),
    ];

    /// <summary>The list, and the modules of an installation's own assemblies that its settings name (<c>Modules:Additional</c>, "Type, Assembly").</summary>
    public static IReadOnlyList<Module> In(IConfiguration configuration) =>
    [
        .. All,
        .. (configuration.GetSection("Modules:Additional").Get<string[]>() ?? [])
            .Select(name => (Module)Activator.CreateInstance(Type.GetType(name, throwOnError: true)!)!),
    ];
}
