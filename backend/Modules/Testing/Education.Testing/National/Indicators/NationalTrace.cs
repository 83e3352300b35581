using System.Globalization;
using Education.Planning.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.Testing.National.Views;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Indicators;

/// <summary>
/// The rows behind a figure of the national test, within the rights of who asks: schools outside his scope, and for readers without
/// <c>testing.write</c> the groups too small to be published, are counted as hidden.
/// </summary>
internal sealed class NationalTrace(
    TestingDbContext db, NationalFacts facts, ITerritoryDirectory territories, IParameters parameters, Publication publication) : IIndicatorTrace
{
    private static readonly HashSet<string> OfSchools =
    [
        NationalIndicators.Graduates, NationalIndicators.Participants, NationalIndicators.Participation, NationalIndicators.Schools, NationalIndicators.Mean,
        NationalIndicators.CreativeSchools, NationalIndicators.SchoolsBothYears, NationalIndicators.SchoolsRisen, NationalIndicators.SchoolMean,
        NationalIndicators.BelowThreshold,
    ];

    public bool Owns(string code) => NationalIndicators.All.Any(i => i.Code == code);

    public async Task<IndicatorTracePage> RowsAsync(TraceRequest request, CancellationToken cancellationToken)
    {
        if (!ReportingPeriod.TryParse(request.Period, out var period) || period.Kind != ReportingPeriodKind.Year)
        {
            return new([], request.Page, request.PageSize, 0);
        }

        var told = NationalRows.Of(db, new IndicatorRequest(request.Period, [request.Code], request.TerritoryCode), period.CalendarYear);
        var files = await facts.Files(period.CalendarYear, told.Select(r => r.ImportId), [], cancellationToken);
        if (OfSchools.Contains(request.Code)
            && (request.Code != NationalIndicators.BelowThreshold || await NationalRows.AllFromParticipants(told, cancellationToken)))
        {
            var page = await Schools(request, period.CalendarYear, files, cancellationToken);
            if (page.Total + page.Hidden > 0)
            {
                return page;
            }
        }

        var rows = await Territory(request, period.CalendarYear, files, cancellationToken);
        return new([.. rows.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)], request.Page, request.PageSize, rows.Count);
    }

    private async Task<IndicatorTracePage> Schools(
        TraceRequest request, int year, IReadOnlyDictionary<Guid, SourceFile> files, CancellationToken cancellationToken)
    {
        var all = Behind(SchoolLine.Of(db, db.ForAggregates, year, request.TerritoryCode), request);
        var mine = Behind(SchoolLine.Of(db, db.Scoped<SchoolResult>(), year, request.TerritoryCode), request);
        if (!publication.IsInternal(ResultView.Internal))
        {
            var hidden = (await publication.Of(year, cancellationToken)).Rows.ToList();
            mine = mine.Where(l => !hidden.Contains(l.InstitutionId));
        }

        var count = await all.CountAsync(cancellationToken);
        var total = await mine.CountAsync(cancellationToken);
        var lines = await mine.OrderBy(l => l.SortName).ThenBy(l => l.InstitutionId)
            .Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancellationToken);
        return new([.. lines.Select(l => Row(request.Code, l, files))], request.Page, request.PageSize, total, count - total);
    }

    /// <summary>The schools that count in the figure, by the same conditions as the facts.</summary>
    private static IQueryable<SchoolLine> Behind(IQueryable<SchoolLine> lines, TraceRequest request)
    {
        if (request.InstitutionId is { } institution)
        {
            lines = lines.Where(l => l.InstitutionId == institution);
        }

        return request.Code switch
        {
            NationalIndicators.SchoolMean => lines.Where(l => l.MeanHundredths != null),
            NationalIndicators.Mean => lines.Where(l => l.MeanHundredths != null && l.Participants > 0),
            NationalIndicators.CreativeSchools => lines.Where(l => l.Participants > 0 && l.WithoutCreativeHundredths != l.MeanHundredths),
            NationalIndicators.SchoolsBothYears => lines.Where(l => l.Participants > 0 && l.MeanHundredths != null && l.PreviousHundredths != null),
            NationalIndicators.SchoolsRisen => lines.Where(l => l.Participants > 0 && l.MeanHundredths > l.PreviousHundredths),
            NationalIndicators.BelowThreshold => lines.Where(l => l.BelowThreshold != null),
            NationalIndicators.Schools => lines.Where(l => l.Participants > 0),
            _ => lines.Where(l => l.Participants != null),
        };
    }

    private static TraceRow Row(string code, SchoolLine line, IReadOnlyDictionary<Guid, SourceFile> files)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        void Cell(string name, decimal? value)
        {
            if (value is { } known)
            {
                cells[name] = known.ToString(CultureInfo.InvariantCulture);
            }
        }

        Cell("graduates", line.Graduates);
        Cell("participants", line.Participants);
        Cell("mean", line.MeanHundredths / 100m);
        Cell("meanWithoutCreative", line.WithoutCreativeHundredths / 100m);
        Cell("belowThreshold", line.BelowThreshold);
        Cell("previousMean", line.PreviousHundredths / 100m);
        var total = line.TotalHundredths / 100m;
        (decimal? numerator, decimal? denominator) = code switch
        {
            NationalIndicators.Graduates => ((decimal?)line.Graduates, (decimal?)null),
            NationalIndicators.Participants => (line.Participants, null),
            NationalIndicators.BelowThreshold => (line.BelowThreshold, null),
            NationalIndicators.Participation => (line.Participants, line.Graduates),
            NationalIndicators.Mean or NationalIndicators.SchoolMean => (total ?? line.MeanHundredths / 100m, line.Participants),
            _ => (1m, null),
        };
        return new(line.Name, cells, numerator, denominator, line.ImportId is { } id ? files.GetValueOrDefault(id) : null, line.ImportRow);
    }

    private async Task<List<TraceRow>> Territory(
        TraceRequest request, int year, IReadOnlyDictionary<Guid, SourceFile> files, CancellationToken cancellationToken)
    {
        var above = (await territories.Ancestors(request.TerritoryCode, cancellationToken)).ToDictionary(t => t.Level);
        var code = request.Code switch
        {
            NationalIndicators.MeanOblast or NationalIndicators.SubjectMeanOblast => above.GetValueOrDefault(1)?.Code,
            NationalIndicators.MeanRepublic => above.GetValueOrDefault(0)?.Code,
            _ => request.TerritoryCode,
        };
        if (request.Code is NationalIndicators.Threshold or NationalIndicators.MaxScore)
        {
            return await Norm(request.Code == NationalIndicators.Threshold ? TestParameters.Threshold : TestParameters.Max, year, request, cancellationToken);
        }

        if (request.Code is NationalIndicators.Mean or NationalIndicators.BelowThreshold or NationalIndicators.MeanOblast or NationalIndicators.MeanRepublic)
        {
            var totals = await db.TerritoriesForAggregates.Where(r => r.Year == year && r.TerritoryCode == code).ToListAsync(cancellationToken);
            return [.. totals.Select(r => new TraceRow(
                above.Values.FirstOrDefault(t => t.Code == r.TerritoryCode)?.Name ?? new LocalizedText(r.TerritoryCode, r.TerritoryCode),
                new Dictionary<string, string>(StringComparer.Ordinal),
                request.Code == NationalIndicators.BelowThreshold ? r.BelowThreshold : r.MeanHundredths / 100m, null, Source(r.ImportId), r.ImportRow))];
        }

        var subject = request.Dimensions["subject"];
        var subjects = await db.SubjectsForAggregates
            .Where(r => r.Year == year && r.TerritoryCode == code && (subject == null || r.SubjectCode == subject)).ToListAsync(cancellationToken);
        var group = request.Code == NationalIndicators.CreativeMean ? TakerGroup.Creative : TakerGroup.All;
        var both = request.Code is NationalIndicators.MeanWithoutCreative or NationalIndicators.ParticipantsWithoutCreative;
        return [.. subjects.Where(r => both || r.Group == group).OrderBy(r => r.Group).ThenBy(r => Subject.All.ToList().FindIndex(s => s.Code == r.SubjectCode))
            .Select(SubjectRow)];

        SourceFile? Source(Guid? import) => import is { } id ? files.GetValueOrDefault(id) : null;

        TraceRow SubjectRow(SubjectResult row)
        {
            var sign = both && row.Group == TakerGroup.Creative ? -1 : 1;
            var cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["group"] = row.Group == TakerGroup.All ? "all" : "creative",
                ["mean"] = (row.MeanHundredths / 100m).ToString(CultureInfo.InvariantCulture),
            };
            return new(Subject.ByCode(row.SubjectCode).Name, cells, sign * (row.TotalHundredths ?? row.MeanHundredths) / 100m,
                sign * row.Participants, Source(row.ImportId), row.ImportRow);
        }
    }

    private async Task<List<TraceRow>> Norm(string parameter, int year, TraceRequest request, CancellationToken cancellationToken)
    {
        var value = await parameters.Find(parameter, new DateOnly(year, 6, 1), request.TerritoryCode, cancellationToken);
        return value is null
            ? []
            : [new TraceRow(new LocalizedText(value.LegalAct, value.LegalAct), new Dictionary<string, string>(StringComparer.Ordinal), value.Value, null)];
    }
}
