using FsCheck;
using FsCheck.Fluent;

namespace Education.SharedKernel.Tests;

/// <summary>Small groups stay hidden, also from whoever reckons with every published total.</summary>
[TestFixture]
internal sealed class SmallGroupTests
{
    private const int Threshold = 5;

    [Test]
    public void The_next_smallest_hides_with_a_single_small_one() =>
        Assert.That(SmallGroups.Hidden([("a", 3m), ("b", 40m), ("c", 12m)], Threshold), Is.EquivalentTo(new[] { "a", "c" }));

    [Test]
    public void Small_ones_together_may_be_enough_or_not()
    {
        Assert.That(SmallGroups.Hidden([("a", 3m), ("b", 2m), ("c", 12m)], Threshold), Is.EquivalentTo(new[] { "a", "b" }), "3 + 2 are no small group");
        Assert.That(SmallGroups.Hidden([("a", 1m), ("b", 2m), ("c", 12m), ("d", 30m)], Threshold), Is.EquivalentTo(new[] { "a", "b", "c" }), "1 + 2 are one");
    }

    [Test]
    public void Without_a_small_one_nothing_is_hidden() =>
        Assert.That(SmallGroups.Hidden([("a", 5m), ("b", 0m), ("c", null)], Threshold), Is.Empty, "nobody is no group, and what is not known cannot be reckoned with");

    [Test]
    public void What_one_territory_hides_beside_its_small_school_no_other_shows()
    {
        // City: 3 and 6, and a big one. Rayon: 4 and a big one. Over the oblast alone 3 + 4 would do, and 6 would be shown: the city's total less it tells 3.
        (string, string, decimal?)[] rows = [("c3", "city", 3), ("c6", "city", 6), ("c90", "city", 90), ("r4", "rayon", 4), ("r50", "rayon", 50)];
        var unpublished = SmallGroupTree.Hide(rows, Above(("city", "oblast"), ("rayon", "oblast")), Threshold);
        Assert.That(unpublished.Rows, Is.EquivalentTo(new[] { "c3", "c6", "r4", "r50" }));
        Assert.That(unpublished.Places, Is.Empty);
    }

    [Test]
    public void A_village_of_one_small_school_has_no_total_and_takes_another_village_with_it()
    {
        (string, string, decimal?)[] rows = [("a", "village a", 3), ("b", "village b", 20), ("c", "village c", 30)];
        var unpublished = SmallGroupTree.Hide(rows, Above(("village a", "rayon"), ("village b", "rayon"), ("village c", "rayon")), Threshold);
        Assert.That(unpublished.Rows, Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(unpublished.Places, Is.EquivalentTo(new[] { "village a", "village b" }));
    }

    [Test]
    public void Where_there_is_nothing_to_hide_behind_there_is_no_total_at_all()
    {
        var unpublished = SmallGroupTree.Hide([("a", "village", (decimal?)3)], Above(("village", "rayon")), Threshold);
        Assert.That(unpublished.Places, Is.EquivalentTo(new[] { "village", "rayon" }));
        Assert.That(unpublished.Rows, Is.EquivalentTo(new[] { "a" }));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property No_small_group_can_be_reckoned_out_from_all_published_totals_and_rows()
    {
        return Prop.ForAll(Drawn(small: 3, large: 1), rows =>
        {
            var unpublished = SmallGroupTree.Hide(rows, Tree, Threshold);
            var small = rows.Where(r => r.Group is > 0 and < Threshold).ToList();
            var hidden = rows.Where(r => unpublished.Rows.Contains(r.Key)).ToList();

            // A total less the shown rows says what the hidden rows below a place come to: one equation a published place.
            var equations = Places.Where(p => !unpublished.Places.Contains(p)).Select(p => hidden.Select(h => IsIn(h.Place, p, Tree) ? 1.0 : 0).ToArray()).ToList();
            return small.All(s => unpublished.Rows.Contains(s.Key))
                && (small.Count > 0 || (hidden.Count == 0 && unpublished.Places.Count == 0))
                && Enumerable.Range(0, hidden.Count).All(i => hidden[i].Group >= Threshold || !Follows(equations, i, hidden.Count));
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property While_every_place_hides_its_small_groups_among_its_own_rows_the_other_places_do_not_matter() =>
        Prop.ForAll(Drawn(small: 1, large: 6), rows =>
        {
            var places = rows.Where(r => r.Group is > 0 and < Threshold).Select(r => r.Place).ToHashSet();
            var (alone, all) = (SmallGroupTree.Hide(rows.Where(r => places.Contains(r.Place)), Tree, Threshold), SmallGroupTree.Hide(rows, Tree, Threshold));
            return alone.Places.Count > 0 || (all.Places.Count == 0 && alone.Rows.SetEquals(all.Rows));
        });

    [FsCheck.NUnit.Property]
    public bool In_one_place_the_tree_hides_what_the_table_hides(byte[] sizes)
    {
        var rows = sizes.Select((size, i) => (Key: i, Group: (decimal?)(size % 30))).ToList();
        return SmallGroupTree.Hide(rows.Select(r => (r.Key, "city", r.Group)), Above(), Threshold).Rows.SetEquals(SmallGroups.Hidden(rows, Threshold));
    }

    private static readonly string[] Places = ["root", "a", "b", "a1", "a2", "b1"];

    private static readonly Dictionary<string, string> Tree = Above(("a", "root"), ("b", "root"), ("a1", "a"), ("a2", "a"), ("b1", "b"));

    /// <summary>Rows somewhere in the tree: so often a small group, so often a larger one.</summary>
    private static Arbitrary<List<(int Key, string Place, decimal? Group)>> Drawn(int small, int large)
    {
        var row = from place in Gen.Elements(Places) from size in Gen.Frequency((small, Gen.Choose(0, 7)), (large, Gen.Choose(8, 60))) select (place, size);
        return Gen.ListOf(row).Select(drawn => drawn.Select((r, i) => (Key: i, Place: r.place, Group: (decimal?)r.size)).ToList()).ToArbitrary();
    }

    private static Dictionary<string, string> Above(params (string Place, string Upper)[] pairs) => pairs.ToDictionary(p => p.Place, p => p.Upper);

    private static bool IsIn(string place, string upper, Dictionary<string, string> above) =>
        place == upper || (above.TryGetValue(place, out var next) && IsIn(next, upper, above));

    /// <summary>The i-th unknown follows from the equations when adding it to them does not raise their rank.</summary>
    private static bool Follows(List<double[]> equations, int i, int unknowns)
    {
        var unit = new double[unknowns];
        unit[i] = 1;
        return Rank([.. equations, unit]) == Rank(equations);
    }

    private static int Rank(IEnumerable<double[]> matrix)
    {
        var rows = matrix.Select(r => (double[])r.Clone()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length && rank < rows.Count; column++)
        {
            var pivot = rows.FindIndex(rank, r => Math.Abs(r[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = rank + 1; r < rows.Count; r++)
            {
                var factor = rows[r][column] / rows[rank][column];
                for (var c = column; c < rows[r].Length; c++)
                {
                    rows[r][c] -= factor * rows[rank][c];
                }
            }

            rank++;
        }

        return rank;
    }
}
