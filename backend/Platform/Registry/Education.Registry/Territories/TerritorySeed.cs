using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Territories;

/// <summary>The territories every installation begins with: the embedded extract of the classifier, to cities and rayons.</summary>
internal static class TerritorySeed
{
    public static async Task Run(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        if (await db.Territories.AnyAsync(cancellationToken))
        {
            return;
        }

        var engine = services.GetRequiredService<IDatabaseEngine>();
        await db.InTransaction(
            async token =>
            {
                await db.BulkInsert(Rows().ToAsyncEnumerable(), Guid.Empty, token);
                await TerritoryTree.Rebuild(db, engine, token);
                await db.SaveChangesAsync(token);
                return 0;
            },
            cancellationToken);
    }

    private static IEnumerable<Territory> Rows() => EmbeddedCsv.Read("kato.csv").Select(cells => new Territory(
        cells[0], cells[1].Length == 0 ? null : cells[1], cells[2][0] - '0', cells[3], new LocalizedText(cells[4], cells[5]), cells[6] == "true"));
}
