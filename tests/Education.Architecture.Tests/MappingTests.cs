using AutoMapper;
using Education.Api;
using Education.Architecture.Tests.Rules;
using Education.BuildingBlocks.Persistence;
using Education.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Architecture.Tests;

internal sealed class MappingTests
{
    private static IEnumerable<Type> Contexts => Database.Contexts(ModuleList.All);

    [Test]
    public async Task Every_projection_fills_every_column_of_its_row()
    {
        await using var host = await ApiHost.Start();
        host.Services.GetRequiredService<IConfigurationProvider>().AssertConfigurationIsValid();
    }

    [Test]
    public void The_rule_of_projections_fires() => Assert.Throws<AutoMapperConfigurationException>(
        () => new MapperConfiguration(c => c.CreateMap<Source, Target>()).AssertConfigurationIsValid());

    [TestCaseSource(nameof(Contexts))]
    public async Task Every_table_belongs_to_its_module_and_is_audited_or_says_that_it_is_not(Type contextType)
    {
        await using var host = await ApiHost.Start();
        await host.Inside(services =>
        {
            var context = (ModuleDbContext)services.GetRequiredService(contextType);
            var sqlite = context.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
            Assert.That(TypeRules.Tables(context.GetService<IDesignTimeModel>().Model, context.ModuleName, sqlite), Is.Empty);
            return Task.CompletedTask;
        });
    }

    [Test]
    public void The_rule_of_tables_fires()
    {
        var model = new ModelBuilder();
        model.Entity<Source>(source =>
        {
            source.ToTable("Strangers", "other");
            source.HasKey(s => s.Id);
            source.OwnsOne(s => s.Part);
        });
        var found = TypeRules.Tables((IModel)model.FinalizeModel(), "mine", sqlite: false);
        Assert.That(found, Has.Some.Contains("is not in the module's schema mine").And.Some.Contains("is no Entity").And.Some.Contains("owned type"));
    }

    private sealed class Source
    {
        public Guid Id { get; init; }

        public Part? Part { get; init; }
    }

    private sealed class Part
    {
        public string Text { get; init; } = "";
    }

    private sealed class Target
    {
        public string Unmapped { get; init; } = "";
    }
}
