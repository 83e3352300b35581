using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;

namespace Education.Preschool.Indicators;

/// <summary>Reads for figures: of the whole territory, or what the reader may see, both cut to the subtree in SQL.</summary>
internal static class FigureReads
{
    public static IQueryable<T> OfTerritories<T>(this PreschoolDbContext db, FigureQuestion question)
        where T : class, ITerritoryScoped
    {
        var rows = question.WithinRights ? db.Scoped<T>() : db.Set<T>();
        var covered = db.Covered(question);
        return question.TerritoryCode is null ? rows : rows.Where(r => covered.Contains(r.TerritoryCode));
    }

    /// <summary>Rows of institutions with the institution's place and name.</summary>
    public static IQueryable<InstitutionLine<T>> OfInstitutions<T>(this PreschoolDbContext db, FigureQuestion question)
        where T : class, IInstitutionScoped
    {
        var rows = question.WithinRights ? db.Scoped<T>() : db.Set<T>();
        var covered = db.Covered(question);
        var root = question.TerritoryCode;
        return rows.Join(db.Set<InstitutionRef>(), r => r.InstitutionId, i => i.Id, (row, institution) => new InstitutionLine<T> { Row = row, Institution = institution })
            .Where(l => root == null || covered.Contains(l.Institution.TerritoryCode));
    }

    private static IQueryable<string> Covered(this PreschoolDbContext db, FigureQuestion question)
    {
        var root = question.TerritoryCode;
        return db.Set<TerritoryClosure>().Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);
    }
}

internal sealed class InstitutionLine<T>
{
    public required T Row { get; init; }

    public required InstitutionRef Institution { get; init; }
}
