using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

/// <summary>Finds out what each row of a table of institutions means: new, changed, the same, or wrong. Five queries a chunk.</summary>
internal sealed class InstitutionImportPlan(RegistryDbContext db, CurrentUser user, TimeProvider time)
{
    public async Task Check(ImportContext context, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var pass = await Pass(context, cancellationToken);
        var read = rows.Select(r => (Row: r, Line: Read(context, pass, r))).Where(r => r.Row.Errors.Count == 0).ToList();
        var bins = read.Where(r => r.Line.Bin is not null).Select(r => r.Line.Bin!).ToList();
        var keys = read.Select(r => r.Line.NameKey).ToList();
        var taken = await db.AllInstitutions.AsNoTracking().Where(i => i.Bin != null && bins.Contains(i.Bin))
            .ToDictionaryAsync(i => i.Bin!, i => i.Id, StringComparer.Ordinal, cancellationToken);
        var named = (await db.Scoped<InstitutionKey>().AsNoTracking().Where(k => !k.IsAlias && keys.Contains(k.Key))
            .Select(k => new { k.Key, k.Institution.TerritoryCode, k.InstitutionId }).ToListAsync(cancellationToken))
            .ToLookup(k => (k.TerritoryCode, k.Key), k => k.InstitutionId);
        foreach (var (row, line) in read)
        {
            var known = line.Bin is { } bin && taken.TryGetValue(bin, out var byBin) ? [byBin] : named[(line.TerritoryCode, line.NameKey)].Distinct().ToList();
            if (known.Count > 1)
            {
                row.Refuse("nameKk", "registry.institution-ambiguous");
            }

            line.ExistingId = known.Count == 1 ? known[0] : null;
        }

        await Compare(pass, [.. read.Where(r => r.Row.Errors.Count == 0)], cancellationToken);
    }

    private async Task Compare(PassMemory pass, IReadOnlyList<(ImportRow Row, Line Line)> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(r => r.Line.ExistingId is not null).Select(r => r.Line.ExistingId!.Value).ToList();
        var existing = await db.Scoped<Institution>().AsNoTracking().Where(i => ids.Contains(i.Id) && i.Status != InstitutionStatus.Merged)
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var (row, line) in rows)
        {
            var stored = line.ExistingId is { } id ? existing.GetValueOrDefault(id) : null;
            if (line.ExistingId is not null && stored is null)
            {
                // Somebody else's institution has the number.
                row.Refuse("bin", "registry.bin-taken");
                continue;
            }

            if (!pass.Seen.Add(line.ExistingId?.ToString() ?? line.Bin ?? line.TerritoryCode + line.NameKey))
            {
                row.Refuse("nameKk", "registry.institution-twice");
                continue;
            }

            line.Passport = line.Over(stored);
            row.Found = line;
            row.Outcome = stored is null ? ImportOutcome.Created : line.Passport == Line.Of(stored) ? ImportOutcome.Unchanged : ImportOutcome.Changed;
        }
    }

    private Line Read(ImportContext context, PassMemory pass, ImportRow row)
    {
        var line = new Line
        {
            Name = new(row.Value<string>("nameKk")!, row.Value<string>("nameRu")!, row.Value<string>("nameEn")),
            NameKey = InstitutionName.Parse(row.Value<string>("nameKk")).Key,
            OpenedOn = row.Has("openedOn") ? row.Value<DateOnly>("openedOn") : null,
        };
        if (row.Value<string>("bin") is { } bin)
        {
            // Spreadsheets drop leading zeros of numbers.
            line.Bin = Bin.TryParse(bin.PadLeft(12, '0'), out var parsed, out var error) ? parsed.Value : Refuse<string>(row, "bin", "registry." + error);
        }

        line.KindCode = pass.Kinds.GetValueOrDefault(SearchText.Normalize(row.Value<string>("kind"))) ?? Refuse<string>(row, "kind", "registry.unknown-kind", row.Value<string>("kind"));
        line.Ownership = row.Value<string>("ownership") is { } ownership ? ImportWords.Ownership(ownership) ?? RefuseValue<Ownership>(row, "ownership") : null;
        line.LegalForm = row.Value<string>("legalForm") is { } form ? ImportWords.LegalForm(form) ?? RefuseValue<LegalForm>(row, "legalForm") : null;
        line.Languages = row.Value<string>("languages") is { } languages
            ? ImportWords.Languages(languages) ?? RefuseValue<InstructionLanguages>(row, "languages")
            : null;
        if (line.OpenedOn > time.Today())
        {
            row.Refuse("openedOn", "registry.event-in-future");
        }

        var territory = row.Value<string>("territory") ?? context.Options.GetValueOrDefault("territory") ?? "";
        line.TerritoryCode = pass.Territories.GetValueOrDefault(SearchText.Normalize(territory))
            ?? Refuse<string>(row, "territory", territory.Length == 0 ? "required" : "registry.unknown-territory", territory) ?? "";
        return line;
    }

    private static T? Refuse<T>(ImportRow row, string column, string code, params object?[] args)
        where T : class
    {
        row.Refuse(column, code, args);
        return null;
    }

    private static T? RefuseValue<T>(ImportRow row, string column)
        where T : struct
    {
        row.Refuse(column, "unknown-value");
        return null;
    }

    /// <summary>Kinds and the territories of the user's scope by code and by name; a name that two territories bear is no name.</summary>
    private async Task<PassMemory> Pass(ImportContext context, CancellationToken cancellationToken)
    {
        var pass = context.Memory<PassMemory>();
        if (pass.Kinds.Count > 0)
        {
            return pass;
        }

        foreach (var kind in await db.InstitutionKinds.AsNoTracking().ToListAsync(cancellationToken))
        {
            foreach (var word in new[] { kind.Code, kind.Name.Kk, kind.Name.Ru, kind.Name.En })
            {
                pass.Kinds[SearchText.Normalize(word)] = kind.Code;
            }
        }

        var root = user.Scope.TerritoryCode;
        var territories = db.Territories.AsNoTracking().Where(t => t.ValidTo == null);
        territories = user.Scope.Everything
            ? territories
            : territories.Where(t => db.TerritoryClosure.Any(c => c.AncestorCode == root && c.DescendantCode == t.Code));
        var words = (await territories.ToListAsync(cancellationToken))
            .SelectMany(t => new[] { t.Code, t.Name.Kk, t.Name.Ru }.Select(w => (Word: SearchText.Normalize(w), t.Code))).Distinct();
        foreach (var word in words.GroupBy(w => w.Word, StringComparer.Ordinal).Where(g => g.Count() == 1))
        {
            pass.Territories[word.Key] = word.Single().Code;
        }

        return pass;
    }

    /// <summary>A row as read, then laid over what is stored.</summary>
    internal sealed class Line
    {
        public required LocalizedText Name { get; init; }

        public required string NameKey { get; init; }

        public string? Bin { get; set; }

        public string? KindCode { get; set; }

        public Ownership? Ownership { get; set; }

        public LegalForm? LegalForm { get; set; }

        public InstructionLanguages? Languages { get; set; }

        public string TerritoryCode { get; set; } = "";

        public DateOnly? OpenedOn { get; set; }

        public Guid? ExistingId { get; set; }

        public InstitutionPassport Passport { get; set; } = null!;

        public static InstitutionPassport Of(Institution i) => new(
            i.Bin, i.Name, i.KindCode, i.Ownership, i.LegalForm, i.Languages, i.ParentId, i.IsBranch, i.OpenedOn);

        /// <summary>What the file does not say stays.</summary>
        public InstitutionPassport Over(Institution? stored) => new(
            Bin ?? stored?.Bin, new(Name.Kk, Name.Ru, Name.En ?? stored?.Name.En), KindCode!, Ownership ?? stored?.Ownership ?? Institutions.Ownership.State,
            LegalForm ?? stored?.LegalForm, Languages ?? stored?.Languages ?? InstructionLanguages.None, stored?.ParentId, stored?.IsBranch ?? false,
            OpenedOn ?? stored?.OpenedOn);
    }

    private sealed class PassMemory
    {
        public Dictionary<string, string> Kinds { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string> Territories { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);
    }
}
