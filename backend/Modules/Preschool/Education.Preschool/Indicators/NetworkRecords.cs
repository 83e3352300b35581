using Education.Planning.Contracts;
using Education.Preschool.Groups;
using Education.Preschool.Network;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>
/// The network on 31 December: institutions as the register had them that day, places and children as the groups of the academic year then
/// running had them. Children are counted by full years of age.
/// </summary>
internal sealed class NetworkRecords(PreschoolDbContext db, IInstitutionNetwork network, TimeProvider time) : IFigureRecords
{
    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        var slices = PreschoolIndicators.Slices.Where(s => question.Asks(PreschoolIndicators.Covered + s.Slice)).ToList();
        var asksGroups = slices.Count > 0 || question.Asks(PreschoolIndicators.Places, PreschoolIndicators.Children, PreschoolIndicators.FullDay);
        if (!asksGroups && !question.Asks(PreschoolIndicators.Institutions))
        {
            return [];
        }

        var end = new DateOnly(question.Year, 12, 31);
        var today = time.Today();
        var institutions = await network.OpenOn("preschool", end < today ? end : today, question.TerritoryCode, question.WithinRights, cancellationToken);
        var records = institutions.Select(i => new FigureRecord(PreschoolIndicators.Institutions, i.Name, i.TerritoryCode, 1)
        {
            InstitutionId = i.Id,
            Cuts = Cuts(i),
        }).ToList();
        if (asksGroups)
        {
            var known = institutions.ToDictionary(i => i.Id);
            var regimes = await db.OfInstitutions<KindergartenProfile>(question).ToDictionaryAsync(l => l.Row.InstitutionId, l => l.Row.Regime, cancellationToken);
            foreach (var line in await Groups(question, end, cancellationToken))
            {
                records.AddRange(Of(line, known.GetValueOrDefault(line.Row.InstitutionId), regimes, question.Year, slices));
            }
        }

        return records;
    }

    private async Task<List<InstitutionLine<Group>>> Groups(FigureQuestion question, DateOnly end, CancellationToken cancellationToken) =>
        await db.OfInstitutions<Group>(question).AsNoTracking()
            .Where(l => l.Row.AcademicYear == question.Year && (l.Row.ClosedOn == null || l.Row.ClosedOn > end))
            .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Row.Name).ThenBy(l => l.Row.Id).ToListAsync(cancellationToken);

    private static IEnumerable<FigureRecord> Of(
        InstitutionLine<Group> line, NetworkInstitution? institution, Dictionary<Guid, DayRegime> regimes, int year,
        List<(string Slice, int From, int Below)> slices)
    {
        var group = line.Row;
        var age = Math.Max(0, year - group.BirthYear);
        var cuts = (institution is null ? Dimensions.None : Cuts(institution))
            .With("language", FigureLabels.Code(group.Language)).With("age", FigureRecord.Cell(age));
        FigureRecord Record(string code, int numerator, int? denominator = null) => new(code, Label(line), line.Institution.TerritoryCode, numerator)
        {
            InstitutionId = group.InstitutionId,
            Denominator = denominator,
            Cuts = cuts,
            Cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["age"] = FigureRecord.Cell(age), ["places"] = FigureRecord.Cell(group.Places), ["children"] = FigureRecord.Cell(group.Children),
            },
        };

        yield return Record(PreschoolIndicators.Places, group.Places);
        yield return Record(PreschoolIndicators.Children, group.Children);
        foreach (var slice in slices.Where(s => age >= s.From && age < s.Below))
        {
            yield return Record(PreschoolIndicators.Covered + slice.Slice, group.Children);
        }

        if (regimes.TryGetValue(group.InstitutionId, out var regime))
        {
            yield return Record(PreschoolIndicators.FullDay, regime == DayRegime.Half ? 0 : group.Children, group.Children);
        }
    }

    private static LocalizedText Label(InstitutionLine<Group> line) =>
        new($"{line.Institution.Name.Kk}, {line.Row.Name}", $"{line.Institution.Name.Ru}, {line.Row.Name}", $"{line.Institution.Name.En}, {line.Row.Name}");

    private static Dimensions Cuts(NetworkInstitution institution) => Dimensions.Of(
        ("kind", institution.Kind), ("ownership", institution.IsPrivate ? "private" : "state"), ("setting", institution.IsRural ? "rural" : "urban"));
}
