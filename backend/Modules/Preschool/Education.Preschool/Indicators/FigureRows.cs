using Education.Planning.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Which records of an indicator a figure adds up.</summary>
internal sealed record FigureCut(string Code, Dimensions Dimensions, Guid? InstitutionId)
{
    public bool Covers(FigureRecord record) => record.Cuts.Includes(Dimensions) && (InstitutionId is null || record.InstitutionId == InstitutionId);
}

/// <summary>The records behind one figure, counted, of which a page can be had.</summary>
internal sealed record FigureRows(int Count, Func<int, int, CancellationToken, Task<IReadOnlyList<FigureRecord>>> Page)
{
    public static FigureRows Of(IReadOnlyList<FigureRecord> records) =>
        new(records.Count, (page, size, _) => Task.FromResult<IReadOnlyList<FigureRecord>>([.. records.Skip((page - 1) * size).Take(size)]));

    /// <summary>Counted and cut into pages by the database.</summary>
    /// <param name="rows">In a total order.</param>
    public static async Task<FigureRows> Of<T>(IQueryable<T> rows, Func<T, FigureRecord> record, CancellationToken cancellationToken) =>
        new(await rows.CountAsync(cancellationToken), async (page, size, token) =>
            [.. (await rows.Skip((page - 1) * size).Take(size).ToListAsync(token)).Select(record)]);
}
