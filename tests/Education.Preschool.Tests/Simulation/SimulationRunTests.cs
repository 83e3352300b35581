using Education.Preschool.Queue.Engine;
using Education.Preschool.Simulation.Engine;
using static Education.Preschool.Tests.Simulation.Playground;

namespace Education.Preschool.Tests.Simulation;

internal sealed class SimulationRunTests
{
    [Test]
    public void Places_that_came_free_in_a_month_of_the_last_year_come_free_in_it_again()
    {
        var ground = new Playground().Frees(new(2016, 11, 20), 1, count: 2);
        for (var i = 0; i < 3; i++)
        {
            ground.Story.Registers();
        }

        var result = ground.Play(Scenario(months: 4));

        // All applied in March; November is the third month from September, eight months later.
        var tally = All(result).Baseline;
        Assert.Multiple(() =>
        {
            Assert.That(result.Baseline.WaitingByMonth, Is.EqualTo(new[] { 3, 3, 1, 1 }));
            Assert.That((tally.Children, tally.Placed, tally.Waiting, tally.Left), Is.EqualTo((3, 2, 1, 0)));
            Assert.That((tally.Median, tally.P90), Is.EqualTo((8, 10)));
            Assert.That(tally.Histogram, Is.EqualTo(new[] { 0, 0, 2, 1, 0, 0, 0, 0 }));
        });
    }

    [Test]
    public void Applications_of_the_last_year_come_again_a_year_of_birth_later()
    {
        var ground = new Playground().Arrives(new(2016, 10, 5, 6, 0, 0, DateTimeKind.Utc));
        ground.Story.Registers();

        var result = ground.Play(Scenario(months: 3));

        Assert.Multiple(() =>
        {
            Assert.That(result.Baseline.WaitingByMonth, Is.EqualTo(new[] { 1, 2, 2 }));
            Assert.That(
                result.Groups.Where(g => g.Dimension == SimulationDimension.BirthYear).Select(g => (g.Key, g.Baseline.Children)),
                Is.EqualTo(new[] { ("2014", 1), ("2015", 1) }));
        });
    }

    [TestCase(50, 2)]
    [TestCase(100, 4)]
    [TestCase(150, 6)]
    public void The_percent_of_the_inflow_says_how_many_come_again(int percent, int expected)
    {
        var ground = new Playground();
        ground.Story.Registers();
        for (var i = 0; i < 4; i++)
        {
            ground.Arrives(new(2016, 10, 5 + i, 6, 0, 0, DateTimeKind.Utc));
        }

        Assert.That(All(ground.Play(Scenario(months: 2) with { InflowPercent = percent })).Baseline.Children, Is.EqualTo(1 + expected));
    }

    [Test]
    public void A_new_kindergarten_shortens_the_waiting_and_takes_from_nobody()
    {
        var ground = new Playground();
        for (var i = 0; i < 5; i++)
        {
            ground.Story.Registers();
        }

        var group = All(ground.Play(Scenario(6, null, Opening("2017-10", 3))));

        Assert.Multiple(() =>
        {
            Assert.That((group.Baseline.Placed, group.Scenario.Placed), Is.EqualTo((0, 3)));
            Assert.That((group.Gained, group.Lost), Is.EqualTo((3, 0)));
            Assert.That((group.Baseline.Median, group.Scenario.Median), Is.EqualTo((12, 7)));
        });
    }

    [Test]
    public void A_new_kindergarten_is_named_last_by_everybody_where_the_regime_asks_for_names()
    {
        var ground = new Playground().HasGroups(1, 1, 25, open: 1);
        ground.Story.Registers(QueueRank.General, null, Garden(1));
        ground.Story.Registers(QueueRank.General, null, Garden(2));

        var group = All(ground.Play(Scenario(2, null, Opening("2017-09", 1)), Rules(QueueRegime.Direct)));

        Assert.That((group.Baseline.Placed, group.Scenario.Placed, group.Scenario.Waiting), Is.EqualTo((1, 2, 0)));
    }

    [Test]
    public void Bigger_groups_add_places_at_once_and_smaller_ones_keep_back_what_comes_free()
    {
        var ground = new Playground().HasGroups(1, groups: 2, places: 40, open: 1).Frees(new(2016, 10, 1), 1, count: 4);
        for (var i = 0; i < 20; i++)
        {
            ground.Story.Registers();
        }

        int Placed(int? places) => All(ground.Play(Scenario(months: 3) with { GroupPlaces = places })).Scenario.Placed;

        // 1 open and 4 that come free; 22 a group add four; 19 a group take two away: the open one and one of the four.
        Assert.That((Placed(null), Placed(22), Placed(19)), Is.EqualTo((5, 9, 3)));
    }

    [Test]
    public void Mixing_moves_places_from_priority_to_general_applications()
    {
        var ground = new Playground().HasGroups(1, 1, 25, open: 4);
        for (var i = 0; i < 4; i++)
        {
            ground.Story.Registers();
            ground.Story.Registers(QueueRank.Priority);
        }

        var result = ground.Play(Scenario(months: 1), Rules(), Rules(generalPerPriority: 3));

        // Without mixing four priority ones, with it one and three general ones: three gain, three lose. Deferred acceptance knows the key only.
        Assert.That((All(result).Gained, All(result).Lost, All(result).Deferred.Placed), Is.EqualTo((3, 3, 4)));
    }

    [Test]
    public void Children_who_grow_too_old_leave()
    {
        var ground = new Playground();
        ground.Story.Registers();

        // Born on 1 May 2014, the limit of four years passes on 1 May 2018: the ninth month.
        var result = ground.Play(Scenario(months: 12), Rules(maxAgeYears: 4));

        Assert.Multiple(() =>
        {
            Assert.That(All(result).Baseline.Left, Is.EqualTo(1));
            Assert.That(result.Baseline.WaitingByMonth, Is.EqualTo(new[] { 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0 }));
        });
    }

    [Test]
    public void Places_that_nobody_takes_are_counted()
    {
        var ground = new Playground().HasGroups(1, 1, 25, open: 3);
        ground.Story.Registers();

        var totals = ground.Play(Scenario(months: 1)).Baseline;

        Assert.That((totals.PlacesOffered, totals.PlacesUnused), Is.EqualTo((3, 2)));
    }

    [Test]
    public void The_queue_that_was_copied_stays_as_it_was()
    {
        var ground = new Playground().HasGroups(1, 1, 25, open: 3);
        var child = ground.Story.Registers();

        ground.Play(Scenario());

        Assert.That((ground.Story.Line.Line.Count, ground.Story.Line.Find(child)!.State), Is.EqualTo((1, TicketState.Waiting)));
    }
}
