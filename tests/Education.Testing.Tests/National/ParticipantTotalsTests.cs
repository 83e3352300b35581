using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using Education.Testing.National;
using Education.Testing.National.Participants;
using Education.Testing.National.Sessions;
using Education.Testing.National.Views;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Testing.Tests.National;

/// <summary>Whatever the participants are, the figures of schools and subjects add up to their points.</summary>
[TestFixture]
internal sealed class ParticipantTotalsTests
{
    private static readonly string[] Profiles = ["math", "physics", "biology", "chemistry", "geography"];

    private NationalHost _host = null!;
    private int _year = 3000;

    [OneTimeSetUp]
    public async Task Start() => _host = await NationalHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void Mean_of_a_school_times_its_participants_is_the_sum_of_their_totals() => Prop.ForAll(
        ArbMap.Default.ArbFor<Taker[]>(), takers => Holds(takers.Take(60).ToArray()).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private Task Holds(Taker[] takers) => _host.Api.Inside(async services =>
    {
        var year = _year++;
        var db = services.GetRequiredService<TestingDbContext>();
        Guid[] schools = [_host.First, _host.Second, _host.InTemirtau];
        var rows = takers.Select((t, i) => new ParticipantResult(year, SessionKind.Main, NationalHost.Iin(i + 1), t.Scores(schools), Guid.Empty, i + 2)).ToList();
        await db.InTransaction(
            async token =>
            {
                await db.BulkInsert(rows.ToAsyncEnumerable(), Guid.Empty, token);
                var norms = new ParticipantNorms(new Dictionary<string, Education.Registry.Contracts.ParameterValue>());
                await new ParticipantTotals(db, services.GetRequiredService<CurrentUser>(), year, norms, Guid.Empty)
                    .Compute(rows.Select(r => r.InstitutionId).ToHashSet(), token);
                return 0;
            },
            CancellationToken.None);

        var computed = await db.ForAggregates.Where(r => r.Year == year).ToListAsync();
        Assert.That(computed.Select(r => r.InstitutionId), Is.EquivalentTo(rows.Select(r => r.InstitutionId).Distinct()));
        foreach (var result in computed)
        {
            var own = rows.Where(r => r.InstitutionId == result.InstitutionId).ToList();
            Assert.That((result.Participants, result.TotalHundredths), Is.EqualTo((own.Count, own.Sum(r => r.Total) * 100L)));
            Assert.That(result.MeanHundredths, Is.EqualTo((long)decimal.Round(own.Sum(r => r.Total) * 100m / own.Count, 0, MidpointRounding.AwayFromZero)));
        }

        foreach (var territory in new[] { NationalHost.Karaganda, NationalHost.Temirtau })
        {
            var own = rows.Where(r => (r.InstitutionId == _host.InTemirtau) == (territory == NationalHost.Temirtau)).ToList();
            var subjects = Totals.FromSubjects(await db.SubjectsForAggregates.Where(r => r.Year == year && r.TerritoryCode == territory).ToListAsync());
            Assert.That(subjects?.Mean.Total ?? 0, Is.EqualTo((decimal)own.Sum(r => r.Total)), "subjects add up to the same points");
        }
    });

    /// <summary>A participant made of arbitrary numbers.</summary>
    internal sealed record Taker(byte School, bool Creative, byte Reading, byte? Math, byte History, byte Profile1, byte Score1, byte Profile2, byte Score2)
    {
        public ParticipantScores Scores(Guid[] schools) => new(
            schools[School % schools.Length], TestLanguage.Kk, Creative, Reading, Creative ? Math : Math ?? 0, History,
            Creative ? null : Profiles[Profile1 % Profiles.Length], Creative ? null : Score1,
            Creative ? null : Profiles[(Profile1 + 1 + (Profile2 % (Profiles.Length - 1))) % Profiles.Length], Creative ? null : Score2);
    }
}
