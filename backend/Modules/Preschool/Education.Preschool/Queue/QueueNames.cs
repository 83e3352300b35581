using Education.BuildingBlocks;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>Names of what applications and events refer to.</summary>
internal sealed class QueueNames(PreschoolDbContext db, ITerritoryDirectory territories, Texts texts)
{
    public async Task<LocalizedText> Territory(string code, CancellationToken cancellationToken) =>
        (await Territories([code], cancellationToken))[code];

    /// <summary>Names by the codes asked; of an unknown one the code itself.</summary>
    public async Task<IReadOnlyDictionary<string, LocalizedText>> Territories(IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var asked = codes.Distinct(StringComparer.Ordinal).ToList();
        var found = await territories.Find(asked, cancellationToken);
        return asked.ToDictionary(code => code, code => found.TryGetValue(code, out var territory) ? territory.Name : new(code, code, code), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<WishRow>> Wishes(QueueApplication application, CancellationToken cancellationToken)
    {
        var ids = application.Wishes.OrderBy(w => w.Order).Select(w => w.InstitutionId).ToList();
        var names = await Institutions(ids, cancellationToken);
        return [.. ids.Select(id => new WishRow(id, names.GetValueOrDefault(id) ?? new("", "")))];
    }

    public async Task<IReadOnlyDictionary<Guid, LocalizedText>> Institutions(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? new Dictionary<Guid, LocalizedText>()
        : (await db.KindergartenNames(ids).ToListAsync(cancellationToken)).ToDictionary(i => i.Id, i => i.Name);

    /// <summary>The newest name of every code.</summary>
    public async Task<IReadOnlyDictionary<string, LocalizedText>> Benefits(CancellationToken cancellationToken) =>
        (await db.Set<Benefit>().AsNoTracking().OrderBy(b => b.ValidFrom).ToListAsync(cancellationToken))
            .GroupBy(b => b.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Name, StringComparer.Ordinal);

    public string State(TicketState state, Language language) => texts.Get("preschool.state." + Kebab(state.ToString()), language);

    public string Reason(string? code, Language language) =>
        code is null ? "" : texts.Has("preschool.reason." + code, language) ? texts.Get("preschool.reason." + code, language) : code;

    public static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
