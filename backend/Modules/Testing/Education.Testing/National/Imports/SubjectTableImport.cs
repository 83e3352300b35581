using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Imports;

/// <summary>Participants and mean by subject of one territory: the department's own table, or the means of oblast and republic for comparison.</summary>
internal sealed class SubjectTableImport(TestingDbContext db, IParameters parameters) : TestingImport(db, parameters)
{
    private static readonly Dictionary<string, TakerGroup> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["все"] = TakerGroup.All, ["барлығы"] = TakerGroup.All, ["all"] = TakerGroup.All,
        ["творческие"] = TakerGroup.Creative, ["шығармашылық"] = TakerGroup.Creative, ["creative"] = TakerGroup.Creative,
    };

    private readonly TestingDbContext _db = db;

    public override string Key => "testing.subjects";

    public override LocalizedText Name { get; } = new("ҰБТ-ның пәндер бойынша нәтижелері", "Результаты ЕНТ по предметам", "National test results by subject");

    public override IReadOnlyList<ImportOption> Options { get; } = [Year, Territory];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("subject", new("Пән", "Предмет", "Subject"), ImportValueKind.Text, Required: true, ["Пән", "Пән атауы", "Предмет", "Наименование предмета", "subject"]),
        new("participants", new("Тапсырғандар", "Сдавали", "Participants"), ImportValueKind.Integer, Required: false,
            ["Тапсырғандар саны", "Қатысушылар", "Сдавали", "Количество участников", "Участников", "participants"]),
        new("mean", new("Орташа балл", "Средний балл", "Mean"), ImportValueKind.Decimal, Required: true, ["Орташа балл", "Средний балл", "avg_score", "mean"]),
        new("group", new("Топ", "Группа", "Group"), ImportValueKind.Text, Required: false, ["Топ", "Группа", "Группа сдававших", "group"]),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var norms = await NormsOf(context, cancellationToken);
        var stored = await Stored(context, track: false, cancellationToken);
        var computed = stored.Values.Any(r => r.Source == ResultSource.Participants);
        var seen = context.Memory<SeenSubjects>().Rows;
        foreach (var row in rows)
        {
            var subject = Subject.Find(row.Value<string>("subject"));
            if (subject is null && row.Has("subject"))
            {
                row.Refuse("subject", "testing.subject-unknown", row.Value<string>("subject"));
            }

            var group = TakerGroup.All;
            if (row.Has("group") && !Groups.TryGetValue(row.Value<string>("group")!.Trim(), out group))
            {
                row.Refuse("group", "testing.group-unknown");
            }

            if (row.Value<long>("participants") < 0)
            {
                row.Refuse("participants", "testing.negative-count");
            }

            var code = subject?.Block == SubjectBlock.Compulsory ? subject.Code : "profile";
            var mean = Hundredths(row, "mean", norms.Of(TestParameters.SubjectMax + code, 50));
            if (row.Errors.Count > 0 || subject is null || mean is null)
            {
                continue;
            }

            if (!seen.TryAdd((subject.Code, group), row.Number))
            {
                row.Refuse("subject", "testing.subject-twice", seen[(subject.Code, group)]);
                continue;
            }

            if (computed)
            {
                row.Refuse("subject", "testing.computed-from-participants");
                continue;
            }

            var participants = row.Has("participants") ? (int)row.Value<long>("participants") : (int?)null;
            row.Found = new Found(subject.Code, group, participants, mean.Value);
            row.Outcome = stored.TryGetValue((subject.Code, group), out var result)
                ? result.Participants == participants && result.MeanHundredths == mean ? ImportOutcome.Unchanged : ImportOutcome.Changed
                : ImportOutcome.Created;
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var stored = await Stored(context, track: true, cancellationToken);
        foreach (var row in rows)
        {
            var found = (Found)row.Found!;
            if (!stored.TryGetValue((found.Subject, found.Group), out var result))
            {
                result = new SubjectResult(context.Options["territory"], YearOf(context), found.Subject, found.Group);
                _db.Add(result);
            }

            result.Take(found.Participants, found.MeanHundredths, context.ImportId, row.Number);
        }

        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    private Task<Dictionary<(string Subject, TakerGroup Group), SubjectResult>> Stored(ImportContext context, bool track, CancellationToken cancellationToken)
    {
        var (year, territory) = (YearOf(context), context.Options["territory"]);
        var results = track ? _db.Scoped<SubjectResult>() : _db.Scoped<SubjectResult>().AsNoTracking();
        return results.Where(r => r.Year == year && r.TerritoryCode == territory)
            .ToDictionaryAsync(r => (r.SubjectCode, r.Group), cancellationToken);
    }

    private sealed record Found(string Subject, TakerGroup Group, int? Participants, long MeanHundredths);

    private sealed class SeenSubjects
    {
        public Dictionary<(string Subject, TakerGroup Group), int> Rows { get; } = [];
    }
}
