using Education.Access;
using Education.BuildingBlocks.Modules;
using Education.Imports;
using Education.Planning;
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
        new TestingModule(),
        new PlanningModule(),
    ];
}
