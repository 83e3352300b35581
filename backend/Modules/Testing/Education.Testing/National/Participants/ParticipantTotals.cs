using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.Testing.National.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Participants;

/// <summary>
/// Computes the results of schools and the subjects of territories from participants of the main session, aggregated in SQL, into the tables
/// that every view, indicator and trace reads. Runs in the caller's transaction.
/// </summary>
internal sealed class ParticipantTotals(TestingDbContext db, CurrentUser user, int year, ParticipantNorms norms, Guid importId)
{
    /// <summary>Recomputes the schools, then the territories they lie in.</summary>
    public async Task Compute(IReadOnlyCollection<Guid> schools, CancellationToken cancellationToken)
    {
        var ids = schools.ToList();
        await ComputeSchools(ids, cancellationToken);
        var territories = await db.Set<InstitutionRef>().Where(i => EF.Parameter(ids).Contains(i.Id)).Select(i => i.TerritoryCode).Distinct()
            .ToListAsync(cancellationToken);
        var importer = user.Context;
        try
        {
            // Who imports the results of one school may not write the territory's figures; that they follow is the system's doing.
            user.Become(UserContext.System);
            await ComputeSubjects(territories, cancellationToken);
        }
        finally
        {
            user.Become(importer);
        }
    }

    private IQueryable<ParticipantResult> Counted => db.ParticipantsForAggregates.Where(p => p.Year == year && p.Session == SessionKind.Main);

    private async Task ComputeSchools(List<Guid> ids, CancellationToken cancellationToken)
    {
        var computed = await Sums(ids).ToDictionaryAsync(s => s.InstitutionId, cancellationToken);
        var stored = await db.Scoped<SchoolResult>().Where(r => r.Year == year && EF.Parameter(ids).Contains(r.InstitutionId)).ToListAsync(cancellationToken);
        foreach (var result in stored)
        {
            // Whoever moved to another school leaves a school without participants: nobody, not the figures of an old table.
            var figures = computed.GetValueOrDefault(result.InstitutionId) ?? new(result.InstitutionId, 0, 0, 0, 0, 0);
            if (!result.Is(figures))
            {
                result.Compute(figures, importId);
            }

            computed.Remove(result.InstitutionId);
        }

        await db.BulkInsert(computed.Values.Select(New).ToAsyncEnumerable(), importId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private SchoolResult New(ComputedSchool figures)
    {
        var result = new SchoolResult(figures.InstitutionId, year);
        result.Compute(figures, importId);
        return result;
    }

    private IQueryable<ComputedSchool> Sums(List<Guid> ids)
    {
        var (total, reading, math) = (norms.Threshold, norms.ThresholdOf(Subject.Reading), norms.ThresholdOf(Subject.MathLiteracy));
        var (history, profile) = (norms.ThresholdOf(Subject.History), norms.ThresholdOf("profile"));
        return Counted.Where(p => EF.Parameter(ids).Contains(p.InstitutionId)).GroupBy(p => p.InstitutionId).Select(g => new ComputedSchool(
            g.Key,
            g.Count(),
            g.Sum(p => (long)p.Total),
            g.Count(p => !p.IsCreative),
            g.Sum(p => p.IsCreative ? 0L : p.Total),
            // A subject not taken is null, and null is below nothing.
            g.Count(p => p.Total < total || p.Reading < reading || p.MathLiteracy < math || p.History < history
                || p.Profile1Score < profile || p.Profile2Score < profile)));
    }

    /// <summary>
    /// A territory's subjects come from participants once none of its schools stands on a published table: a mean over some of the schools
    /// must not replace, or be taken for, the mean over all.
    /// </summary>
    private async Task ComputeSubjects(List<string> territories, CancellationToken cancellationToken)
    {
        var mixed = await (
            from result in db.ForAggregates
            where result.Year == year && result.Source == ResultSource.Table && result.Participants > 0
            join school in db.Set<InstitutionRef>() on result.InstitutionId equals school.Id
            where EF.Parameter(territories).Contains(school.TerritoryCode)
            select school.TerritoryCode).Distinct().ToListAsync(cancellationToken);
        var whole = territories.Except(mixed, StringComparer.Ordinal).ToList();
        if (whole.Count == 0)
        {
            return;
        }

        var computed = await SubjectSums(whole, cancellationToken);
        var stored = await db.Scoped<SubjectResult>().Where(r => r.Year == year && EF.Parameter(whole).Contains(r.TerritoryCode)).ToListAsync(cancellationToken);
        foreach (var result in stored)
        {
            if (computed.Remove((result.TerritoryCode, result.SubjectCode, result.Group), out var sum))
            {
                result.Compute(sum.Takers, sum.Points, importId);
            }
            else
            {
                db.Remove(result);
            }
        }

        foreach (var ((territory, subject, group), sum) in computed)
        {
            var result = new SubjectResult(territory, year, subject, group);
            result.Compute(sum.Takers, sum.Points, importId);
            db.Add(result);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<Dictionary<(string Territory, string Subject, TakerGroup Group), (int Takers, long Points)>> SubjectSums(
        List<string> territories, CancellationToken cancellationToken)
    {
        // One pass over the participants: grouping by both profile subjects at once is cheaper than two passes of one each.
        var groups = await (
            from participant in Counted
            join school in db.Set<InstitutionRef>() on participant.InstitutionId equals school.Id
            where EF.Parameter(territories).Contains(school.TerritoryCode)
            group participant by new { school.TerritoryCode, participant.IsCreative, participant.Profile1, participant.Profile2 } into g
            select new
            {
                g.Key.TerritoryCode,
                g.Key.IsCreative,
                g.Key.Profile1,
                g.Key.Profile2,
                Takers = g.Count(),
                Reading = g.Sum(p => (long)p.Reading),
                MathTakers = g.Count(p => p.MathLiteracy != null),
                Math = g.Sum(p => (long)(p.MathLiteracy ?? 0)),
                History = g.Sum(p => (long)p.History),
                Points1 = g.Sum(p => (long)(p.Profile1Score ?? 0)),
                Points2 = g.Sum(p => (long)(p.Profile2Score ?? 0)),
            }).ToListAsync(cancellationToken);
        var sums = new Dictionary<(string Territory, string Subject, TakerGroup Group), (int Takers, long Points)>();
        foreach (var row in groups)
        {
            Add(row.TerritoryCode, row.IsCreative, Subject.Reading, row.Takers, row.Reading);
            Add(row.TerritoryCode, row.IsCreative, Subject.MathLiteracy, row.MathTakers, row.Math);
            Add(row.TerritoryCode, row.IsCreative, Subject.History, row.Takers, row.History);
            Add(row.TerritoryCode, row.IsCreative, row.Profile1, row.Takers, row.Points1);
            Add(row.TerritoryCode, row.IsCreative, row.Profile2, row.Takers, row.Points2);
        }

        return sums;

        void Add(string territory, bool creative, string? subject, int takers, long points)
        {
            if (subject is null || takers == 0)
            {
                return;
            }

            foreach (var group in creative ? new[] { TakerGroup.All, TakerGroup.Creative } : [TakerGroup.All])
            {
                var (known, sum) = sums.GetValueOrDefault((territory, subject, group));
                sums[(territory, subject, group)] = (known + takers, sum + points);
            }
        }
    }
}
