using System.Runtime.CompilerServices;
using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.Planning.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.Testing.National.Views;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Indicators;

/// <summary>
/// Facts of the national test for Planning: schools one by one as SQL streams them, or summed up by SQL over the parts of a large territory
/// (<see cref="NationalSums"/>), then the territory's subjects, published totals and norms. Never a row about a person; past the reader's scope,
/// because figures of a territory do not depend on who asks.
/// </summary>
internal sealed class NationalFacts(
    TestingDbContext db, IParameters parameters, ITerritoryDirectory territories, IImportSources imports, Publication publication) : IIndicatorSource
{
    /// <summary>Nobody has results of it: what nobody asks for is not looked up.</summary>
    private const int NoYear = 0;

    public IReadOnlyList<IndicatorDescriptor> Indicators => NationalIndicators.All;

    public async IAsyncEnumerable<IndicatorFact> FactsAsync(IndicatorRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = request.Codes.Intersect(NationalIndicators.All.Select(i => i.Code)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0 || !ReportingPeriod.TryParse(request.Period, out var period) || period.Kind != ReportingPeriodKind.Year)
        {
            yield break;
        }

        var year = period.CalendarYear;
        var before = wanted.Overlaps([NationalIndicators.SchoolsBothYears, NationalIndicators.SchoolsRisen]) ? year - 1 : NoYear;
        var rows = NationalRows.Of(db, request, year);
        var sums = NationalRows.IsSummed(request) ? await NationalSums.Of(db, request.TerritoryCode!, year, before, cancellationToken) : [];
        var files = await Files(year, rows.Select(r => r.ImportId), sums.Select(part => part.ImportId), cancellationToken);
        // Below the threshold is known of participants only; over some of the schools it would pass for the territory's figure.
        var whole = wanted.Contains(NationalIndicators.BelowThreshold) && sums.TrueForAll(part => part.NotFromParticipants == 0)
            && await NationalRows.AllFromParticipants(rows, cancellationToken);
        await foreach (var fact in SchoolFacts(request.Period, rows, before, whole, files, cancellationToken))
        {
            if (wanted.Contains(fact.Code))
            {
                yield return fact;
            }
        }

        if (request.Institutions is not null)
        {
            yield break;
        }

        foreach (var fact in NationalSums.FactsOf(sums, request.Period, whole, files).Concat(await TerritoryFacts(request, year, files, cancellationToken)))
        {
            if (wanted.Contains(fact.Code))
            {
                yield return fact;
            }
        }
    }

    public async Task<IReadOnlyCollection<Guid>?> ExtremesAsync(ExtremesRequest request, CancellationToken cancellationToken) =>
        request.Code == NationalIndicators.SchoolMean && ReportingPeriod.TryParse(request.Period, out var period) && period.Kind == ReportingPeriodKind.Year
            ? await NationalExtremes.Of(db, publication, request, period.CalendarYear, cancellationToken)
            : null;

    public async Task<IReadOnlySet<string>> UnpublishedAsync(string period, CancellationToken cancellationToken) =>
        ReportingPeriod.TryParse(period, out var asked) && asked.Kind == ReportingPeriodKind.Year
            ? (await publication.Of(asked.CalendarYear, cancellationToken)).Places
            : new HashSet<string>(StringComparer.Ordinal);

    public Task<IReadOnlyDictionary<string, LocalizedText>> LabelsAsync(string dimension, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, LocalizedText>>(
            dimension == "subject" ? Subject.All.ToDictionary(s => s.Code, s => s.Name, StringComparer.Ordinal) : new Dictionary<string, LocalizedText>(StringComparer.Ordinal));

    /// <summary>The files that brought the year's rows of territories, the schools' rows asked for and some known already; in two queries.</summary>
    public async Task<IReadOnlyDictionary<Guid, SourceFile>> Files(
        int year, IQueryable<Guid?> ofSchools, IEnumerable<Guid?> known, CancellationToken cancellationToken)
    {
        var ids = await ofSchools.Where(id => id != null).Select(id => id!.Value)
            .Union(db.SubjectsForAggregates.Where(r => r.Year == year && r.ImportId != null).Select(r => r.ImportId!.Value))
            .Union(db.TerritoriesForAggregates.Where(r => r.Year == year && r.ImportId != null).Select(r => r.ImportId!.Value))
            .ToListAsync(cancellationToken);
        var found = await imports.Find([.. ids.Union(known.OfType<Guid>())], cancellationToken);
        return found.ToDictionary(p => p.Key, p => new SourceFile(p.Value.FileName, p.Key));
    }

    private async IAsyncEnumerable<IndicatorFact> SchoolFacts(
        string period, IQueryable<SchoolResult> rows, int yearBefore, bool whole, IReadOnlyDictionary<Guid, SourceFile> files,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines =
            from result in rows
            join school in db.Set<InstitutionRef>() on result.InstitutionId equals school.Id
            join before in db.ForAggregates.Where(r => r.Year == yearBefore) on result.InstitutionId equals before.InstitutionId into befores
            from before in befores.DefaultIfEmpty()
            select new SchoolRow(
                result.InstitutionId, school.TerritoryCode, result.Graduates, result.Participants, result.MeanHundredths, result.MeanWithoutCreativeHundredths,
                result.TotalHundredths, result.BelowThreshold, result.ImportId, before.MeanHundredths);
        await foreach (var row in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var fact in FactsOf(row, period, whole, File(files, row.ImportId)))
            {
                yield return fact;
            }
        }
    }

    private static IEnumerable<IndicatorFact> FactsOf(SchoolRow row, string period, bool whole, IReadOnlyList<SourceFile> sources)
    {
        IndicatorFact Fact(string code, decimal numerator, decimal? denominator, string unit) =>
            new(code, row.InstitutionId, row.TerritoryCode, period, Dimensions.None, numerator, denominator, unit) { Sources = sources };

        if (row.Participants is not { } participants)
        {
            // Only the mean is known, from the next year's table: it stands for itself and cannot be weighted.
            if (row.MeanHundredths is { } alone)
            {
                yield return Fact(NationalIndicators.SchoolMean, alone / 100m, null, "point");
            }

            yield break;
        }

        if (row.Graduates is { } graduates)
        {
            yield return Fact(NationalIndicators.Graduates, graduates, null, "person");
            yield return Fact(NationalIndicators.Participation, participants, graduates, "percent");
        }

        if (whole && row.BelowThreshold is { } below)
        {
            yield return Fact(NationalIndicators.BelowThreshold, below, null, "person");
        }

        yield return Fact(NationalIndicators.Participants, participants, null, "person");
        yield return Fact(NationalIndicators.Schools, participants > 0 ? 1 : 0, null, "school");
        if (row.MeanHundredths is not { } mean || participants == 0)
        {
            yield break;
        }

        var total = row.TotalHundredths!.Value / 100m;
        yield return Fact(NationalIndicators.Mean, total, participants, "point");
        yield return Fact(NationalIndicators.SchoolMean, total, participants, "point");
        yield return Fact(NationalIndicators.CreativeSchools, row.MeanWithoutCreativeHundredths is { } without && without != mean ? 1 : 0, null, "school");
        if (row.Before is { } before)
        {
            yield return Fact(NationalIndicators.SchoolsBothYears, 1, null, "school");
            yield return Fact(NationalIndicators.SchoolsRisen, mean > before ? 1 : 0, null, "school");
        }
    }

    private async Task<List<IndicatorFact>> TerritoryFacts(
        IndicatorRequest request, int year, IReadOnlyDictionary<Guid, SourceFile> files, CancellationToken cancellationToken)
    {
        var facts = new List<IndicatorFact>();
        var root = request.TerritoryCode;
        var closure = db.Set<TerritoryClosure>();
        var covered = closure.Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);
        var subjects = await db.SubjectsForAggregates.Where(r => r.Year == year).ToListAsync(cancellationToken);
        var published = await db.TerritoriesForAggregates.Where(r => r.Year == year).ToDictionaryAsync(r => r.TerritoryCode, StringComparer.Ordinal, cancellationToken);
        var own = subjects.Select(s => s.TerritoryCode).Concat(published.Keys).Distinct().ToList();
        var asked = root is null ? own : await covered.Where(c => own.Contains(c) || c == root).ToListAsync(cancellationToken);
        var pairs = await closure.Where(c => asked.Contains(c.DescendantCode)).ToListAsync(cancellationToken);
        var levels = (await territories.Find([.. pairs.Select(p => p.AncestorCode).Distinct()], cancellationToken)).ToDictionary(t => t.Key, t => t.Value.Level, StringComparer.Ordinal);
        var norms = await parameters.FindAll("testing.unt.", new DateOnly(year, 6, 1), root, cancellationToken);
        var smallest = TestParameters.SmallestGroupOf(await parameters.Find(TestParameters.SmallestGroup, new DateOnly(year, 6, 1), null, cancellationToken));
        foreach (var code in asked)
        {
            string? Above(int level) => pairs.Find(p => p.DescendantCode == code && levels.GetValueOrDefault(p.AncestorCode, -1) == level)?.AncestorCode;
            void Add(string indicator, decimal? numerator, decimal? denominator, string unit, Guid? import, Dimensions? dimensions = null)
            {
                if (numerator is { } value)
                {
                    facts.Add(new(indicator, null, code, request.Period, dimensions ?? Dimensions.None, value, denominator, unit) { Sources = File(files, import) });
                }
            }

            Add(NationalIndicators.Threshold, norms.GetValueOrDefault(TestParameters.Threshold)?.Value, null, "point", null);
            Add(NationalIndicators.MaxScore, norms.GetValueOrDefault(TestParameters.Max)?.Value, null, "point", null);
            AddPublished(Add, published, code, Above(1), Above(0));
            AddSubjects(Add, smallest, [.. subjects.Where(s => s.TerritoryCode == code)], [.. subjects.Where(s => s.TerritoryCode == Above(1) && s.TerritoryCode != code)]);
        }

        return facts;
    }

    /// <summary>What the facts of a school need: whole rows of ten thousand schools would be read for nothing.</summary>
    private sealed record SchoolRow(
        Guid InstitutionId, string TerritoryCode, int? Graduates, int? Participants, long? MeanHundredths, long? MeanWithoutCreativeHundredths,
        long? TotalHundredths, int? BelowThreshold, Guid? ImportId, long? Before);

    private delegate void AddFact(string indicator, decimal? numerator, decimal? denominator, string unit, Guid? import, Dimensions? dimensions = null);

    private static void AddPublished(AddFact add, Dictionary<string, TerritoryResult> published, string code, string? oblast, string? republic)
    {
        if (published.GetValueOrDefault(code) is { } own)
        {
            // Used by Planning only where no school stands behind the mean: facts of institutions win.
            add(NationalIndicators.Mean, own.MeanHundredths / 100m, null, "point", own.ImportId);
            add(NationalIndicators.BelowThreshold, own.BelowThreshold, null, "person", own.ImportId);
        }

        if (oblast is not null && oblast != code && published.GetValueOrDefault(oblast) is { } upper)
        {
            add(NationalIndicators.MeanOblast, upper.MeanHundredths / 100m, null, "point", upper.ImportId);
        }

        if (republic is not null && republic != code && published.GetValueOrDefault(republic) is { } top)
        {
            add(NationalIndicators.MeanRepublic, top.MeanHundredths / 100m, null, "point", top.ImportId);
        }
    }

    private static void AddSubjects(AddFact add, int smallest, List<SubjectResult> rows, List<SubjectResult> oblast)
    {
        foreach (var row in rows)
        {
            var dimensions = Dimensions.Of(("subject", row.SubjectCode));
            var isAll = row.Group == TakerGroup.All;
            var mean = row.Participants is null ? row.MeanHundredths / 100m : row.TotalHundredths / 100m;
            add(isAll ? NationalIndicators.SubjectMean : NationalIndicators.CreativeMean, mean, row.Participants, "point", row.ImportId, dimensions);
            if (isAll)
            {
                add(NationalIndicators.SubjectParticipants, row.Participants, null, "person", row.ImportId, dimensions);
            }
        }

        foreach (var row in oblast.Where(r => r.Group == TakerGroup.All))
        {
            add(NationalIndicators.SubjectMeanOblast, row.MeanHundredths / 100m, null, "point", row.ImportId, Dimensions.Of(("subject", row.SubjectCode)));
        }

        // Beside the mean of all it would tell that of a few takers of a creative exam.
        if (Totals.FromSubjects(rows) is { WithoutCreative: { } without } totals && totals.CreativeTakers >= smallest)
        {
            var import = rows[0].ImportId;
            add(NationalIndicators.MeanWithoutCreative, without.Total, without.Participants, "point", import);
            add(NationalIndicators.ParticipantsWithoutCreative, without.Participants, null, "person", import);
        }
    }

    private static IReadOnlyList<SourceFile> File(IReadOnlyDictionary<Guid, SourceFile> files, Guid? import) =>
        import is { } id && files.TryGetValue(id, out var file) ? [file] : [];
}
