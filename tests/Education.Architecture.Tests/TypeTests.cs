using System.Reflection;
using Education.Architecture.Tests.Rules;
using Education.BuildingBlocks.Messaging;
using Module = Education.BuildingBlocks.Modules.Module;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Education.Architecture.Tests;

internal sealed class TypeTests
{
    private static readonly IReadOnlyList<Type> Contexts = [.. Product.ModuleTypes.Where(t => t.IsSubclassOf(typeof(ModuleDbContext)))];

    private static IEnumerable<Assembly> Modules => Product.ModuleAssemblies;

    private static IEnumerable<Assembly> Contracts => Product.ModuleAssemblies.SelectMany(a => a.GetReferencedAssemblies())
        .Where(n => n.Name!.EndsWith(".Contracts", StringComparison.Ordinal) && n.Name.StartsWith("Education.", StringComparison.Ordinal)).Select(Assembly.Load).Distinct();

    [TestCaseSource(nameof(Modules))]
    public void A_module_exports_its_module_class_only(Assembly module) => Assert.That(TypeRules.OneExportedType(module), Is.Empty);

    [TestCaseSource(nameof(Contracts))]
    public void Contracts_stand_on_the_kernel_only(Assembly contracts) => Assert.That(TypeRules.KnowOnly(contracts, "Education.SharedKernel"), Is.Empty);

    [Test]
    public void The_kernel_stands_on_nothing() => Assert.That(TypeRules.KnowOnly(typeof(LocalizedText).Assembly), Is.Empty);

    [Test]
    public void Every_command_has_a_validator() => Assert.That(TypeRules.CommandsAreValidated([.. Product.Assemblies.SelectMany(a => a.GetTypes())]), Is.Empty);

    [Test]
    public void Every_event_has_a_stable_name_of_its_own() =>
        Assert.That(TypeRules.EventsAreNamed([.. Product.Assemblies.Concat(Contracts).Distinct().SelectMany(a => a.GetTypes())]), Is.Empty);

    [Test]
    public void No_context_shows_scoped_rows_without_their_scope() => Assert.That(TypeRules.ScopedRowsHaveNoDbSet(Contexts), Is.Empty);

    [Test]
    public void The_rule_of_one_exported_type_fires() => Assert.That(TypeRules.OneExportedType(typeof(TestKit.ApiHost).Assembly), Is.Not.Empty);

    [Test]
    public void The_rule_of_bare_contracts_fires() =>
        Assert.That(TypeRules.KnowOnly(typeof(Module).Assembly, "Education.SharedKernel"), Has.Some.Contains("Microsoft.EntityFrameworkCore"));

    [Test]
    public void The_rule_of_validators_fires()
    {
        Assert.That(TypeRules.CommandsAreValidated([typeof(Bare), typeof(Ids)]), Is.EqualTo(new[] { "Bare has no validator" }));
        Assert.That(TypeRules.CommandsAreValidated([typeof(Bare), typeof(BareValidator)]), Is.Empty);
    }

    [Test]
    public void The_rule_of_event_names_fires()
    {
        Assert.That(TypeRules.EventsAreNamed([typeof(Nameless), typeof(Once), typeof(Twice), typeof(Odd)]), Is.EquivalentTo(new[]
        {
            "Nameless has no [EventName]", "a.b.v1 is the name of several events", "Odd is not module.fact.vN",
        }));
    }

    [Test]
    public void The_rule_of_scoped_rows_fires() => Assert.That(TypeRules.ScopedRowsHaveNoDbSet([typeof(LeakyContext)]), Is.EqualTo(new[] { "LeakyContext.Rows gives scoped rows without a scope" }));

    private sealed record Bare(string Name) : ICommand<int>;

    private sealed record Ids(Guid Id, long Version) : ICommand<int>;

    private sealed class BareValidator : AbstractValidator<Bare>;

    private sealed record Nameless : IIntegrationEvent;

    [EventName("a.b.v1")]
    private sealed record Once : IIntegrationEvent;

    [EventName("a.b.v1")]
    private sealed record Twice : IIntegrationEvent;

    [EventName("Odd")]
    private sealed record Odd : IIntegrationEvent;

    private sealed class Row : Entity, ITerritoryScoped
    {
        public string TerritoryCode => "";
    }

    private abstract class LeakyContext : DbContext
    {
        public DbSet<Row> Rows => Set<Row>();

        public DbSet<Once> Fine => Set<Once>();
    }
}
