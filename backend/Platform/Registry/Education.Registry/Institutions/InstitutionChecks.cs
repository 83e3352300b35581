using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Institutions;

/// <summary>What of a passport only the database can tell. All wrong fields are named at once.</summary>
internal sealed class InstitutionChecks(RegistryDbContext db)
{
    /// <summary>The institution with all its parts, for a change.</summary>
    /// <exception cref="NotFound">Unknown or outside the scope.</exception>
    public async Task<Institution> Load(Guid id, CancellationToken cancellationToken) =>
        await Whole().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw new NotFound("Institution", id);

    public IQueryable<Institution> Whole() => db.Scoped<Institution>()
        .Include(i => i.Changes).Include(i => i.Periods).Include(i => i.Aliases).Include(i => i.Keys).AsSplitQuery();

    public async Task Fields(string? kindCode, string? territoryCode, Guid? parentId, Guid? self, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        if (kindCode is not null && !await db.InstitutionKinds.AnyAsync(k => k.Code == kindCode, cancellationToken))
        {
            errors.Add(new("kind", "registry.unknown-kind", kindCode));
        }

        if (territoryCode is not null && !await db.Territories.AnyAsync(t => t.Code == territoryCode && t.ValidTo == null, cancellationToken))
        {
            errors.Add(new("territoryCode", "registry.unknown-territory", territoryCode));
        }

        if (parentId is { } parent && !await db.Scoped<Institution>()
            .AnyAsync(i => i.Id == parent && i.Status != InstitutionStatus.Merged && i.Id != self && (self == null || i.ParentId != self), cancellationToken))
        {
            errors.Add(new("parentId", "registry.unknown-parent"));
        }

        if (errors.Count > 0)
        {
            throw new InvalidFields(errors);
        }
    }

    /// <exception cref="RuleViolation">Another institution, perhaps outside the reader's scope, has the number.</exception>
    public async Task BinIsFree(string? bin, Guid? self, CancellationToken cancellationToken)
    {
        // Not scoped on purpose: the number is unique in the country.
        if (bin is not null && await db.AllInstitutions.AnyAsync(i => i.Bin == bin && i.Id != self, cancellationToken))
        {
            throw new RuleViolation("registry.bin-taken");
        }
    }
}
