using Education.Preschool.Groups;
using Education.Preschool.StateOrder.Acts;
using Education.Preschool.StateOrder.Attendance;
using Education.Preschool.StateOrder.Orders;
using Education.Preschool.StateOrder.Tariffs;
using Education.SharedKernel;
using FsCheck;
using FsCheck.Fluent;

namespace Education.Preschool.Tests.StateOrder;

/// <summary>What must hold of any sheets and any tariffs.</summary>
[TestFixture]
internal sealed class ActPropertyTests
{
    private static readonly ReportingPeriod June = ReportingPeriod.Month(2017, 6);

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property The_days_of_an_act_are_the_confirmed_days_of_the_sheets_and_its_total_is_the_sum_of_its_lines() => Prop.ForAll(Seeds, seed =>
    {
        var world = new World(seed);
        var lines = ActMoney.Lines(world.Rows, world.Days, world.Contract, world.TariffOf);
        var act = new MonthlyAct(world.Contract, June.Start, 1, null);
        act.Fill(new(null, world.Days.WorkingDays, lines));
        return act.ConfirmedDays == world.Confirmed && lines.Sum(l => l.Days) == world.Confirmed
            && act.Amount == act.Lines.Select(l => l.Amount).Aggregate(0m, (sum, amount) => sum + amount)
            && lines.All(l => Math.Abs(l.Amount - (l.Days * l.Monthly / world.Days.WorkingDays)) <= 0.005m && decimal.Round(l.Amount, 2) == l.Amount);
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Present_absent_and_blank_are_the_working_days_on_the_list() => Prop.ForAll(Seeds, seed =>
    {
        var world = new World(seed);
        return world.Rows.All(r =>
        {
            var span = AttendanceSpan.Of(r.Child, world.Contract);
            var (marked, present) = (r.Row.Marked(world.Days, span).ToList(), r.Row.ConfirmedDays(world.Days, span).ToList());
            var absent = marked.Except(present).Count();
            var blank = Enumerable.Range(1, 30).Count(d => world.Days.IsWorking(d) && span.Has(June.Start.AddDays(d - 1)) && r.Row.Days[d - 1] == AttendanceMarks.Blank);
            return present.TrueForAll(marked.Contains) && present.Count + absent + blank == world.Days.WorkingIn(span);
        });
    });

    [Test]
    public void A_full_month_costs_the_monthly_tariff_exactly() => Assert.Multiple(() =>
    {
        Assert.That(ActMoney.Line(21, 21, 26_000m), Is.EqualTo(26_000m));
        Assert.That(ActMoney.Line(1, 21, 26_000m), Is.EqualTo(1_238.10m), "1 238.0952… half up");
        Assert.That(ActMoney.Line(1, 8, 1.00m), Is.EqualTo(0.13m), "0.125 half up");
        Assert.That(ActMoney.Line(0, 0, 26_000m), Is.Zero);
    });

    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    /// <summary>A random month: days off, spans, marks also where none may be, a tariff that changes within the month.</summary>
    private sealed class World
    {
        private readonly OrderTariff[] _tariffs = [Tariff(17_000), Tariff(26_000)];
        private readonly int _change;

        public World(int seed)
        {
            var random = new Random(seed);
            _change = random.Next(1, 31);
            Days = new(June, [.. Enumerable.Range(0, 30).Select(i => i == 0 || random.Next(10) < 7)]);
            var first = random.Next(0, 15);
            Contract = new(SequentialGuid.Next(), new(
                null, null, null, null, June.Start.AddDays(first), June.Start.AddDays(random.Next(15, 45)), null, 1, OrderPlace.Urban, OrderHours.FullDay, "general"));
            Group[] groups = [NewGroup("а"), NewGroup("б")];
            for (var i = 0; i < random.Next(1, 12); i++)
            {
                var group = groups[random.Next(2)];
                var from = random.Next(-10, 25);
                var child = new AttendanceChild(Contract.InstitutionId, Contract.Id, group.Id, $"{i}", June.Start.AddDays(from));
                child.Set(null, random.Next(3) == 0 ? June.Start.AddDays(random.Next(from, 40)) : null);
                var row = new AttendanceRow(new AttendanceSheet(Contract.InstitutionId, group.Id, June.Start), child);
                for (var day = 1; day <= 30; day++)
                {
                    var mark = random.Next(8);
                    row.Take(day, mark >= 6 ? AttendanceMark.Present : mark == 5 ? null : (AttendanceMark)mark, null);
                    var date = June.Start.AddDays(day - 1);
                    var counts = mark is 0 or 6 or 7 && Days.IsWorking(day) && date >= child.EnrolledFrom && date <= (child.EnrolledTo ?? date)
                        && date >= Contract.StartsOn && date <= Contract.EndsOn;
                    Confirmed += counts ? 1 : 0;
                }

                Rows.Add((group, child, row));
            }
        }

        public MonthDays Days { get; }

        public OrderContract Contract { get; }

        public List<(Group Group, AttendanceChild Child, AttendanceRow Row)> Rows { get; } = [];

        /// <summary>Counted day by day, as a person would.</summary>
        public int Confirmed { get; }

        public OrderTariff TariffOf(Group group, int day) => _tariffs[day < _change ? 0 : 1];

        private Group NewGroup(string name) => new(Contract.InstitutionId, 2016, name, 2013, GroupLanguage.Kk, GroupProfile.General, 25);

        private static OrderTariff Tariff(decimal monthly)
        {
            var tariff = new OrderTariff("351000000", new(null, null, null, null, null));
            tariff.Set(monthly, null, June.Start, null, "x");
            return tariff;
        }
    }
}
