using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Imports;

/// <summary>
/// The table departments keep: school, graduates, participants, participation, mean of last year, mean of this year, mean without creative
/// takers. Last year's column fills a school's last year only where no full row of that year is stored: it never overwrites one.
/// </summary>
internal sealed class SchoolTableImport(TestingDbContext db, IParameters parameters) : TestingImport(db, parameters)
{
    private readonly TestingDbContext _db = db;

    public override string Key => "testing.schools";

    public override LocalizedText Name { get; } = new(
        "ҰБТ-ның мектептер бойынша нәтижелері", "Результаты ЕНТ по школам", "National test results by school");

    public override IReadOnlyList<ImportOption> Options { get; } = [Year, Territory];

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("school", new("Мектеп", "Школа", "School"), ImportValueKind.Institution, Required: true,
            ["Мектеп атауы", "Мектеп", "Білім беру ұйымы", "Школа", "Наименование школы", "Наименование района (города)", "Наименование организации", "School"]),
        new("graduates", new("Бітірушілер", "Выпускников", "Graduates"), ImportValueKind.Integer, Required: true,
            ["Бітірушілер саны", "Барлық бітірушілер", "Всего выпускников", "Выпускников", "Количество выпускников", "Graduates"]),
        new("participants", new("Қатысушылар", "Участников", "Participants"), ImportValueKind.Integer, Required: true,
            ["ҰБТ-ға қатысқандар", "Қатысушылар саны", "Кол прин. участие в ЕНТ", "Приняли участие в ЕНТ", "Участников ЕНТ", "Participants"]),
        new("participation", new("Қатысу үлесі, %", "% участия", "Participation, %"), ImportValueKind.Decimal, Required: false,
            ["% участия", "Қатысу %", "Қатысу үлесі", "Доля участия", "Participation"]),
        new("meanPrevious", new("Өткен жылғы орташа балл", "Средний балл прошлого года", "Mean of last year"), ImportValueKind.Decimal, Required: false,
            ["Средний балл {year-1} года", "{year-1} жылғы орташа балл", "Средний балл {year-1}", "Mean {year-1}"]),
        new("mean", new("Орташа балл", "Средний балл", "Mean"), ImportValueKind.Decimal, Required: false,
            ["Средний балл {year} года", "{year} жылғы орташа балл", "Средний балл {year}", "Орташа балл", "Средний балл", "Mean {year}"]),
        new("meanWithoutCreative", new("Шығармашылықсыз орташа балл", "Средний балл без творческих", "Mean without creative takers"),
            ImportValueKind.Decimal, Required: false,
            ["Средний балл без учета творческих экзаменов", "Шығармашылық емтихансыз орташа балл", "Без творческих", "Mean without creative takers"]),
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var year = YearOf(context);
        var norms = await NormsOf(context, cancellationToken);
        var max = norms.Of(TestParameters.Max, 140);
        var seen = context.Memory<SeenSchools>().Rows;
        var stored = await Stored(rows, year, track: false, cancellationToken);
        foreach (var row in rows)
        {
            var figures = Read(row, max);
            var previous = Hundredths(row, "meanPrevious", max);
            var school = row.Value<Guid>("school");
            if (row.Errors.Count > 0)
            {
                continue;
            }

            if (!seen.TryAdd(school, row.Number))
            {
                row.Refuse("school", "testing.school-twice", seen[school]);
                continue;
            }

            if (stored.GetValueOrDefault((school, year))?.Source == ResultSource.Participants)
            {
                row.Refuse("school", "testing.computed-from-participants");
                continue;
            }

            row.Found = new Found(school, figures!, previous);
            row.Outcome = Outcome(stored, school, year, figures!, previous);
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var year = YearOf(context);
        var stored = await Stored(rows, year, track: true, cancellationToken);
        foreach (var row in rows)
        {
            var found = (Found)row.Found!;
            Take(year, found.Figures);
            if (found.Previous is { } previous && CanTakePrevious(stored.GetValueOrDefault((found.School, year - 1))))
            {
                Take(year - 1, new(null, null, previous, null, null));
            }

            void Take(int of, SchoolFigures figures)
            {
                if (!stored.TryGetValue((found.School, of), out var result))
                {
                    stored[(found.School, of)] = result = new SchoolResult(found.School, of);
                    _db.Add(result);
                }

                result.Take(figures, context.ImportId, row.Number);
            }
        }

        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    private static SchoolFigures? Read(ImportRow row, decimal max)
    {
        var graduates = (int)row.Value<long>("graduates");
        var participants = (int)row.Value<long>("participants");
        if (graduates < 0 || participants < 0)
        {
            row.Refuse(graduates < 0 ? "graduates" : "participants", "testing.negative-count");
        }
        else if (participants > graduates)
        {
            row.Refuse("participants", "testing.participants-exceed-graduates", participants, graduates);
        }

        var mean = Hundredths(row, "mean", max);
        var without = Hundredths(row, "meanWithoutCreative", max);
        if (participants > 0 && !row.Has("mean"))
        {
            row.Refuse("mean", "testing.mean-missing");
        }

        var printed = row.Has("participation") ? row.Value<decimal>("participation") : (decimal?)null;
        return row.Errors.Count > 0 ? null : new(graduates, participants, mean, without, printed);
    }

    private static ImportOutcome Outcome(
        Dictionary<(Guid School, int Year), SchoolResult> stored, Guid school, int year, SchoolFigures figures, long? previous)
    {
        if (!stored.TryGetValue((school, year), out var result))
        {
            return ImportOutcome.Created;
        }

        var before = stored.GetValueOrDefault((school, year - 1));
        var previousSame = previous is null || !CanTakePrevious(before) || before?.MeanHundredths == previous;
        return result.Figures == figures && previousSame ? ImportOutcome.Unchanged : ImportOutcome.Changed;
    }

    private static bool CanTakePrevious(SchoolResult? stored) => stored is null || stored.Participants is null;

    private Task<Dictionary<(Guid School, int Year), SchoolResult>> Stored(
        IReadOnlyList<ImportRow> rows, int year, bool track, CancellationToken cancellationToken)
    {
        var schools = rows.Select(r => r.Value<Guid>("school")).Where(id => id != Guid.Empty).Distinct().ToList();
        var results = track ? _db.Scoped<SchoolResult>() : _db.Scoped<SchoolResult>().AsNoTracking();
        return results.Where(r => (r.Year == year || r.Year == year - 1) && schools.Contains(r.InstitutionId))
            .ToDictionaryAsync(r => (r.InstitutionId, r.Year), cancellationToken);
    }

    private sealed record Found(Guid School, SchoolFigures Figures, long? Previous);

    private sealed class SeenSchools
    {
        public Dictionary<Guid, int> Rows { get; } = [];
    }
}
