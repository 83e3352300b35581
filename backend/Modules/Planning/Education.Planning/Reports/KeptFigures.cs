using System.Runtime.CompilerServices;
using Education.Planning.Snapshots;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Planning.Reports;

/// <summary>Reads every snapshot and every approved report once and names those that are no longer what was kept.</summary>
internal static class KeptFigures
{
    public static async IAsyncEnumerable<string> Faults(PlanningDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshots = db.Scoped<Snapshot>().AsNoTracking().OrderBy(s => s.TerritoryCode).ThenBy(s => s.Period).ThenBy(s => s.Chapter).ThenBy(s => s.Number);
        await foreach (var snapshot in snapshots.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!Holds(snapshot))
            {
                yield return $"Snapshot {snapshot.Number} of {snapshot.Chapter}, {snapshot.TerritoryCode}, {snapshot.Period} is damaged.";
            }
        }

        var approved =
            from report in db.Scoped<Report>().AsNoTracking()
            where report.State == ReportState.Approved
            join text in db.FrozenReports.AsNoTracking() on report.Id equals text.ReportId into texts
            from text in texts.DefaultIfEmpty()
            join snapshot in db.Scoped<Snapshot>() on report.SnapshotId equals snapshot.Id into figures
            from snapshot in figures.DefaultIfEmpty()
            orderby report.TerritoryCode, report.Period, report.Chapter, report.Number
            select new { Report = report, Text = text, Figures = snapshot.Sha256 };
        await foreach (var kept in approved.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (kept.Text is null || !kept.Text.Holds(kept.Report.Sha256) || kept.Text.FiguresSha256 != kept.Figures)
            {
                yield return $"Report {kept.Report.Number} of {kept.Report.Chapter}, {kept.Report.TerritoryCode}, {kept.Report.Period} is not what was approved.";
            }
        }
    }

    private static bool Holds(Snapshot snapshot)
    {
        try
        {
            SnapshotShelf.Open(snapshot);
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }
}
