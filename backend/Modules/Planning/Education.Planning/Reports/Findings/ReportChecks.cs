using Education.Planning.Checks;
using Education.Planning.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports.Findings;

/// <summary>Runs the checks of a report and keeps what they found.</summary>
internal sealed class ReportChecks(PlanningDbContext db, TextOf texts)
{
    /// <summary>What the checks find in the figures and in everything printed for the report's period and territory; each finding once.</summary>
    public async Task<IReadOnlyList<Finding>> Run(Report report, FigureSet set, CancellationToken cancellationToken)
    {
        var statements = await db.Scoped<PrintedStatement>().AsNoTracking()
            .Where(s => s.TerritoryCode == report.TerritoryCode && s.Period == report.Period && (s.Chapter == null || s.Chapter == report.Chapter))
            .OrderBy(s => s.Document).ThenBy(s => s.Place).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return [.. new CheckEngine(texts).Run(StatementReader.Read(statements.Select(s => s.Claim), set)).DistinctBy(ReportFinding.PrintOf)];
    }

    /// <summary>New findings come, vanished ones go, those that stay keep their explanation. Not saved.</summary>
    public async Task Replace(Report report, IReadOnlyList<Finding> found, CancellationToken cancellationToken)
    {
        var stored = await db.Scoped<ReportFinding>().Where(f => f.ReportId == report.Id).ToDictionaryAsync(f => f.Fingerprint, cancellationToken);
        foreach (var finding in found)
        {
            if (!stored.Remove(ReportFinding.PrintOf(finding)))
            {
                db.Add(ReportFinding.Of(report, finding));
            }
        }

        db.RemoveRange(stored.Values);
    }

    /// <summary>Errors among them that nobody has explained, whether the last check knew them or they came with a later correction of the print.</summary>
    public async Task<int> OpenErrors(Report report, IReadOnlyList<Finding> found, CancellationToken cancellationToken)
    {
        var explained = await db.Scoped<ReportFinding>().Where(f => f.ReportId == report.Id && f.Reason != null)
            .Select(f => f.Fingerprint).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return found.Count(finding => finding.Severity == Severity.Error && !explained.Contains(ReportFinding.PrintOf(finding)));
    }
}
