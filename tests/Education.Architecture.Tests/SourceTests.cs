using Education.Architecture.Tests.Rules;

namespace Education.Architecture.Tests;

internal sealed class SourceTests
{
    private static readonly IReadOnlyList<SourceFile> Modules = Product.Sources("backend/Platform", "backend/Modules");
    private static readonly IReadOnlyList<SourceFile> Backend = Product.Sources("backend");

    [Test]
    public void No_file_is_longer_than_250_lines() => Assert.That(SourceRules.Short([.. Backend, .. Product.Sources("tests")]), Is.Empty);

    [Test]
    public void The_building_blocks_stay_small_enough_to_be_read() =>

        // ADR 0010.
        Assert.That(Product.Sources("backend/BuildingBlocks/Education.BuildingBlocks").Sum(f => f.Text.Split('\n').Length), Is.LessThan(4_100));

    [Test]
    public void Raw_SQL_stands_in_the_persistence_projects_only() =>
        Assert.That(SourceRules.Without(Backend, SourceRules.RawSql(), "backend/Persistence/", "/Persistence/"), Is.Empty);

    [Test]
    public void Modules_do_not_look_at_the_request() =>

        // The cookie of a session and the stream of an upload are the request itself.
        Assert.That(SourceRules.Without(Modules, SourceRules.Http(), "Education.Access/SignIn/", "Education.Imports/Engine/UploadReader", "Education.Imports/Wizard/"), Is.Empty);

    [Test]
    public void Time_ids_and_mapping_come_from_the_product() => Assert.That(SourceRules.Without(Backend, SourceRules.Banned()), Is.Empty);

    [Test]
    public void Scoped_rows_are_read_through_their_scope()
    {
        var scoped = Product.ModuleTypes.Where(t => t.IsClass && TypeRules.IsScoped(t)).Select(t => t.Name).ToList();

        // A context may name what is read past the scope, and say why; the directory of institutions only gives names to rows already scoped.
        Assert.That(SourceRules.Without(Modules, SourceRules.UnscopedSet(scoped), "DbContext.cs", "TestingModule.cs"), Is.Empty);
    }

    [Test]
    public void What_a_document_links_to_is_there() => Assert.That(DocumentRules.DeadLinks(Product.Documents), Is.Empty);

    [Test]
    public void The_rules_fire()
    {
        SourceFile[] bad = [new("backend/Modules/X/A.cs", "var a = db.Database.ExecuteSqlRaw(\"…\"); var b = DateTime.UtcNow; HttpContext c; db.Set<Row>();")];
        Assert.Multiple(() =>
        {
            Assert.That(SourceRules.Without(bad, SourceRules.RawSql()), Has.Count.EqualTo(1));
            Assert.That(SourceRules.Without(bad, SourceRules.Banned()), Has.Count.EqualTo(1));
            Assert.That(SourceRules.Without(bad, SourceRules.Http()), Has.Count.EqualTo(1));
            Assert.That(SourceRules.Without(bad, SourceRules.UnscopedSet(["Row"])), Has.Count.EqualTo(1));
            Assert.That(SourceRules.Without(bad, SourceRules.Http(), "Modules/X/"), Is.Empty, "an allowed place");
            Assert.That(SourceRules.Without([new("A.cs", "  // HttpContext")], SourceRules.Http()), Is.Empty, "a comment");
            Assert.That(DocumentRules.DeadLinks([new("docs/map.md", "[a](../README.md) [b](no-such.md) [c](https://x.y) [d](#part) `[e](code.md)`")]), Is.EqualTo(new[] { "docs/map.md links to no-such.md" }));
            Assert.That(SourceRules.Short([new("A.cs", new string('\n', 251) + "x")]), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void The_reader_of_codes_sees_every_way_to_fail()
    {
        SourceFile[] file =
        [
            new("A.cs", """
                throw new RuleViolation("a.one", 1); RuleFor(x => x).Must(y).WithCode("a.two"); throw new Problem(StatusCodes.Status413, "a.three");
                row.Refuse(column.Key, "a.four"); throw new InvalidFields("field", "a.five"); errors.Add(new FieldError(name, "a.six", 1)); throw new Problem(415, "a.seven");
                """),
        ];
        Assert.That(SourceRules.Codes(file).Select(c => c.Code), Is.EquivalentTo(new[] { "a.one", "a.two", "a.three", "a.four", "a.five", "a.six", "a.seven" }));
    }
}
