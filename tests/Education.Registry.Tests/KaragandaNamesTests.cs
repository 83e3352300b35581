using Education.Registry.Contracts;
using Education.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Tests;

/// <summary>The names of the real tables: what one of them calls «ШЛ№101» the other calls «шл 101».</summary>
internal sealed class KaragandaNamesTests
{
    [Test]
    public async Task Names_of_the_rating_find_the_schools_of_the_test_table()
    {
        await using var host = await ApiHost.Start();
        var client = host.Registrar();
        var byNumber = new Dictionary<string, Guid>();
        foreach (var name in Names("unt_schools.csv", 0))
        {
            var id = await client.Register(Api.School(name, name, name.Contains("ОКШИДС") ? "boarding-school" : "secondary-school"));
            byNumber[Digits(name)] = id;
        }

        // №60 and №100 are evening classes in one table and schools in the other: a person has to say that they are the same.
        var rating = Names("rating_schools_2017.csv", 2).Where(n => byNumber.ContainsKey(Digits(n)) && Digits(n) is not ("60" or "100" or "")).ToList();
        var matches = await host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Match(rating, Api.Karaganda, default));
        Assert.That(rating, Has.Count.EqualTo(49));
        Assert.Multiple(() =>
        {
            foreach (var match in matches)
            {
                Assert.That(match.Kind, Is.EqualTo(MatchKind.Exact), match.Text);
                Assert.That(match.Candidates.FirstOrDefault()?.Id, Is.EqualTo(byNumber[Digits(match.Text)]), match.Text);
            }
        });
    }

    [Test]
    public async Task The_demo_department_knows_every_name_of_its_tables()
    {
        await using var host = await ApiHost.Start();
        await host.Inside(s => new RegistryModule().SeedDemo(s, default));
        await host.Inside(s => new RegistryModule().SeedDemo(s, default));
        string[] names = [.. Names("unt_schools.csv", 0), .. Names("rating_schools_2017.csv", 2), .. Names("rating_preschool_2017.csv", 2)];
        var matches = await host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Match(names, Api.Karaganda, default));
        var unt = matches.Take(56).ToList();
        Assert.Multiple(() =>
        {
            // A state and a private kindergarten of one name: a person is asked once.
            string[] twins = ["Ақжарқын", "Балапан", "Армашка", "Алтын бесік"];
            Assert.That(matches.Where(m => m.Kind != MatchKind.Exact).Select(m => m.Text), Is.SubsetOf(twins));
            Assert.That(matches.Where(m => m.Kind == MatchKind.Ambiguous).All(m => m.Candidates.Count == 2), Is.True);
            Assert.That(unt.Select(m => m.Candidates[0].Id), Is.Unique, "56 schools, not fewer");
        });
    }

    [Test]
    public async Task The_number_of_names_does_not_change_the_number_of_queries()
    {
        await using var host = await ApiHost.Start();
        await host.Inside(s => new RegistryModule().SeedDemo(s, default));
        var few = await Statements(host, ["СШ№76", "совсем неизвестная"]);
        var many = await Statements(host, [.. Names("unt_schools.csv", 0), .. Names("rating_schools_2017.csv", 2), "Нур бота kz", "совсем неизвестная"]);
        Assert.That(few, Is.GreaterThan(0));
        Assert.That(many, Is.EqualTo(few));
    }

    private static async Task<int> Statements(ApiHost host, string[] names)
    {
        using var counter = new StatementCounter();
        await host.Inside(s => s.GetRequiredService<IInstitutionDirectory>().Match(names, Api.Karaganda, default));
        return counter.Count;
    }

    private static string[] Names(string file, int column) =>
        [.. File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Samples", file)).Skip(1).Select(l => l.Split(',')[column].Trim('"'))];

    private static string Digits(string name) => string.Concat(name.Where(char.IsAsciiDigit));
}
