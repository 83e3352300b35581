using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Education.Testing.National.Imports;
using Education.Testing.National.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Participants;

/// <summary>
/// Results participant by participant. The person is found by ИИН within the year's session; nothing that is said of a row holds the ИИН.
/// After the rows of the main session the figures of their schools and territories are computed anew, in the same transaction.
/// </summary>
internal sealed class ParticipantImport(TestingDbContext db, IParameters parameters, CurrentUser user) : TestingImport(db, parameters)
{
    private static readonly ImportOption Session = new("session", new("Кезең", "Сессия", "Session"), "text", Required: false);

    private static readonly Dictionary<string, SessionKind> Sessions = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = SessionKind.Main, ["main"] = SessionKind.Main, ["негізгі"] = SessionKind.Main, ["основная"] = SessionKind.Main,
        ["january"] = SessionKind.January, ["қаңтар"] = SessionKind.January, ["январь"] = SessionKind.January,
        ["march"] = SessionKind.March, ["наурыз"] = SessionKind.March, ["март"] = SessionKind.March,
        ["august"] = SessionKind.August, ["тамыз"] = SessionKind.August, ["август"] = SessionKind.August,
    };

    private readonly TestingDbContext _db = db;
    private readonly HashSet<Guid> _touched = [];
    private ImportContext? _running;

    public override string Key => "testing.participants";

    public override LocalizedText Name { get; } = new(
        "ҰБТ-ның қатысушылар бойынша нәтижелері", "Результаты ЕНТ по участникам", "National test results by participant");

    public override IReadOnlyList<ImportOption> Options { get; } = [Year, Territory, Session];

    public override IReadOnlyList<ImportColumn> Columns => ParticipantColumns.All;

    public override async Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
    [
        .. await base.CheckOptions(context, cancellationToken),
        .. SessionOf(context) is null ? new[] { new FieldError("session", "testing.session-unknown") } : [],
    ];

    public override async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var pass = await PassOf(context, cancellationToken);
        var sound = new List<ImportRow>(rows.Count);
        foreach (var row in rows)
        {
            var scores = pass.Reader!.Read(row);
            if (row.Has("iin") && !pass.Seen.TryAdd(Number(row), row.Number))
            {
                row.Refuse("iin", "testing.participant-twice", pass.Seen[Number(row)]);
            }

            if (scores is not null && row.Errors.Count == 0)
            {
                row.Found = new Found(row.Value<Iin>("iin").Value, scores, null);
                sound.Add(row);
            }
        }

        var stored = pass.HasStored ? await Stored(pass, sound, cancellationToken) : [];
        await RequireVisible(pass, sound, stored, cancellationToken);
        foreach (var row in sound)
        {
            Settle(pass, row, (Found)row.Found!, stored);
        }
    }

    public override async Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var (year, session) = (YearOf(context), SessionOf(context)!.Value);
        _running = context;
        foreach (var row in rows)
        {
            var found = (Found)row.Found!;
            _touched.Add(found.Scores.InstitutionId);
            _touched.Add(found.Before?.InstitutionId ?? found.Scores.InstitutionId);
        }

        var created = rows.Where(r => r.Outcome == ImportOutcome.Created).Select(r => (Row: r, Found: (Found)r.Found!))
            .Select(r => new ParticipantResult(year, session, r.Found.Iin, r.Found.Scores, context.ImportId, r.Row.Number));
        await _db.BulkInsert(created.ToAsyncEnumerable(), context.ImportId, cancellationToken);
        var changed = rows.Where(r => r.Outcome == ImportOutcome.Changed).ToDictionary(r => ((Found)r.Found!).Before!.Id);
        if (changed.Count == 0)
        {
            return;
        }

        var ids = changed.Keys.ToList();
        foreach (var result in await _db.Scoped<ParticipantResult>().Where(r => EF.Parameter(ids).Contains(r.Id)).ToListAsync(cancellationToken))
        {
            result.Take(((Found)changed[result.Id].Found!).Scores, context.ImportId, changed[result.Id].Number);
        }

        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    public override Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        base.InTransaction(
            async token =>
            {
                _touched.Clear();
                await work(token);
                if (_touched.Count > 0 && SessionOf(_running!) == SessionKind.Main)
                {
                    var norms = new ParticipantNorms((await NormsOf(_running!, token)).Values!);
                    await new ParticipantTotals(_db, user, YearOf(_running!), norms, _running!.ImportId).Compute(_touched, token);
                }
            },
            completed,
            cancellationToken);

    private static SessionKind? SessionOf(ImportContext context) =>
        Sessions.TryGetValue(context.Options.GetValueOrDefault("session", "").Trim(), out var kind) ? kind : null;

    private static long Number(ImportRow row) => long.Parse(row.Value<Iin>("iin").Value, System.Globalization.CultureInfo.InvariantCulture);

    private static void Settle(Pass pass, ImportRow row, Found found, Dictionary<string, ParticipantResult> stored)
    {
        if (!stored.TryGetValue(found.Iin, out var before))
        {
            row.Outcome = ImportOutcome.Created;
        }
        else if (!pass.Visible.Contains(before.InstitutionId))
        {
            // Whose row it is must not be told: the school is outside the reader's scope.
            row.Refuse("iin", "testing.participant-elsewhere");
        }
        else
        {
            row.Found = found with { Before = before };
            row.Outcome = before.Scores == found.Scores ? ImportOutcome.Unchanged : ImportOutcome.Changed;
        }
    }

    private async Task<Pass> PassOf(ImportContext context, CancellationToken cancellationToken)
    {
        var pass = context.Memory<Pass>();
        if (pass.Reader is null)
        {
            (pass.Year, pass.Session) = (YearOf(context), SessionOf(context)!.Value);
            pass.Reader = new ParticipantReader(new ParticipantNorms((await NormsOf(context, cancellationToken)).Values!));
            // Rows that this very import writes are known from Seen: an empty session stays "nothing stored" to its end.
            pass.HasStored = await _db.ParticipantsForAggregates.AnyAsync(r => r.Year == pass.Year && r.Session == pass.Session, cancellationToken);
        }

        return pass;
    }

    private Task<Dictionary<string, ParticipantResult>> Stored(Pass pass, List<ImportRow> rows, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(r => ((Found)r.Found!).Iin).ToList();
        return _db.ParticipantsForAggregates
            .Where(r => r.Year == pass.Year && r.Session == pass.Session && EF.Parameter(numbers).Contains(r.Iin))
            .ToDictionaryAsync(r => r.Iin, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>A bulk insert goes past the check of the save, so the schools are checked here; each is asked for once.</summary>
    private async Task RequireVisible(
        Pass pass, List<ImportRow> rows, Dictionary<string, ParticipantResult> stored, CancellationToken cancellationToken)
    {
        var schools = rows.Select(r => ((Found)r.Found!).Scores.InstitutionId).ToHashSet();
        var asked = schools.Concat(stored.Values.Select(s => s.InstitutionId)).Where(id => !pass.Asked.Contains(id)).Distinct().ToList();
        if (asked.Count > 0)
        {
            pass.Asked.UnionWith(asked);
            pass.Visible.UnionWith(await _db.VisibleInstitutions().Where(id => EF.Parameter(asked).Contains(id)).ToListAsync(cancellationToken));
        }

        if (schools.Except(pass.Visible).Select(id => (Guid?)id).FirstOrDefault() is { } hidden)
        {
            throw new NotFound("Institution", hidden);
        }
    }

    private sealed record Found(string Iin, ParticipantScores Scores, ParticipantResult? Before);

    private sealed class Pass
    {
        public int Year { get; set; }

        public SessionKind Session { get; set; }

        public ParticipantReader? Reader { get; set; }

        public bool HasStored { get; set; }

        public Dictionary<long, int> Seen { get; } = [];

        public HashSet<Guid> Asked { get; } = [];

        public HashSet<Guid> Visible { get; } = [];
    }
}
