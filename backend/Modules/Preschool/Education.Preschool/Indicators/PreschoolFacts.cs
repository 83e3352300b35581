using System.Runtime.CompilerServices;
using Education.Imports.Contracts;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Preschool.Indicators;

/// <summary>Facts of preschool education for Planning: the records of every topic, added up.</summary>
internal sealed class PreschoolFacts(IEnumerable<IFigureRecords> topics, FigureLabels labels, IImportSources imports) : IIndicatorSource
{
    public IReadOnlyList<IndicatorDescriptor> Indicators => PreschoolIndicators.All;

    public async IAsyncEnumerable<IndicatorFact> FactsAsync(IndicatorRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = request.Codes.Where(PreschoolIndicators.Knows).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0 || !ReportingPeriod.TryParse(request.Period, out var period) || period.Kind != ReportingPeriodKind.Year)
        {
            yield break;
        }

        var question = new FigureQuestion(period.CalendarYear, wanted, request.TerritoryCode, WithinRights: false);
        var records = await Records(topics, question, cancellationToken);
        var files = await Files(imports, records, cancellationToken);
        foreach (var fact in FigureRecord.Facts(records, request.Period, files))
        {
            yield return fact;
        }
    }

    public Task<IReadOnlyDictionary<string, LocalizedText>> LabelsAsync(string dimension, CancellationToken cancellationToken) =>
        labels.Of(dimension, cancellationToken);

    /// <summary>Records of all topics, only of the codes asked. Records of institutions win over a published total of their territory.</summary>
    public static async Task<List<FigureRecord>> Records(IEnumerable<IFigureRecords> topics, FigureQuestion question, CancellationToken cancellationToken)
    {
        var records = new List<FigureRecord>();
        foreach (var topic in topics)
        {
            records.AddRange((await topic.Find(question, cancellationToken)).Where(r => question.Codes.Contains(r.Code)));
        }

        return records;
    }

    public static async Task<IReadOnlyDictionary<Guid, SourceFile>> Files(
        IImportSources imports, IEnumerable<FigureRecord> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(r => r.ImportId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, SourceFile>()
            : (await imports.Find(ids, cancellationToken)).ToDictionary(p => p.Key, p => new SourceFile(p.Value.FileName, p.Key));
    }
}
