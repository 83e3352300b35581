using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network.Imports;

/// <summary>Profiles of kindergartens; a column that the file lacks leaves what is stored.</summary>
internal sealed class ProfileImport(PreschoolDbContext db, Kindergartens kindergartens) : NetworkImport(db)
{
    private const int MaxAge = SetKindergartenProfileValidator.MaxAge;
    private const int MaxCount = SetKindergartenProfileValidator.MaxCapacity;

    public override string Key => "preschool.profiles";

    public override LocalizedText Name { get; } = new("Балабақшалардың паспорттары", "Профили дошкольных организаций", "Kindergarten profiles");

    public override IReadOnlyList<ImportOption> Options { get; } = [Territory];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("institution", new("Балабақша", "Детский сад", "Kindergarten"), ImportValueKind.Institution, Required: true,
            ["Балабақша атауы", "Балабақша", "Детский сад", "Наименование организации", "Наименование", "institution"]),
        new("designCapacity", new("Жобалық қуаты", "Проектная мощность", "Design capacity"), ImportValueKind.Integer, Required: false,
            ["Жобалық қуаты", "Проектная мощность", "design_capacity"]),
        new("area", new("Ауданы, м²", "Площадь, м²", "Area, m²"), ImportValueKind.Decimal, Required: false, ["Ауданы, м²", "Площадь, м²", "Площадь групповых", "area_m2"]),
        new("ageFrom", new("Жасы, бастап", "Возраст от", "Age from"), ImportValueKind.Integer, Required: false, ["Жасы, бастап", "Возраст от", "age_from"]),
        new("ageTo", new("Жасы, дейін", "Возраст до", "Age to"), ImportValueKind.Integer, Required: false, ["Жасы, дейін", "Возраст до", "age_to"]),
        new("languages", new("Топтардың тілдері", "Языки групп", "Languages"), ImportValueKind.Text, Required: false, ["Топтардың тілдері", "Тілі", "Языки групп", "Язык", "languages"]),
        new("regime", new("Жұмыс тәртібі", "Режим", "Day regime"), ImportValueKind.Text, Required: false, ["Жұмыс тәртібі", "Режим работы", "Режим", "regime"]),
        new("hours", new("Сағат", "Часов в день", "Hours a day"), ImportValueKind.Decimal, Required: false, ["Сағат", "Часов в день", "hours"]),
        new("pedagogues", new("Педагогтер", "Педагогов", "Pedagogues"), ImportValueKind.Integer, Required: false, ["Педагогтер саны", "Педагогов", "pedagogues"]),
        new("ofSpeciality", new("Мамандығы бойынша", "По специальности", "Of the speciality"), ImportValueKind.Integer, Required: false,
            ["Мамандығы бойынша", "Со специальностью дошкольного воспитания", "По специальности", "of_speciality"]),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(rows, track: false, cancellationToken);
        var ids = Ids(rows);
        var known = await kindergartens.Visible().Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToHashSetAsync(cancellationToken);
        var seen = context.Memory<SeenInstitutions>().Rows;
        foreach (var row in rows.Where(r => r.Errors.Count == 0))
        {
            var id = row.Value<Guid>("institution");
            var facts = Read(row, stored.GetValueOrDefault(id)?.Facts);
            if (!known.Contains(id))
            {
                row.Refuse("institution", "preschool.not-a-kindergarten");
            }
            else if (!seen.TryAdd(id, row.Number))
            {
                row.Refuse("institution", "preschool.change-twice", seen[id]);
            }

            if (row.Errors.Count > 0)
            {
                continue;
            }

            row.Found = facts;
            row.Outcome = stored.TryGetValue(id, out var profile)
                ? profile.Facts == facts ? ImportOutcome.Unchanged : ImportOutcome.Changed
                : ImportOutcome.Created;
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(rows, track: true, cancellationToken);
        foreach (var row in rows)
        {
            var id = row.Value<Guid>("institution");
            if (!stored.TryGetValue(id, out var profile))
            {
                Db.Add(profile = new KindergartenProfile(id));
            }

            profile.Set((ProfileFacts)row.Found!, context.ImportId);
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }

    private static List<Guid> Ids(IReadOnlyList<ImportRow> rows) => [.. rows.Select(r => r.Value<Guid>("institution")).Where(id => id != Guid.Empty).Distinct()];

    private static ProfileFacts Read(ImportRow row, ProfileFacts? stored)
    {
        var languages = Word(row, "languages", NetworkWords.Languages) ?? stored?.Languages ?? KindergartenLanguages.None;
        var regime = Word(row, "regime", NetworkWords.Regime) ?? stored?.Regime ?? DayRegime.Full;
        var facts = new ProfileFacts(
            Whole(row, "designCapacity", 1, MaxCount) ?? stored?.DesignCapacity, Number(row, "area", SetKindergartenProfileValidator.MaxArea) ?? stored?.AreaM2,
            Whole(row, "ageFrom", 0, MaxAge) ?? stored?.AgeFrom, Whole(row, "ageTo", 0, MaxAge) ?? stored?.AgeTo, languages, regime,
            Number(row, "hours", 24) ?? stored?.HoursPerDay, stored?.Specialisation ?? KindergartenSpecialisation.General, stored?.Subordination ?? Subordination.City,
            Whole(row, "pedagogues", 0, MaxCount) ?? stored?.Pedagogues, Whole(row, "ofSpeciality", 0, MaxCount) ?? stored?.PedagoguesOfSpeciality);
        if (facts.AgeTo < facts.AgeFrom)
        {
            row.Refuse("ageTo", "preschool.age-range");
        }

        if (facts.PedagoguesOfSpeciality > (facts.Pedagogues ?? 0))
        {
            row.Refuse("ofSpeciality", "preschool.speciality-exceeds-pedagogues", facts.PedagoguesOfSpeciality, facts.Pedagogues ?? 0);
        }

        return facts;
    }

    private static int? Whole(ImportRow row, string column, int least, int most)
    {
        if (row.Has(column) && (row.Value<long>(column) < least || row.Value<long>(column) > most))
        {
            row.Refuse(column, "out-of-range", least, most);
            return null;
        }

        return row.Has(column) ? (int)row.Value<long>(column) : null;
    }

    private static decimal? Number(ImportRow row, string column, decimal most)
    {
        if (row.Has(column) && (row.Value<decimal>(column) < 1 || row.Value<decimal>(column) > most))
        {
            row.Refuse(column, "out-of-range", 1, most);
            return null;
        }

        return row.Has(column) ? row.Value<decimal>(column) : null;
    }

    private static T? Word<T>(ImportRow row, string column, Func<string, T?> read)
        where T : struct
    {
        var value = row.Has(column) ? read(row.Value<string>(column)!) : null;
        if (row.Has(column) && value is null)
        {
            row.Refuse(column, "preschool.unknown-word", row.Value<string>(column));
        }

        return value;
    }

    private Task<Dictionary<Guid, KindergartenProfile>> Stored(IReadOnlyList<ImportRow> rows, bool track, CancellationToken cancellationToken)
    {
        var ids = Ids(rows);
        var profiles = track ? Db.Scoped<KindergartenProfile>() : Db.Scoped<KindergartenProfile>().AsNoTracking();
        return profiles.Where(p => ids.Contains(p.InstitutionId)).ToDictionaryAsync(p => p.InstitutionId, cancellationToken);
    }

    private sealed class SeenInstitutions
    {
        public Dictionary<Guid, int> Rows { get; } = [];
    }
}
