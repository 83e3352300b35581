using System.Globalization;
using Education.BuildingBlocks.Persistence;
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
            foreach (var line in await Groups(question).ToListAsync(cancellationToken))
            {
                records.AddRange(Of(line, known.GetValueOrDefault(line.Row.InstitutionId), question.Year, slices));
            }
        }

        return records;
    }

    /// <summary>Cuts by what an institution was that day are known by the register alone: records with them are built whole.</summary>
    public async Task<FigureRows?> Rows(FigureQuestion question, FigureCut cut, CancellationToken cancellationToken)
    {
        var groups = cut.Code switch
        {
            PreschoolIndicators.Places or PreschoolIndicators.Children => Groups(question),
            PreschoolIndicators.FullDay => Groups(question).Where(l => l.Regime != null),
            _ => PreschoolIndicators.Slices.Where(s => cut.Code == PreschoolIndicators.Covered + s.Slice)
                .Select(s => Groups(question).Where(l => l.Row.BirthYear <= question.Year - s.From && l.Row.BirthYear > question.Year - s.Below)).SingleOrDefault(),
        };
        foreach (var (name, value) in cut.Dimensions.Pairs)
        {
            groups = (name, value) switch
            {
                ("language", _) when Enum.TryParse<GroupLanguage>(value, ignoreCase: true, out var language) => groups?.Where(l => l.Row.Language == language),
                ("age", "0") => groups?.Where(l => l.Row.BirthYear >= question.Year),
                ("age", _) when int.TryParse(value, CultureInfo.InvariantCulture, out var age) => groups?.Where(l => l.Row.BirthYear == question.Year - age),
                _ => null,
            };
        }

        return groups is null ? null : await FigureRows.Of(
            groups.Where(l => cut.InstitutionId == null || l.Row.InstitutionId == cut.InstitutionId), l => Of(l, null, question.Year, cut.Code), cancellationToken);
    }

    private IQueryable<GroupLine> Groups(FigureQuestion question)
    {
        var end = new DateOnly(question.Year, 12, 31);
        return db.OfInstitutions<Group>(question).AsNoTracking()
            .Where(l => l.Row.AcademicYear == question.Year && (l.Row.ClosedOn == null || l.Row.ClosedOn > end))
            .GroupJoin(db.ProfilesOfGroups, l => l.Row.InstitutionId, p => p.InstitutionId, (line, profiles) => new { line, profiles })
            .SelectMany(j => j.profiles.DefaultIfEmpty(), (j, profile) => new GroupLine
            {
                Row = j.line.Row, Institution = j.line.Institution, Regime = profile == null ? null : profile.Regime,
            })
            .OrderBy(l => l.Institution.SortName).ThenBy(l => l.Row.Name).ThenBy(l => l.Row.Id);
    }

    private static IEnumerable<FigureRecord> Of(GroupLine line, NetworkInstitution? institution, int year, List<(string Slice, int From, int Below)> slices)
    {
        var age = Math.Max(0, year - line.Row.BirthYear);
        IEnumerable<string> codes =
        [
            PreschoolIndicators.Places, PreschoolIndicators.Children,
            .. slices.Where(s => age >= s.From && age < s.Below).Select(s => PreschoolIndicators.Covered + s.Slice),
            .. line.Regime is null ? [] : new[] { PreschoolIndicators.FullDay },
        ];
        return codes.Select(code => Of(line, institution, year, code));
    }

    private static FigureRecord Of(GroupLine line, NetworkInstitution? institution, int year, string code)
    {
        var group = line.Row;
        var age = FigureRecord.Cell(Math.Max(0, year - group.BirthYear));
        var numerator = code switch
        {
            PreschoolIndicators.Places => group.Places,
            PreschoolIndicators.FullDay when line.Regime == DayRegime.Half => 0,
            _ => group.Children,
        };
        return new(code, Label(line), line.Institution.TerritoryCode, numerator)
        {
            InstitutionId = group.InstitutionId,
            Denominator = code == PreschoolIndicators.FullDay ? group.Children : null,
            Cuts = (institution is null ? Dimensions.None : Cuts(institution)).With("language", FigureLabels.Code(group.Language)).With("age", age),
            Cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["age"] = age, ["places"] = FigureRecord.Cell(group.Places), ["children"] = FigureRecord.Cell(group.Children),
            },
        };
    }

    private static LocalizedText Label(GroupLine line) =>
        new($"{line.Institution.Name.Kk}, {line.Row.Name}", $"{line.Institution.Name.Ru}, {line.Row.Name}", $"{line.Institution.Name.En}, {line.Row.Name}");

    private static Dimensions Cuts(NetworkInstitution institution) => Dimensions.Of(
        ("kind", institution.Kind), ("ownership", institution.IsPrivate ? "private" : "state"), ("setting", institution.IsRural ? "rural" : "urban"));

    /// <summary>A group, its kindergarten, and the regime of the day where the profile tells it.</summary>
    private sealed class GroupLine
    {
        public required Group Row { get; init; }

        public required InstitutionRef Institution { get; init; }

        public DayRegime? Regime { get; init; }
    }
}
