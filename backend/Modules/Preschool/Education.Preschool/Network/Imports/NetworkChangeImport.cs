using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network.Imports;

/// <summary>
/// A year's list of openings or expansions: name, places, month, kind. A kindergarten need not be in the Registry yet; a name that means
/// exactly one is linked.
/// </summary>
internal abstract class NetworkChangeImport(PreschoolDbContext db, IInstitutionDirectory directory, NetworkChangeKind kind) : NetworkImport(db)
{
    public override IReadOnlyList<ImportOption> Options { get; } =
        [new("year", new("Жыл", "Год", "Year"), "integer", Required: true), Territory];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("name", new("Атауы", "Наименование", "Name"), ImportValueKind.Text, Required: true,
            ["Балабақша атауы", "Атауы", "Наименование детского сада", "Наименование", "name"]),
        new("places", new("Орын саны", "Количество мест", "Places"), ImportValueKind.Integer, Required: true,
            ["Орын саны", "Ашылған орындар", "Количество мест", "Мест", "Дополнительно мест", "places", "added_places"]),
        new("month", new("Ай", "Месяц", "Month"), ImportValueKind.Text, Required: false, ["Ай", "Месяц", "month"]),
        new("kind", new("Түрі", "Вид", "Kind"), ImportValueKind.Text, Required: false, ["Түрі", "Вид", "kind"]),
        new("note", new("Ескертпе", "Примечание", "Note"), ImportValueKind.Text, Required: false, ["Ескертпе", "Примечание", "note"]),
        new("plannedMonth", new("Жоспарланған ай", "Месяц по плану", "Planned month"), ImportValueKind.Text, Required: false,
            ["Жоспарланған ай", "Месяц по плану", "planned_month"]),
        new("plannedPlaces", new("Жоспарланған орын", "Мест по плану", "Planned places"), ImportValueKind.Integer, Required: false,
            ["Жоспарланған орын", "Мест по плану", "planned_places"]),
    ];

    public override Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>(
            YearOf(context) is < NetworkChangeBodyValidator.FirstYear or > NetworkChangeBodyValidator.LastYear
                ? [new FieldError("year", "out-of-range", NetworkChangeBodyValidator.FirstYear, NetworkChangeBodyValidator.LastYear)]
                : []);

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, track: false, cancellationToken);
        var seen = context.Memory<SeenNames>().Rows;
        var names = rows.Where(r => r.Has("name")).Select(r => r.Value<string>("name")!).Distinct(StringComparer.Ordinal).ToList();
        var matches = (await directory.Match(names, context.Options["territory"], cancellationToken)).ToDictionary(m => m.Text, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (Read(context, row, matches) is not { } facts)
            {
                continue;
            }

            var key = KeyOf(facts.Name);
            if (!seen.TryAdd(key, row.Number))
            {
                row.Refuse("name", "preschool.change-twice", seen[key]);
                continue;
            }

            row.Found = facts;
            row.Outcome = stored.TryGetValue(key, out var known)
                ? known.Facts == Merge(known, facts) ? ImportOutcome.Unchanged : ImportOutcome.Changed
                : ImportOutcome.Created;
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, track: true, cancellationToken);
        foreach (var row in rows)
        {
            var facts = (ChangeFacts)row.Found!;
            if (stored.TryGetValue(KeyOf(facts.Name), out var known))
            {
                known.Set(Merge(known, facts), context.ImportId, row.Number);
            }
            else
            {
                var change = new NetworkChange(context.Options["territory"], facts);
                change.Set(facts, context.ImportId, row.Number);
                Db.Add(change);
            }
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.ChangeTracker.Clear();
    }

    private static int YearOf(ImportContext context) => int.TryParse(context.Options.GetValueOrDefault("year"), out var year) ? year : 0;

    private static string KeyOf(string name) => SearchText.Normalize(name);

    /// <summary>What people entered by hand and the file does not speak of stays.</summary>
    private static ChangeFacts Merge(NetworkChange known, ChangeFacts file) => file with
    {
        InstitutionId = known.InstitutionId ?? file.InstitutionId,
        InstitutionKind = file.InstitutionKind ?? known.InstitutionKind,
        Planned = file.Planned ?? known.Facts.Planned,
        ResolutionNumber = known.ResolutionNumber,
        ResolutionDate = known.ResolutionDate,
        Note = file.Note ?? known.Note,
    };

    private ChangeFacts? Read(ImportContext context, ImportRow row, Dictionary<string, InstitutionMatch> matches)
    {
        var (month, planned) = (MonthOf(row, "month"), MonthOf(row, "plannedMonth"));
        var type = row.Has("kind") ? NetworkWords.Kind(row.Value<string>("kind")!) : null;
        if (row.Has("kind") && type is null)
        {
            row.Refuse("kind", "preschool.unknown-kind", row.Value<string>("kind"));
        }

        foreach (var column in new[] { "places", "plannedPlaces" }.Where(c => row.Has(c) && row.Value<long>(c) is < 1 or > SetKindergartenProfileValidator.MaxCapacity))
        {
            row.Refuse(column, "out-of-range", 1, SetKindergartenProfileValidator.MaxCapacity);
        }

        if (row.Errors.Count > 0)
        {
            return null;
        }

        var name = row.Value<string>("name")!;
        var match = matches[name];
        return new(
            kind, match.Kind == MatchKind.Exact ? match.Candidates[0].Id : null, name, type,
            row.Has("plannedPlaces") ? new(YearOf(context), planned, (int)row.Value<long>("plannedPlaces")) : null,
            new(YearOf(context), month, (int)row.Value<long>("places")), null, null, null, row.Value<string>("note"));
    }

    private static int? MonthOf(ImportRow row, string column)
    {
        var month = row.Has(column) ? NetworkWords.Month(row.Value<string>(column)!) : null;
        if (row.Has(column) && month is null)
        {
            row.Refuse(column, "preschool.unknown-month", row.Value<string>(column));
        }

        return month;
    }

    private async Task<Dictionary<string, NetworkChange>> Stored(ImportContext context, bool track, CancellationToken cancellationToken)
    {
        var (territory, year) = (context.Options["territory"], YearOf(context));
        var changes = track ? Db.Scoped<NetworkChange>() : Db.Scoped<NetworkChange>().AsNoTracking();
        var found = await changes.Where(c => c.TerritoryCode == territory && c.Kind == kind && (c.ActualYear == year || (c.ActualYear == null && c.PlannedYear == year)))
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return found.GroupBy(c => KeyOf(c.Name), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    private sealed class SeenNames
    {
        public Dictionary<string, int> Rows { get; } = new(StringComparer.Ordinal);
    }
}

/// <summary>Openings of a year.</summary>
internal sealed class OpeningImport(PreschoolDbContext db, IInstitutionDirectory directory) : NetworkChangeImport(db, directory, NetworkChangeKind.Opening)
{
    public override string Key => "preschool.openings";

    public override LocalizedText Name { get; } = new("Ашылған балабақшалар", "Открытые дошкольные организации", "Kindergartens opened");
}

/// <summary>Expansions of a year.</summary>
internal sealed class ExpansionImport(PreschoolDbContext db, IInstitutionDirectory directory) : NetworkChangeImport(db, directory, NetworkChangeKind.Expansion)
{
    public override string Key => "preschool.expansions";

    public override LocalizedText Name { get; } = new("Кеңейтілген балабақшалар", "Расширенные дошкольные организации", "Kindergartens expanded");
}
