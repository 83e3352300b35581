using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.Preschool.StateOrder.Attendance;
using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Signals;

/// <summary>A signal as SQL finds it; what the numbers mean is said by the kind's text.</summary>
internal sealed class SignalFound
{
    public Guid SubjectId { get; init; }

    public Guid InstitutionId { get; init; }

    public Guid GroupId { get; init; }

    /// <summary>Name of the group, or number of the child.</summary>
    public string Subject { get; init; } = "";

    public int First { get; init; }

    public int Second { get; init; }

    public int Third { get; init; }
}

/// <summary>The limits of the signals on a day.</summary>
internal sealed record SignalLimits(int FullMonths, int FullDays, int GroupNorm);

/// <summary>The signals of a month, each one query; within the reader's scope on both sides of every comparison.</summary>
internal sealed class SignalSources(PreschoolDbContext db, IWorkCalendar calendar, IParameters parameters, GroupNorms norms)
{
    public async Task<IQueryable<SignalFound>> Of(SignalKind kind, ReportingPeriod month, CancellationToken cancellationToken)
    {
        var limits = await Limits(month.End, cancellationToken);
        return kind switch
        {
            SignalKind.UnderfilledGroup => Underfilled(AcademicYear.Of(month.End).StartYear),
            SignalKind.OverfilledGroup => Overfilled(AcademicYear.Of(month.End).StartYear, limits.GroupNorm),
            SignalKind.CrowdedRoom => Crowded(await norms.Of(AcademicYear.Of(month.End).StartYear, null, cancellationToken)),
            SignalKind.FullAttendance => FullAttendance(month.Start, limits),
            SignalKind.DayOffPresence => PresentOn(month.Start, await DaysOff(month, cancellationToken)),
            _ => Twice(month.Start, month.End),
        };
    }

    public async Task<SignalLimits> Limits(DateOnly day, CancellationToken cancellationToken)
    {
        var values = await parameters.FindAll(SignalParameters.Prefix, day, null, cancellationToken);
        int Of(string code) => values.TryGetValue(code, out var value) ? (int)value.Value : throw new RuleViolation("preschool.rules-missing", code);
        return new(Of(SignalParameters.FullMonths), Of(SignalParameters.FullDays), Of(SignalParameters.GroupNorm));
    }

    /// <summary>Taken, places, waiting.</summary>
    private IQueryable<SignalFound> Underfilled(int year)
    {
        var waiting = db.Scoped<QueueApplication>().Where(a => a.State == TicketState.Waiting);
        var closure = db.Set<TerritoryClosure>();
        return
            from g in db.Scoped<Group>()
            join i in db.Set<InstitutionRef>() on g.InstitutionId equals i.Id
            where g.AcademicYear == year && g.Children + g.Held < g.Places
            let line = waiting.Count(a => a.BirthYear == g.BirthYear && a.Language == g.Language && a.Profile == g.Profile
                && closure.Any(t => t.AncestorCode == a.TerritoryCode && t.DescendantCode == i.TerritoryCode))
            where line > 0
            select new SignalFound
            {
                SubjectId = g.Id, InstitutionId = g.InstitutionId, GroupId = g.Id, Subject = g.Name, First = g.Children + g.Held, Second = g.Places, Third = line,
            };
    }

    /// <summary>Children, places, norm.</summary>
    private IQueryable<SignalFound> Overfilled(int year, int norm) => db.Scoped<Group>()
        .Where(g => g.AcademicYear == year && (g.Children > g.Places || (g.Profile == GroupProfile.General && g.Children > norm)))
        .Select(g => new SignalFound
        {
            SubjectId = g.Id, InstitutionId = g.InstitutionId, GroupId = g.Id, Subject = g.Name, First = g.Children, Second = g.Places, Third = norm,
        });

    /// <summary>Children, area in whole m², children that it is enough for. One query for the years of birth that share a norm.</summary>
    private IQueryable<SignalFound> Crowded(NormBook book)
    {
        const int Oldest = 7;
        var year = book.AcademicYear;
        return Enumerable.Range(year - Oldest, Oldest + 1).GroupBy(book.AreaNorm).Where(years => years.Key is not null)
            .Select(years => Crowded(year, [.. years], years.Key!.Value))
            .DefaultIfEmpty(Crowded(year, [], 1)).Aggregate(Queryable.Concat);
    }

    private IQueryable<SignalFound> Crowded(int year, int[] born, decimal norm) => db.Scoped<Group>()
        .Where(g => g.AcademicYear == year && born.Contains(g.BirthYear) && g.Children * norm > g.AreaM2)
        .Select(g => new SignalFound
        {
            SubjectId = g.Id, InstitutionId = g.InstitutionId, GroupId = g.Id, Subject = g.Name, First = g.Children, Second = (int)g.AreaM2!.Value,
            Third = (int)(g.AreaM2!.Value / norm),
        });

    /// <summary>Months in a row, days present in the last of them.</summary>
    private IQueryable<SignalFound> FullAttendance(DateOnly month, SignalLimits limits)
    {
        var full = db.Scoped<AttendanceRow>().Where(r => r.Absent == 0 && r.Present >= limits.FullDays);
        var rows = full.Where(r => r.Month == month);
        for (var back = 1; back < limits.FullMonths; back++)
        {
            var before = month.AddMonths(-back);
            rows = rows.Where(r => full.Any(b => b.ChildId == r.ChildId && b.Month == before));
        }

        return
            from r in rows
            join c in db.Scoped<AttendanceChild>() on r.ChildId equals c.Id
            select new SignalFound
            {
                SubjectId = c.Id, InstitutionId = r.InstitutionId, GroupId = r.GroupId, Subject = c.Number, First = limits.FullMonths, Second = r.Present, Third = 0,
            };
    }

    /// <summary>How many of the month's days off. A sheet refuses them, so they stem from days that became days off later, or from imports past it.</summary>
    private IQueryable<SignalFound> PresentOn(DateOnly month, int[] daysOff)
    {
        const string Present = "p";
        return
            from r in db.Scoped<AttendanceRow>()
            join c in db.Scoped<AttendanceChild>() on r.ChildId equals c.Id
            where r.Month == month
            let count = daysOff.Count(day => r.Days.Substring(day - 1, 1) == Present)
            where count > 0
            select new SignalFound
            {
                SubjectId = r.Id, InstitutionId = r.InstitutionId, GroupId = r.GroupId, Subject = c.Number, First = count, Second = 0, Third = 0,
            };
    }

    /// <summary>
    /// Lists of other kindergartens with the same ИИН in the month, and applications with it that wait. The number itself is never shown.
    /// </summary>
    private IQueryable<SignalFound> Twice(DateOnly first, DateOnly last)
    {
        var listed = db.Scoped<AttendanceChild>().Where(c => c.Iin != null && c.EnrolledFrom <= last && (c.EnrolledTo == null || c.EnrolledTo >= first));
        var waiting = db.Scoped<QueueApplication>().Where(a => a.State == TicketState.Waiting);
        return
            from c in listed
            let lists = listed.Count(o => o.Iin == c.Iin && o.InstitutionId != c.InstitutionId)
            let lines = waiting.Count(a => a.Iin == c.Iin)
            where lists + lines > 0
            select new SignalFound
            {
                SubjectId = c.Id, InstitutionId = c.InstitutionId, GroupId = c.GroupId, Subject = c.Number, First = lists, Second = lines, Third = 0,
            };
    }

    private async Task<int[]> DaysOff(ReportingPeriod month, CancellationToken cancellationToken)
    {
        var days = await MonthDays.Of(calendar, month, cancellationToken);
        return [.. Enumerable.Range(1, days.Count).Where(day => !days.IsWorking(day))];
    }
}
