namespace Education.Architecture.Tests.Rules;

/// <summary>Who may reference whom (docs/map.md).</summary>
internal static class ProjectRules
{
    private const string Kernel = "Education.SharedKernel";
    private const string Blocks = "Education.BuildingBlocks";
    private const string Api = "Education.Api";
    private const string Persistence = "Education.Persistence.";
    private const string Contracts = ".Contracts";
    private static readonly string[] Platform = ["registry", "access", "imports"];

    /// <summary>The indicator port: the one contract of a business module that every module may see.</summary>
    private const string Port = "planning";

    public static List<string> References(IReadOnlyList<ProjectFile> projects, IReadOnlyDictionary<string, IReadOnlyList<string>> dependencies)
    {
        var found = new List<string>();
        foreach (var project in projects)
        {
            found.AddRange(project.References.Where(r => !IsAllowed(project.Name, r, dependencies)).Select(r => $"{project.Name} must not reference {r}"));
        }

        return found;
    }

    public static List<string> ContractsAreBare(IReadOnlyList<ProjectFile> projects) =>
    [
        .. projects.Where(p => p.Name.EndsWith(Contracts, StringComparison.Ordinal) || p.Name == Kernel).SelectMany(p =>
            p.Packages.Select(package => $"{p.Name} must not need the package {package}")),
    ];

    /// <summary>The platform stands below the business modules, and Planning knows none of them.</summary>
    public static List<string> Layers(IReadOnlyDictionary<string, IReadOnlyList<string>> dependencies)
    {
        var found = new List<string>();
        foreach (var (module, needs) in dependencies)
        {
            var low = Platform.Contains(module) || module == Port;
            found.AddRange(needs.Where(n => low && !Platform.Contains(n) && !(n == Port && module != Port)).Select(n => $"{module} must not depend on {n}"));
        }

        return found;
    }

    private static bool IsAllowed(string project, string reference, IReadOnlyDictionary<string, IReadOnlyList<string>> dependencies)
    {
        if (project == Kernel)
        {
            return false;
        }

        if (project == Blocks || project.EndsWith(Contracts, StringComparison.Ordinal))
        {
            return reference == Kernel;
        }

        if (project == Api)
        {
            return reference.StartsWith(Persistence, StringComparison.Ordinal) || dependencies.ContainsKey(Key(reference));
        }

        if (project.StartsWith(Persistence, StringComparison.Ordinal))
        {
            return reference == Blocks || dependencies.ContainsKey(Key(reference));
        }

        return reference is Kernel or Blocks || (reference.EndsWith(Contracts, StringComparison.Ordinal)
            && dependencies.TryGetValue(Key(project), out var needs)
            && (Key(reference[..^Contracts.Length]) == Key(project) || needs.Contains(Key(reference[..^Contracts.Length]))));
    }

    private static string Key(string project) => project["Education.".Length..].ToLowerInvariant();
}
