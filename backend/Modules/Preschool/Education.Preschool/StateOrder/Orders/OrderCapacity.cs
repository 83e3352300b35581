using Education.BuildingBlocks.Persistence;
using Education.Preschool.Groups;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Orders;

/// <summary>Contracts of one kindergarten may run side by side only as far as its groups have places.</summary>
internal sealed class OrderCapacity(PreschoolDbContext db, IInstitutionDirectory directory)
{
    /// <exception cref="InvalidFields">The kindergarten is unknown to the acting user.</exception>
    /// <exception cref="RuleViolation"><c>preschool.order-institution-closed</c>.</exception>
    public async Task<InstitutionInfo> Institution(Guid id, CancellationToken cancellationToken)
    {
        if (!(await directory.Find([id], cancellationToken)).TryGetValue(id, out var found))
        {
            throw new InvalidFields("institutionId", "preschool.order-institution-unknown");
        }

        return found.IsClosed ? throw new RuleViolation("preschool.order-institution-closed") : found;
    }

    /// <exception cref="RuleViolation">
    /// <c>preschool.order-overlap</c>: two at a time, and it is not known that both fit; <c>preschool.order-over-capacity</c>: they do not.
    /// </exception>
    public async Task Check(Guid institutionId, Guid self, OrderTerms terms, CancellationToken cancellationToken)
    {
        var known = await Load([institutionId], cancellationToken);
        if (known.Refusal(institutionId, self, terms) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Contracts and places of some kindergartens, in two queries.</summary>
    public async Task<OrderLoad> Load(IReadOnlyCollection<Guid> institutions, CancellationToken cancellationToken)
    {
        var contracts = await db.Scoped<OrderContract>().AsNoTracking().Where(c => institutions.Contains(c.InstitutionId)).ToListAsync(cancellationToken);
        var places = await db.Scoped<Group>().Where(g => institutions.Contains(g.InstitutionId))
            .GroupBy(g => new { g.InstitutionId, g.AcademicYear }).Select(g => new { g.Key, Places = g.Sum(x => x.Places) })
            .ToDictionaryAsync(g => (g.Key.InstitutionId, g.Key.AcademicYear), g => g.Places, cancellationToken);
        return new(contracts, places);
    }
}

/// <summary>What runs side by side.</summary>
internal sealed record OrderLoad(IReadOnlyList<OrderContract> Contracts, IReadOnlyDictionary<(Guid Institution, int Year), int> Places)
{
    /// <summary>Why a contract with these terms cannot stand beside the others, or null.</summary>
    public RuleViolation? Refusal(Guid institutionId, Guid self, OrderTerms terms)
    {
        var others = Contracts.Where(c => c.InstitutionId == institutionId && c.Id != self && c.StartsOn <= terms.EndsOn && c.LastDay >= terms.StartsOn).ToList();
        var capacity = Places.GetValueOrDefault((institutionId, AcademicYear.Of(terms.StartsOn).StartYear));
        if (others.Count > 0 && (capacity == 0 || terms.Places is null || others.Exists(o => o.Places is null)))
        {
            return new RuleViolation("preschool.order-overlap");
        }

        // The load can only rise on the first day of a contract.
        var most = others.Select(o => o.StartsOn).Where(day => day > terms.StartsOn).Append(terms.StartsOn)
            .Max(day => (terms.Places ?? 0) + others.Where(o => o.StartsOn <= day && day <= o.LastDay).Sum(o => o.Places ?? 0));
        return capacity > 0 && most > capacity ? new RuleViolation("preschool.order-over-capacity", capacity, most) : null;
    }
}
