using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.Preschool.StateOrder.Attendance;
using Education.Preschool.StateOrder.Orders;
using Education.Preschool.StateOrder.Tariffs;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>What an act says, as computed.</summary>
internal sealed record ActFigures(int? Places, int WorkingDays, IReadOnlyList<ActLineFigures> Lines);

internal sealed record ActLineFigures(
    Guid GroupId, string GroupName, Guid TariffId, decimal Monthly, string LegalAct, int Children, int Days, decimal Amount);

/// <summary>
/// The money of a month. A monthly tariff becomes a daily one by the working days of the whole month (days ÷ working days × tariff), and each
/// line is rounded once, half up, to the tiyn: twenty days of a month of twenty cost exactly the monthly tariff. Where a tariff changes
/// within a month each day costs what held on it.
/// </summary>
internal static class ActMoney
{
    /// <summary>Lines by group and tariff, in the order of the groups' names.</summary>
    public static IReadOnlyList<ActLineFigures> Lines(
        IReadOnlyList<(Group Group, AttendanceChild Child, AttendanceRow Row)> rows, MonthDays days, OrderContract contract, Func<Group, int, OrderTariff> tariffOf)
    {
        var confirmed = rows.SelectMany(r => r.Row.ConfirmedDays(days, AttendanceSpan.Of(r.Child, contract))
            .Select(day => (Group: (r.Group.Id, r.Group.Name), r.Child.Number, Tariff: tariffOf(r.Group, day))));
        var lines = confirmed.GroupBy(d => (d.Group, d.Tariff)).Select(line => new ActLineFigures(
            line.Key.Group.Id, line.Key.Group.Name, line.Key.Tariff.Id, line.Key.Tariff.Monthly, line.Key.Tariff.LegalAct,
            line.Select(d => d.Number).Distinct(StringComparer.Ordinal).Count(), line.Count(), Line(line.Count(), days.WorkingDays, line.Key.Tariff.Monthly)));
        return [.. lines.OrderBy(l => l.GroupName, StringComparer.Ordinal).ThenBy(l => l.Monthly).ThenBy(l => l.TariffId)];
    }

    public static decimal Line(int days, int workingDays, decimal monthly) => days == 0 ? 0 : Rounding.HalfUp(days * monthly / workingDays, 2);
}

/// <summary>Computes an act from the sheets.</summary>
internal sealed class ActCalculator(PreschoolDbContext db, IWorkCalendar calendar, IInstitutionDirectory directory, IParameters parameters)
{
    /// <exception cref="RuleViolation"><c>preschool.tariff-missing</c>: a day has no tariff.</exception>
    public async Task<ActFigures> Compute(OrderContract contract, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var days = await MonthDays.Of(calendar, month, cancellationToken);
        var rows = await Rows(contract.Id, month.Start, cancellationToken);
        var institution = (await directory.Find([contract.InstitutionId], cancellationToken)).GetValueOrDefault(contract.InstitutionId)
            ?? throw new NotFound("Institution", contract.InstitutionId);
        var tariffs = await TariffBook.Open(db, institution.TerritoryCode, days.First, days.Last, cancellationToken);
        var nurseryBelow = await parameters.Find(OrderParameters.PreschoolAge, days.First, institution.TerritoryCode, cancellationToken)
            ?? throw new RuleViolation("preschool.rules-missing", OrderParameters.PreschoolAge);
        OrderTariff TariffOf(Group group, int day) => tariffs.On(
            days.First.AddDays(day - 1),
            new(institution.Kind, contract.Place, contract.Hours, contract.Profile,
                group.AcademicYear - group.BirthYear < nurseryBelow.Value ? OrderAge.Nursery : OrderAge.Preschool));
        return new(contract.Places, days.WorkingDays, ActMoney.Lines([.. rows.Select(r => (r.Group, r.Child, r.Row))], days, contract, TariffOf));
    }

    /// <summary>Working days on a list without a mark, over all sheets that the act would close.</summary>
    public async Task<int> Blanks(OrderContract contract, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var days = await MonthDays.Of(calendar, month, cancellationToken);
        var groups = GroupsOf(contract.Id, days.First, days.Last);
        var children = await (
            from child in db.Scoped<AttendanceChild>().AsNoTracking()
            join order in db.Scoped<OrderContract>().AsNoTracking() on child.ContractId equals order.Id
            where groups.Contains(child.GroupId) && child.EnrolledFrom <= days.Last && (child.EnrolledTo == null || child.EnrolledTo >= days.First)
            select new { child, order }).ToListAsync(cancellationToken);
        var rows = await db.Scoped<AttendanceRow>().AsNoTracking().Where(r => r.Month == days.First && groups.Contains(r.GroupId))
            .ToDictionaryAsync(r => r.ChildId, cancellationToken);
        return children.Sum(c =>
        {
            var span = AttendanceSpan.Of(c.child, c.order);
            return days.WorkingIn(span) - (rows.GetValueOrDefault(c.child.Id)?.Marked(days, span).Count() ?? 0);
        });
    }

    /// <summary>The sheets that an act of the contract stands on.</summary>
    public Task<List<AttendanceSheet>> Sheets(Guid contractId, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var (first, last) = (month.Start, month.End);
        var groups = GroupsOf(contractId, first, last);
        return db.Scoped<AttendanceSheet>().Where(s => s.Month == first && groups.Contains(s.GroupId)).ToListAsync(cancellationToken);
    }

    private IQueryable<Guid> GroupsOf(Guid contractId, DateOnly first, DateOnly last) => db.Scoped<AttendanceChild>()
        .Where(c => c.ContractId == contractId && c.EnrolledFrom <= last && (c.EnrolledTo == null || c.EnrolledTo >= first)).Select(c => c.GroupId);

    private Task<List<SheetRow>> Rows(Guid contractId, DateOnly month, CancellationToken cancellationToken) => (
        from row in db.Scoped<AttendanceRow>().AsNoTracking()
        join child in db.Scoped<AttendanceChild>().AsNoTracking() on row.ChildId equals child.Id
        join g in db.Scoped<Group>().AsNoTracking() on row.GroupId equals g.Id
        where row.ContractId == contractId && row.Month == month
        select new SheetRow { Row = row, Child = child, Group = g }).ToListAsync(cancellationToken);

    private sealed class SheetRow
    {
        public required AttendanceRow Row { get; init; }

        public required AttendanceChild Child { get; init; }

        public required Group Group { get; init; }
    }
}
