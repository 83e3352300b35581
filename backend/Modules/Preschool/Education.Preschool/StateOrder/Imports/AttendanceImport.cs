using System.Globalization;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Preschool.StateOrder.Attendance;
using Education.Preschool.StateOrder.Orders;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Imports;

/// <summary>A month sheet as kindergartens keep it: children × days 1–31. An empty cell leaves what is entered.</summary>
internal sealed class AttendanceImport(PreschoolDbContext db, IWorkCalendar calendar, TimeProvider time) : OrderImport(db)
{
    private readonly PreschoolDbContext _db = db;

    public override string Key => "preschool.attendance";

    public override LocalizedText Name { get; } = new("Айлық келу табелі", "Табель посещаемости за месяц", "Attendance sheet of a month");

    public override string Permission => PreschoolPermissions.WriteAttendance;

    public override IReadOnlyList<ImportOption> Options { get; } =
        [new("month", new("Ай (2017-06)", "Месяц (2017-06)", "Month (2017-06)"), "text", Required: true)];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("number", new("Баланың нөмірі", "Номер ребёнка", "Number of the child"), ImportValueKind.Text, Required: true,
            ["Баланың нөмірі", "Нөмірі", "Номер ребёнка", "Внутренний номер", "Номер", "Number"]),
        new("kindergarten", new("Балабақша", "Детский сад", "Kindergarten"), ImportValueKind.Institution, Required: false,
            ["Балабақша", "Детский сад", "Наименование детского сада", "Kindergarten"]),
        .. Enumerable.Range(1, AttendanceMarks.Days).Select(day => day.ToString(CultureInfo.InvariantCulture)).Select(day => new ImportColumn(
            "d" + day, new($"{day}-күн", $"День {day}", $"Day {day}"), ImportValueKind.Text, Required: false, [day])),
    ];

    public override Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>(SheetMonth.IsMonth(context.Options.GetValueOrDefault("month")) ? [] : [new("month", "preschool.month-format")]);

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var days = await MonthDays.Of(calendar, MonthOf(context), cancellationToken);
        var listed = await Listed(rows, days, cancellationToken);
        var groups = listed.SelectMany(l => l).Select(l => l.Child.GroupId).Distinct().ToList();
        var sheets = await _db.Scoped<AttendanceSheet>().AsNoTracking().Include(s => s.Rows).Where(s => s.Month == days.First && groups.Contains(s.GroupId))
            .ToDictionaryAsync(s => s.GroupId, cancellationToken);
        var (seen, today) = (context.Memory<Seen>().Rows, time.Today());
        foreach (var row in rows.Where(r => r.Errors.Count == 0))
        {
            if (Find(row, listed) is not { } found)
            {
                continue;
            }

            if (!seen.TryAdd(found[0].Child.Id, row.Number))
            {
                row.Refuse("number", "preschool.attendance-row-twice", seen[found[0].Child.Id]);
                continue;
            }

            var entries = Entries(row, found, days, today);
            if (entries.Exists(e => sheets.GetValueOrDefault(e.Child.GroupId)?.IsClosed == true))
            {
                row.Refuse("number", "preschool.attendance-month-closed");
            }

            if (row.Errors.Count == 0)
            {
                row.Found = entries;
                row.Outcome = Outcome(entries, sheets);
            }
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var days = await MonthDays.Of(calendar, MonthOf(context), cancellationToken);
        var byGroup = rows.SelectMany(r => (List<AttendanceEntry>)r.Found!).GroupBy(e => e.Child.GroupId).ToList();
        var groups = byGroup.ConvertAll(g => g.Key);
        var sheets = await _db.Scoped<AttendanceSheet>().Include(s => s.Rows).Where(s => s.Month == days.First && groups.Contains(s.GroupId))
            .ToDictionaryAsync(s => s.GroupId, cancellationToken);
        foreach (var group in byGroup)
        {
            if (!sheets.TryGetValue(group.Key, out var sheet))
            {
                _db.Add(sheet = new AttendanceSheet(group.First().Child.InstitutionId, group.Key, days.First));
            }

            sheet.Enter([.. group], days, time.Today());
        }

        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    /// <summary>Children on lists of the month by number.</summary>
    private async Task<ILookup<string, ListedChild>> Listed(IReadOnlyList<ImportRow> rows, MonthDays days, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(r => r.Value<string>("number")).OfType<string>().Distinct().ToList();
        var found = await (
            from child in _db.Scoped<AttendanceChild>().AsNoTracking()
            join contract in _db.Scoped<OrderContract>().AsNoTracking() on child.ContractId equals contract.Id
            where numbers.Contains(child.Number) && child.EnrolledFrom <= days.Last && (child.EnrolledTo == null || child.EnrolledTo >= days.First)
            orderby child.EnrolledFrom
            select new { child, contract }).ToListAsync(cancellationToken);
        return found.ToLookup(f => f.child.Number, f => new ListedChild(f.child, AttendanceSpan.Of(f.child, f.contract)), StringComparer.Ordinal);
    }

    /// <summary>The child's places on lists: several where it moved to another group within the month.</summary>
    private static List<ListedChild>? Find(ImportRow row, ILookup<string, ListedChild> listed)
    {
        var institution = row.Value<Guid>("kindergarten");
        var fits = listed[row.Value<string>("number")!].Where(l => institution == Guid.Empty || l.Child.InstitutionId == institution).ToList();
        if (fits.Count > 0 && fits.TrueForAll(f => f.Child.InstitutionId == fits[0].Child.InstitutionId))
        {
            return fits;
        }

        row.Refuse("number", fits.Count == 0 ? "preschool.attendance-row-unknown" : "preschool.attendance-row-ambiguous");
        return null;
    }

    private static ImportOutcome Outcome(List<AttendanceEntry> entries, Dictionary<Guid, AttendanceSheet> sheets)
    {
        AttendanceRow? Stored(AttendanceEntry e) => sheets.GetValueOrDefault(e.Child.GroupId)?.Rows.FirstOrDefault(r => r.ChildId == e.Child.Id);
        return !entries.Exists(e => Stored(e) is not null) ? ImportOutcome.Created
            : entries.TrueForAll(e => Stored(e)?.Days[e.Day - 1] == e.Mark!.Value.Letter()) ? ImportOutcome.Unchanged : ImportOutcome.Changed;
    }

    private static List<AttendanceEntry> Entries(ImportRow row, List<ListedChild> found, MonthDays days, DateOnly today)
    {
        var entries = new List<AttendanceEntry>();
        for (var day = 1; day <= AttendanceMarks.Days; day++)
        {
            var key = "d" + day.ToString(CultureInfo.InvariantCulture);
            if (row.Value<string>(key) is not { Length: > 0 } text)
            {
                continue;
            }

            if (day > days.Count)
            {
                row.Refuse(key, "preschool.attendance-no-such-day");
            }
            else if (!AttendanceMarks.TryRead(text, out var mark))
            {
                row.Refuse(key, "preschool.attendance-mark-unknown");
            }
            else
            {
                var date = days.First.AddDays(day - 1);
                var place = found.Find(f => f.Span.Has(date)) ?? found[0];
                var entry = new AttendanceEntry(place.Child, place.Span, day, mark, null);
                if (AttendanceSheet.Refusal(entry, days, today) is { } refusal)
                {
                    row.Refuse(key, refusal.Code, [.. refusal.Args]);
                }

                entries.Add(entry);
            }
        }

        return entries;
    }

    private static ReportingPeriod MonthOf(ImportContext context) => ReportingPeriod.Parse(context.Options["month"]);

    private sealed class Seen
    {
        public Dictionary<Guid, int> Rows { get; } = [];
    }
}
