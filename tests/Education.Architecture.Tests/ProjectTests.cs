using Education.Architecture.Tests.Rules;

namespace Education.Architecture.Tests;

internal sealed class ProjectTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Dependencies =
        Product.Modules.ToDictionary(m => m.Name, m => m.Dependencies, StringComparer.Ordinal);

    [Test]
    public void A_project_references_only_what_stands_below_it() => Assert.That(ProjectRules.References(Product.Projects, Dependencies), Is.Empty);

    [Test]
    public void Contracts_and_the_kernel_need_no_package() => Assert.That(ProjectRules.ContractsAreBare(Product.Projects), Is.Empty);

    [Test]
    public void The_platform_and_Planning_know_no_business_module() => Assert.That(ProjectRules.Layers(Dependencies), Is.Empty);

    [Test]
    public void Every_module_of_the_list_is_a_project_and_every_project_of_a_module_is_in_the_list()
    {
        var listed = Product.ModuleAssemblies.Select(a => a.GetName().Name).ToHashSet();
        var projects = Product.Projects.Select(p => p.Name).Where(n => !n.EndsWith(".Contracts", StringComparison.Ordinal)
            && !n.StartsWith("Education.Persistence.", StringComparison.Ordinal) && n is not ("Education.SharedKernel" or "Education.BuildingBlocks" or "Education.Api"));
        Assert.That(projects, Is.EquivalentTo(listed));
    }

    [TestCase("Education.SharedKernel", "Education.BuildingBlocks")]
    [TestCase("Education.BuildingBlocks", "Education.Registry.Contracts")]
    [TestCase("Education.Registry.Contracts", "Education.BuildingBlocks")]
    [TestCase("Education.Testing", "Education.Registry")]
    [TestCase("Education.Testing", "Education.Access.Contracts")]
    [TestCase("Education.Planning", "Education.Testing")]
    [TestCase("Education.Persistence.Sqlite", "Education.Api")]
    [TestCase("Education.Api", "Education.BuildingBlocks.Secret")]
    public void The_rule_of_references_fires(string project, string reference)
    {
        var dependencies = new Dictionary<string, IReadOnlyList<string>> { ["registry"] = [], ["testing"] = ["registry"], ["planning"] = ["registry"], ["access"] = [] };
        Assert.That(ProjectRules.References([new(project, [reference], [])], dependencies), Has.Count.EqualTo(1));
    }

    [Test]
    public void The_other_rules_fire()
    {
        Assert.That(ProjectRules.ContractsAreBare([new("Education.Registry.Contracts", [], ["Dapper"])]), Has.Count.EqualTo(1));
        Assert.That(ProjectRules.Layers(new Dictionary<string, IReadOnlyList<string>> { ["planning"] = ["testing"] }), Has.Count.EqualTo(1));
        Assert.That(ProjectRules.Layers(new Dictionary<string, IReadOnlyList<string>> { ["registry"] = ["testing"] }), Has.Count.EqualTo(1));
    }
}
