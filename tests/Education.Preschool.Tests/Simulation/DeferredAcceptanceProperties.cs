using Education.Preschool.Simulation.Engine;
using FsCheck;
using FsCheck.Fluent;
using static Education.Preschool.Tests.Simulation.Playground;

namespace Education.Preschool.Tests.Simulation;

internal sealed class DeferredAcceptanceProperties
{
    [Test]
    public void A_child_that_loses_its_place_to_one_with_more_right_gets_the_next_it_wishes()
    {
        // Both want the first; the second child stands before there, so that the first child goes on to the second kindergarten.
        Guid[][] wishes = [[Garden(1), Garden(2)], [Garden(1), Garden(2)]];

        var match = DeferredAcceptance.Match(wishes, new Dictionary<Guid, int> { [Garden(1)] = 1, [Garden(2)] = 1 }, (_, child) => -child);

        Assert.That(match, Is.EqualTo(new Guid?[] { Garden(2), Garden(1) }));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Nobody_and_no_kindergarten_would_rather_have_each_other() => Prop.ForAll(Markets(), numbers =>
    {
        var market = new Market(numbers);
        var match = DeferredAcceptance.Match(market.Wishes, market.Places, market.Priority);
        return market.Fits(match) && Enumerable.Range(0, match.Length).All(child => market.Wishes[child]
            .TakeWhile(wish => wish != match[child])
            .All(better => !market.WouldRather(better, child, match)));
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property With_one_priority_everywhere_it_is_each_in_turn_taking_the_best_that_is_left() => Prop.ForAll(Markets(), numbers =>
    {
        var market = new Market(numbers);
        var turn = Enumerable.Range(0, market.Wishes.Count).OrderBy(market.Common).ToList();
        var left = market.Places.ToDictionary();
        var expected = new Guid?[market.Wishes.Count];
        foreach (var child in turn)
        {
            foreach (var wish in market.Wishes[child].Where(w => left[w] > 0).Take(1))
            {
                left[wish]--;
                expected[child] = wish;
            }
        }

        return DeferredAcceptance.Match(market.Wishes, market.Places, (_, child) => market.Common(child)).SequenceEqual(expected);
    });

    private static Arbitrary<int[]> Markets() => Gen.Choose(0, 9999).ArrayOf().Where(numbers => numbers.Length > 0).ToArbitrary();

    /// <summary>Four kindergartens of 0…3 places and as many children as there are numbers; priorities differ by kindergarten.</summary>
    private sealed class Market(int[] numbers)
    {
        public IReadOnlyList<Guid[]> Wishes { get; } =
            [.. numbers.Select(n => Enumerable.Range(1, 4).OrderBy(g => Mix(n, g)).Take(n % 5).Select(Garden).ToArray())];

        public IReadOnlyDictionary<Guid, int> Places { get; } = Enumerable.Range(1, 4).ToDictionary(Garden, g => Mix(numbers[0], g) % 4);

        public long Common(int child) => ((long)Mix(numbers[child], 77) << 32) + child;

        public long Priority(Guid garden, int child) => ((long)Mix(numbers[child], garden.GetHashCode()) << 32) + child;

        public bool Fits(Guid?[] match) => Places.All(p => match.Count(m => m == p.Key) <= p.Value)
            && match.Select((m, child) => m is null || Wishes[child].Contains(m.Value)).All(wished => wished);

        public bool WouldRather(Guid garden, int child, Guid?[] match)
        {
            var held = Enumerable.Range(0, match.Length).Where(c => match[c] == garden).ToList();
            return held.Count < Places[garden] || held.Exists(c => Priority(garden, c) > Priority(garden, child));
        }

        private static int Mix(int a, int b) => unchecked((int)(((uint)a * 2654435761U) ^ ((uint)b * 40503U)) & int.MaxValue) % 10007;
    }
}
