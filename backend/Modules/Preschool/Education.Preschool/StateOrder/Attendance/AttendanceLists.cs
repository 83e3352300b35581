using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Attendance;

/// <summary>What must hold of the lists of one kindergarten. Lists of two kindergartens are a signal, for a person to look at.</summary>
internal sealed class AttendanceLists(PreschoolDbContext db)
{
    /// <exception cref="RuleViolation"><c>preschool.attendance-child-twice</c>: the number or the ИИН is on a list of these days.</exception>
    public async Task RefuseTwice(AttendanceChild child, CancellationToken cancellationToken)
    {
        var twice = await AtTheTimeOf(child).AnyAsync(
            c => c.InstitutionId == child.InstitutionId && (c.Number == child.Number || (child.Iin != null && c.Iin == child.Iin)), cancellationToken);
        if (twice)
        {
            throw new RuleViolation("preschool.attendance-child-twice", child.Number);
        }
    }

    /// <exception cref="RuleViolation"><c>preschool.order-places-full</c>: every place of the contract is used on the first day.</exception>
    public async Task RefuseOverPlaces(AttendanceChild child, int? places, CancellationToken cancellationToken)
    {
        if (places is null)
        {
            return;
        }

        // Lists only grow by enrolment, so the load is highest on the first day of somebody's enrolment.
        var others = await AtTheTimeOf(child).Where(c => c.ContractId == child.ContractId)
            .Select(c => new { c.EnrolledFrom, c.EnrolledTo }).ToListAsync(cancellationToken);
        var most = others.Select(o => o.EnrolledFrom).Where(day => day > child.EnrolledFrom).Append(child.EnrolledFrom)
            .Max(day => others.Count(o => o.EnrolledFrom <= day && (o.EnrolledTo is null || o.EnrolledTo >= day)));
        if (most >= places)
        {
            throw new RuleViolation("preschool.order-places-full", places);
        }
    }

    private IQueryable<AttendanceChild> AtTheTimeOf(AttendanceChild child)
    {
        var last = child.EnrolledTo ?? DateOnly.MaxValue;
        return db.Scoped<AttendanceChild>().AsNoTracking()
            .Where(c => c.Id != child.Id && c.EnrolledFrom <= last && (c.EnrolledTo == null || c.EnrolledTo >= child.EnrolledFrom));
    }
}
