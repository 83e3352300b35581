using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Preschool.Groups;
using Education.Preschool.StateOrder.Acts;
using Education.Preschool.StateOrder.Attendance;
using Education.Preschool.StateOrder.Orders;
using Education.Preschool.StateOrder.Tariffs;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.StateOrder;

/// <summary>
/// The demo department's state order of 2017: the printed list, its tariffs, and two invented months of one kindergarten (see Data/demo/state-order.md).
/// </summary>
internal static class OrderDemo
{
    private const string City = "351000000";
    private const string Printed = "Қарағанды қ. 2017 жылғы талдауы / анализ г. Караганды за 2017 год";
    private const int Children = 18;

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Scoped<OrderContract>().AnyAsync(cancellationToken))
        {
            return;
        }

        const string File = "state-order-2017.csv";
        await using (var content = typeof(OrderDemo).Assembly.GetManifestResourceStream("demo/" + File) ?? throw new InvalidOperationException($"{File} is not embedded."))
        {
            var options = new Dictionary<string, string>(StringComparer.Ordinal) { ["territory"] = City, ["startsOn"] = "2017-01-01", ["endsOn"] = "2017-12-31" };
            await services.GetRequiredService<IImportSources>().ImportNow("preschool.state-order", File, content, options, cancellationToken);
        }

        db.AddRange(Tariff(17_000, new(2017, 1, 1), new DateOnly(2017, 5, 31)), Tariff(26_000, new(2017, 6, 1), null));
        await db.SaveChangesAsync(cancellationToken);
        await Invent(services, db, cancellationToken);
    }

    private static OrderTariff Tariff(decimal monthly, DateOnly from, DateOnly? to)
    {
        var tariff = new OrderTariff(City, new(null, null, null, null, null));
        tariff.Set(monthly, 11_000, from, to, Printed);
        return tariff;
    }

    private static async Task Invent(IServiceProvider services, PreschoolDbContext db, CancellationToken cancellationToken)
    {
        var name = SearchText.Normalize("Лесок");
        var contract = await OrderContracts.Named(db).Where(o => EF.Functions.Like(o.Institution.SearchName, $"%{name}%")).Select(o => o.Contract).FirstAsync(cancellationToken);
        var group = await db.Scoped<Group>().Where(g => g.InstitutionId == contract.InstitutionId && g.AcademicYear == 2017).OrderBy(g => g.Name).FirstAsync(cancellationToken);
        var children = Enumerable.Range(1, Children).Select(i => new AttendanceChild(
            contract.InstitutionId, contract.Id, group.Id, $"{i}", i < 15 ? new(2017, 1, 9) : new(2017, 5, 15))).ToList();
        children.ForEach(child => child.Set(null, contract.LastDay));
        db.AddRange(children);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var month in new[] { ReportingPeriod.Month(2017, 5), ReportingPeriod.Month(2017, 6) })
        {
            await Enter(services, db, contract, children, month, cancellationToken);
        }
    }

    private static async Task Enter(
        IServiceProvider services, PreschoolDbContext db, OrderContract contract, List<AttendanceChild> children, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var days = await MonthDays.Of(services.GetRequiredService<IWorkCalendar>(), month, cancellationToken);
        var sheet = new AttendanceSheet(contract.InstitutionId, children[0].GroupId, month.Start);
        var entries =
            from child in children
            let span = AttendanceSpan.Of(child, contract)
            from day in Enumerable.Range(1, days.Count)
            where days.IsWorking(day) && span.Has(month.Start.AddDays(day - 1))
            select new AttendanceEntry(child, span, day, Mark(int.Parse(child.Number, System.Globalization.CultureInfo.InvariantCulture), day), null);
        sheet.Enter([.. entries], days, month.End);
        var act = new MonthlyAct(contract, month.Start, 1, null);
        db.Add(sheet);
        await db.SaveChangesAsync(cancellationToken);
        act.Fill(await services.GetRequiredService<ActCalculator>().Compute(contract, month, cancellationToken));
        db.Add(act);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Invented: the first child never misses a day, the others now and then.</summary>
    private static AttendanceMark Mark(int child, int day) => child == 1 ? AttendanceMark.Present : (((child * 7) + day) % 11) switch
    {
        0 => AttendanceMark.Ill,
        1 when child % 3 == 0 => AttendanceMark.Absent,
        2 when child % 5 == 0 => AttendanceMark.Leave,
        _ => AttendanceMark.Present,
    };
}
