using System.Text.Json;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>One mark of one day, null to take it away, with the paper that gives the reason.</summary>
internal sealed record AttendanceEntry(AttendanceChild Child, AttendanceSpan Span, int Day, AttendanceMark? Mark, string? Document);

/// <summary>Келу табелі / табель посещаемости of a group and month: the root of its rows, closed by the approval of an act.</summary>
internal sealed class AttendanceSheet : Entity, IInstitutionScoped
{
    private readonly List<AttendanceRow> _rows = [];

    private AttendanceSheet()
    {
    }

    public AttendanceSheet(Guid institutionId, Guid groupId, DateOnly month) => (InstitutionId, GroupId, Month) = (institutionId, groupId, month);

    public Guid InstitutionId { get; private set; }

    public Guid GroupId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>An approved act stands on it.</summary>
    public bool IsClosed { get; private set; }

    public IReadOnlyList<AttendanceRow> Rows => _rows;

    public void Close() => IsClosed = true;

    public void Reopen() => IsClosed = false;

    /// <summary>Takes marks of one or more days.</summary>
    /// <exception cref="RuleViolation">Closed, a day off, a day to come, or a day on which the child is not on the list: nothing is taken then.</exception>
    public void Enter(IReadOnlyList<AttendanceEntry> entries, MonthDays days, DateOnly today)
    {
        if (IsClosed)
        {
            throw new RuleViolation("preschool.attendance-month-closed");
        }

        // A mark may always be taken away: what was entered before a day became a holiday must be able to go.
        if (entries.Where(e => e.Mark is not null).Select(e => Refusal(e, days, today)).FirstOrDefault(r => r is not null) is { } refusal)
        {
            throw refusal;
        }

        foreach (var entry in entries)
        {
            var row = _rows.Find(r => r.ChildId == entry.Child.Id);
            if (row is null)
            {
                _rows.Add(row = new AttendanceRow(this, entry.Child));
            }

            row.Take(entry.Day, entry.Mark, entry.Document);
        }

        Touch();
    }

    /// <summary>Why a mark cannot be entered, or null.</summary>
    public static RuleViolation? Refusal(AttendanceEntry entry, MonthDays days, DateOnly today)
    {
        var date = days.First.AddDays(entry.Day - 1);
        return !days.IsWorking(entry.Day) ? new("preschool.attendance-day-off", date)
            : date > today ? new("preschool.attendance-future", date)
            : !entry.Span.Has(date) ? new("preschool.attendance-outside-enrolment", entry.Child.Number, date)
            : null;
    }
}

/// <summary>Табель жолы / строка табеля: a child's month. Who paid for what depends on it, so its marks are in the audit log.</summary>
internal sealed class AttendanceRow : Entity, IInstitutionScoped
{
    private AttendanceRow()
    {
    }

    public AttendanceRow(AttendanceSheet sheet, AttendanceChild child)
    {
        (SheetId, InstitutionId, GroupId, Month) = (sheet.Id, sheet.InstitutionId, sheet.GroupId, sheet.Month);
        (ChildId, ContractId) = (child.Id, child.ContractId);
    }

    public Guid SheetId { get; private set; }

    public Guid InstitutionId { get; private set; }

    public Guid GroupId { get; private set; }

    public Guid ContractId { get; private set; }

    public Guid ChildId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>A letter a day, see <see cref="AttendanceMarks"/>.</summary>
    public string Days { get; private set; } = new(AttendanceMarks.Blank, AttendanceMarks.Days);

    /// <summary>Days present, of <see cref="Days"/>: for SQL to sum.</summary>
    public int Present { get; private set; }

    /// <summary>Days absent for any reason.</summary>
    public int Absent { get; private set; }

    /// <summary>JSON day → paper that gives the reason of absence: health, so personal.</summary>
    [Personal]
    public string? Documents { get; private set; }

    public IReadOnlyDictionary<int, string> Papers => Documents is null ? new Dictionary<int, string>() : JsonSerializer.Deserialize<Dictionary<int, string>>(Documents)!;

    public void Take(int day, AttendanceMark? mark, string? document)
    {
        var letters = Days.ToCharArray();

        // A mark entered again (from a file, from the grid) keeps its paper unless told otherwise.
        document ??= mark?.Letter() == letters[day - 1] ? Papers.GetValueOrDefault(day) : null;
        letters[day - 1] = mark?.Letter() ?? AttendanceMarks.Blank;
        Days = new(letters);
        Present = letters.Count(l => l == AttendanceMarks.Present);
        Absent = letters.Count(l => l is not AttendanceMarks.Present and not AttendanceMarks.Blank);
        var papers = new SortedDictionary<int, string>(Papers.ToDictionary());
        papers.Remove(day);
        if (mark is not null and not AttendanceMark.Present && !string.IsNullOrWhiteSpace(document))
        {
            papers[day] = document.Trim();
        }

        Documents = papers.Count == 0 ? null : JsonSerializer.Serialize(papers);
    }

    /// <summary>Present on working days of the span: what the state pays for.</summary>
    public IEnumerable<int> ConfirmedDays(MonthDays days, AttendanceSpan span) =>
        Marked(days, span).Where(day => Days[day - 1] == AttendanceMarks.Present);

    /// <summary>Working days of the span that have a mark.</summary>
    public IEnumerable<int> Marked(MonthDays days, AttendanceSpan span) => Enumerable.Range(1, days.Count)
        .Where(day => days.IsWorking(day) && span.Has(days.First.AddDays(day - 1)) && Days[day - 1] != AttendanceMarks.Blank);
}

internal sealed class AttendanceSheetMapping : IEntityTypeConfiguration<AttendanceSheet>, IEntityTypeConfiguration<AttendanceRow>
{
    public void Configure(EntityTypeBuilder<AttendanceSheet> builder)
    {
        builder.ToTable("AttendanceSheets");
        builder.HasMany(s => s.Rows).WithOne().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(s => s.Rows).HasField("_rows").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(s => new { s.GroupId, s.Month }).IsUnique();
        builder.HasIndex(s => new { s.InstitutionId, s.Month });
    }

    public void Configure(EntityTypeBuilder<AttendanceRow> builder)
    {
        builder.ToTable("AttendanceRows");
        builder.Ignore(r => r.Papers);
        builder.Property(r => r.Days).HasMaxLength(AttendanceMarks.Days);
        builder.Property(r => r.Documents).HasMaxLength(4000);
        builder.HasIndex(r => new { r.SheetId, r.ChildId }).IsUnique();
        builder.HasIndex(r => new { r.ContractId, r.Month });
        builder.HasIndex(r => new { r.Month, r.ChildId });
    }
}
