using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.Preschool.StateOrder.Orders;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>Finds the sheet of a group and month with all that its rules and its grid need, in a fixed number of queries.</summary>
internal sealed class AttendanceSheets(PreschoolDbContext db, IWorkCalendar calendar, TimeProvider time)
{
    /// <exception cref="NotFound">The group is unknown to the acting user.</exception>
    public async Task<OpenSheet> Open(Guid groupId, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var group = await (
            from g in db.Scoped<Group>().AsNoTracking()
            join i in db.Set<InstitutionRef>() on g.InstitutionId equals i.Id
            where g.Id == groupId
            select new { Group = g, i.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound("Group", groupId);
        var (first, last) = (month.Start, month.End);
        var sheet = await db.Scoped<AttendanceSheet>().Include(s => s.Rows).SingleOrDefaultAsync(s => s.GroupId == groupId && s.Month == first, cancellationToken);
        var children = await (
            from child in db.Scoped<AttendanceChild>().AsNoTracking()
            join contract in db.Scoped<OrderContract>().AsNoTracking() on child.ContractId equals contract.Id
            where child.GroupId == groupId && child.EnrolledFrom <= last && (child.EnrolledTo == null || child.EnrolledTo >= first)
                && contract.StartsOn <= last && contract.LastDay >= first
            orderby child.SortNumber, child.EnrolledFrom
            select new { child, contract }).ToListAsync(cancellationToken);
        return new(
            group.Group, group.Name, sheet, await MonthDays.Of(calendar, month, cancellationToken), time.Today(),
            [.. children.Select(c => new ListedChild(c.child, AttendanceSpan.Of(c.child, c.contract)))]);
    }
}

/// <summary>A child and the days on which it may be marked.</summary>
internal sealed record ListedChild(AttendanceChild Child, AttendanceSpan Span);

/// <summary>A sheet with its surroundings; the sheet is null while nothing is entered.</summary>
internal sealed record OpenSheet(
    Group Group, LocalizedText InstitutionName, AttendanceSheet? Sheet, MonthDays Days, DateOnly Today, IReadOnlyList<ListedChild> Children)
{
    public AttendanceSheetResult Result() => new(
        Group.Id, Group.Name, Group.InstitutionId, InstitutionName, Days.Month.Code, Sheet?.IsClosed == true, Days.WorkingDays,
        [.. Enumerable.Range(1, Days.Count).Select(day => new AttendanceDay(day, Days.IsWorking(day), Days.First.AddDays(day - 1) > Today))],
        [.. Children.Select(Line)], Sheet?.Version ?? 0);

    private AttendanceLine Line(ListedChild listed)
    {
        var row = Sheet?.Rows.FirstOrDefault(r => r.ChildId == listed.Child.Id);
        var enrolled = Days.WorkingIn(listed.Span);
        var present = row?.ConfirmedDays(Days, listed.Span).Count() ?? 0;
        var marked = row?.Marked(Days, listed.Span).Count() ?? 0;
        var papers = row?.Papers;
        var marks = row?.Days.Select((letter, i) => (Day: i + 1, Mark: AttendanceMarks.Of(letter))).Where(d => d.Mark is not null)
            .Select(d => new AttendanceMarkResult(d.Day, d.Mark!.Value, papers!.GetValueOrDefault(d.Day))) ?? [];
        return new(
            listed.Child.Id, listed.Child.Number, listed.Span.From > Days.First ? listed.Span.From.Day : 1, listed.Span.To < Days.Last ? listed.Span.To.Day : Days.Count,
            present, marked - present, enrolled - marked, enrolled, [.. marks]);
    }
}
