using System.Reflection;
using Module = Education.BuildingBlocks.Modules.Module;
using System.Xml.Linq;
using Education.Api;
using Education.BuildingBlocks.Modules;

namespace Education.Architecture.Tests;

/// <summary>The product as the rules look at it: its projects, its sources, its assemblies.</summary>
internal static class Product
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Module> Modules => ModuleList.All;

    public static IReadOnlyList<Assembly> ModuleAssemblies { get; } = [.. ModuleList.All.Select(m => m.GetType().Assembly)];

    public static IReadOnlyList<Assembly> Assemblies { get; } = [typeof(Module).Assembly, .. ModuleAssemblies];

    public static IReadOnlyList<Type> ModuleTypes { get; } = [.. ModuleAssemblies.SelectMany(a => a.GetTypes())];

    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "backend"), "*.csproj", SearchOption.AllDirectories).Select(ProjectFile.Read)];

    /// <summary>Sources written by hand, by their path from the root.</summary>
    public static IReadOnlyList<SourceFile> Sources(params string[] folders) =>
    [
        .. folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.cs", SearchOption.AllDirectories))
            .Select(path => (Path: path, Name: Path.GetRelativePath(Root, path).Replace('\\', '/')))
            .Where(f => !f.Name.Contains("/obj/", StringComparison.Ordinal) && !f.Name.Contains("/bin/", StringComparison.Ordinal)
                && !f.Name.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => new SourceFile(f.Name, File.ReadAllText(f.Path))),
    ];

    /// <summary>What people read: the documents at the root, in docs and beside samples and tests.</summary>
    public static IReadOnlyList<SourceFile> Documents { get; } =
    [
        .. new[] { "*.md", "docs/**.md", "samples/*.md", "frontend/*.md" }.SelectMany(pattern => Directory.EnumerateFiles(
                Path.Combine(Root, Path.GetDirectoryName(pattern)!), "*.md", pattern.Contains("**", StringComparison.Ordinal) ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly))
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Education.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Education.sln is not above the tests.");
    }
}

/// <summary>A source file: where it is and what is in it.</summary>
internal sealed record SourceFile(string Path, string Text);

/// <summary>A project file: the projects and packages it references.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static ProjectFile Read(string path)
    {
        var xml = XDocument.Load(path);
        return new(
            Path.GetFileNameWithoutExtension(path),
            [.. xml.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))],
            [.. xml.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)]);
    }
}
