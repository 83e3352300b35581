using Education.BuildingBlocks.Persistence;
using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

/// <summary>
/// The official file of the classifier (columns te, ab, cd, ef, hij, k, name_kaz, name_rus, nn) over the territories already there, matched by
/// code. Names change, the hierarchy already known stays, new units find theirs; the closure is rebuilt in the same transaction.
/// </summary>
internal sealed class KatoImport(RegistryDbContext db, IDatabaseEngine engine) : IImportDefinition
{
    private List<Line> _pending = [];

    public string Key => "registry.kato";

    public LocalizedText Name { get; } = new("Аумақтар жіктеуіші (ӘАОЖ)", "Классификатор территорий (КАТО)", "Classifier of territories (KATO)");

    public string Permission => RegistryPermissions.WriteTerritories;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("code", new("Код", "Код", "Code"), ImportValueKind.Text, true, ["te", "code", "код", "код КАТО", "КАТО", "ӘАОЖ коды"]),
        new("nameKk", new("Қазақша атауы", "Наименование на казахском", "Name in Kazakh"), ImportValueKind.Text, true,
            ["name_kaz", "name_kk", "қазақша атауы", "наименование на казахском языке", "наименование на казахском"]),
        new("nameRu", new("Орысша атауы", "Наименование на русском", "Name in Russian"), ImportValueKind.Text, true,
            ["name_rus", "name_ru", "орысша атауы", "наименование на русском языке", "наименование на русском"]),
        new("parent", new("Жоғары бірліктің коды", "Код вышестоящей единицы", "Code of the unit above"), ImportValueKind.Text, false,
            ["parent", "жоғары бірлік", "родитель", "код вышестоящей единицы"]),
    ];

    public IReadOnlyList<ImportOption> Options => [];

    public Task<IReadOnlyList<FieldError>> CheckOptions(ImportContext context, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FieldError>>([]);

    public async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var pass = context.Memory<Pass>();
        pass.Known ??= await db.Territories.AsNoTracking().ToDictionaryAsync(
            t => t.Code, t => new Known(t.Name.Kk, t.Name.Ru, t.ParentCode), StringComparer.Ordinal, cancellationToken);
        foreach (var row in rows.Where(r => r.Errors.Count == 0))
        {
            // Spreadsheets drop leading zeros of codes kept as numbers.
            var text = row.Value<string>("code")!.PadLeft(9, '0');
            if (!KatoCode.TryParse(text, out var code, out _))
            {
                row.Refuse("code", "registry.territory-code");
                continue;
            }

            if (!pass.Seen.Add(code.Value))
            {
                row.Refuse("code", "registry.territory-twice", code.Value);
                continue;
            }

            var line = new Line(
                code.Value, KatoNames.Kazakh(row.Value<string>("nameKk")!), KatoNames.Russian(row.Value<string>("nameRu")!),
                row.Value<string>("parent")?.PadLeft(9, '0'), context.ImportId);
            row.Found = line;
            row.Outcome = pass.Known.GetValueOrDefault(code.Value) switch
            {
                null => ImportOutcome.Created,
                var known when known.NameKk == line.NameKk && known.NameRu == line.NameRu && (line.Parent ?? known.Parent) == known.Parent =>
                    ImportOutcome.Unchanged,
                _ => ImportOutcome.Changed,
            };
        }
    }

    public Task InTransaction(Func<CancellationToken, Task> work, Func<IIntegrationEvent> completed, CancellationToken cancellationToken) =>
        db.InTransaction(
            async token =>
            {
                db.ChangeTracker.Clear();
                _pending = [];
                await work(token);
                await Apply(token);
                db.Publish(completed());
                await db.SaveChangesAsync(token);
                await TerritoryTree.Rebuild(db, engine, token);
                return 0;
            },
            cancellationToken);

    public Task Write(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        // Only when the whole file is known can a unit find the one above it, which may stand below it in the file.
        _pending.AddRange(rows.Select(r => (Line)r.Found!));
        return Task.CompletedTask;
    }

    private async Task Apply(CancellationToken cancellationToken)
    {
        var known = await db.Territories.ToDictionaryAsync(t => t.Code, StringComparer.Ordinal, cancellationToken);
        var codes = known.Keys.Concat(_pending.Select(p => p.Code)).ToHashSet(StringComparer.Ordinal);
        var levels = known.Values.ToDictionary(t => t.Code, t => t.Level, StringComparer.Ordinal);
        var created = new List<Territory>();
        var import = Guid.Empty;
        foreach (var line in _pending.OrderBy(p => p.Code, StringComparer.Ordinal))
        {
            import = line.ImportId;
            var existing = known.GetValueOrDefault(line.Code);
            var isRepublic = line.Code == KatoCode.Republic.Value;
            var parent = isRepublic ? null : line.Parent ?? existing?.ParentCode ?? KatoNames.Parent(line.Code, codes);
            var level = parent is null ? 0 : levels.GetValueOrDefault(parent) + 1;
            levels[line.Code] = level;
            var name = new LocalizedText(line.NameKk, line.NameRu, existing?.Name.En);
            if (existing is null)
            {
                created.Add(new Territory(line.Code, parent, level, KatoNames.Kind(line.Code, line.NameRu), name, isCentre: false, line.ImportId));
                continue;
            }

            existing.Rename(name, line.ImportId);
            if (parent is not null && parent != existing.ParentCode)
            {
                existing.MoveUnder(parent, level);
            }
        }

        await db.BulkInsert(created.ToAsyncEnumerable(), import, cancellationToken);
    }

    private sealed record Line(string Code, string NameKk, string NameRu, string? Parent, Guid ImportId);

    private sealed record Known(string NameKk, string NameRu, string? Parent);

    private sealed class Pass
    {
        public Dictionary<string, Known>? Known { get; set; }

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
    }
}
