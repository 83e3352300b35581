using Education.BuildingBlocks.Persistence;
using Education.Planning.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Indicators;

/// <summary>
/// The facts of all schools below a large territory, added up by SQL over each territory directly below it: the same sums that
/// <see cref="NationalFacts"/> would give school by school, in one query a year, however many schools there are.
/// </summary>
internal static class NationalSums
{
    public static async Task<List<Sums>> Of(TestingDbContext db, string root, int year, int yearBefore, CancellationToken cancellationToken)
    {
        var closure = db.Set<TerritoryClosure>();
        var rows =
            from below in closure
            where below.AncestorCode == root && below.Depth == 1
            join part in closure on below.DescendantCode equals part.AncestorCode
            join school in db.Set<InstitutionRef>() on part.DescendantCode equals school.TerritoryCode
            join result in db.ForAggregates on school.Id equals result.InstitutionId
            where result.Year == year && result.Participants != null
            join before in db.ForAggregates.Where(r => r.Year == yearBefore) on result.InstitutionId equals before.InstitutionId into befores
            from before in befores.DefaultIfEmpty()
            select new
            {
                Part = part.AncestorCode,
                result.ImportId,
                result.Graduates,
                Participants = result.Participants!.Value,
                Total = result.TotalHundredths,
                result.MeanHundredths,
                result.MeanWithoutCreativeHundredths,
                result.BelowThreshold,
                result.Source,
                Before = before.MeanHundredths,
            };
        return await rows.GroupBy(r => new { r.Part, r.ImportId }).Select(g => new Sums(
            g.Key.Part,
            g.Key.ImportId,
            g.Count(),
            g.Count(r => r.Graduates != null),
            g.Sum(r => r.Graduates ?? 0),
            g.Sum(r => r.Participants),
            g.Sum(r => r.Graduates == null ? 0 : r.Participants),
            g.Count(r => r.Participants > 0),
            g.Count(r => r.BelowThreshold != null),
            g.Sum(r => r.BelowThreshold ?? 0),
            g.Count(r => r.Participants > 0 && r.Total != null),
            g.Sum(r => r.Total ?? 0),
            g.Sum(r => r.Total != null ? r.Participants : 0),
            g.Count(r => r.Participants > 0 && r.MeanWithoutCreativeHundredths != null && r.MeanWithoutCreativeHundredths != r.MeanHundredths),
            g.Count(r => r.Participants > 0 && r.MeanHundredths != null && r.Before != null),
            g.Count(r => r.Participants > 0 && r.MeanHundredths > r.Before),
            g.Count(r => r.Participants > 0 && r.Source != ResultSource.Participants))).ToListAsync(cancellationToken);
    }

    /// <summary>A fact of a part names the files of exactly the rows that it sums up.</summary>
    public static IEnumerable<IndicatorFact> FactsOf(List<Sums> sums, string period, bool whole, IReadOnlyDictionary<Guid, SourceFile> names) =>
        sums.GroupBy(s => s.Part, StringComparer.Ordinal).SelectMany(part => OfPart([.. part], period, whole, names));

    /// <param name="Part">Territory directly below the asked one.</param>
    /// <param name="ImportId">File that the rows came from.</param>
    public sealed record Sums(
        string Part, Guid? ImportId, int Rows, int WithGraduates, int Graduates, int Participants, int ParticipantsOfGraduates, int Schools,
        int WithBelow, int BelowThreshold, int WithMean, long TotalHundredths, int ParticipantsWithMean, int Creative, int BothYears, int Risen, int NotFromParticipants);

    private static IEnumerable<IndicatorFact> OfPart(List<Sums> files, string period, bool whole, IReadOnlyDictionary<Guid, SourceFile> names)
    {
        return new[]
        {
            Fact(NationalIndicators.Graduates, s => s.WithGraduates, s => s.Graduates, null, "person"),
            Fact(NationalIndicators.Participation, s => s.WithGraduates, s => s.ParticipantsOfGraduates, s => s.Graduates, "percent"),
            whole ? Fact(NationalIndicators.BelowThreshold, s => s.WithBelow, s => s.BelowThreshold, null, "person") : null,
            Fact(NationalIndicators.Participants, s => s.Rows, s => s.Participants, null, "person"),
            Fact(NationalIndicators.Schools, s => s.Rows, s => s.Schools, null, "school"),
            Fact(NationalIndicators.Mean, s => s.WithMean, s => s.TotalHundredths / 100m, s => s.ParticipantsWithMean, "point"),
            Fact(NationalIndicators.CreativeSchools, s => s.WithMean, s => s.Creative, null, "school"),
            Fact(NationalIndicators.SchoolsBothYears, s => s.BothYears, s => s.BothYears, null, "school"),
            Fact(NationalIndicators.SchoolsRisen, s => s.BothYears, s => s.Risen, null, "school"),
        }.OfType<IndicatorFact>();

        IndicatorFact? Fact(string code, Func<Sums, int> rows, Func<Sums, decimal> numerator, Func<Sums, decimal>? denominator, string unit)
        {
            var behind = files.FindAll(s => rows(s) > 0);
            return behind.Count == 0 ? null : new(
                code, null, behind[0].Part, period, Dimensions.None, behind.Sum(numerator), denominator is null ? null : behind.Sum(denominator), unit)
            {
                Summed = true,
                Rows = behind.Sum(rows),
                Sources = [.. behind.Select(s => s.ImportId is { } id ? names.GetValueOrDefault(id) : null).OfType<SourceFile>().Distinct()],
            };
        }
    }
}
