using Education.Registry.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Demo;

/// <summary>The demo department's institutions: Karaganda as its annual analysis of 2017 names them, with the names by which its tables call them.</summary>
internal static class DemoInstitutions
{
    private const string City = "351000000";

    public static async Task Load(RegistryDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Scoped<Institution>().AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var cells in EmbeddedCsv.Read("demo.institutions.csv", ';'))
        {
            var passport = new InstitutionPassport(
                null, new(cells[0], cells[1]), cells[2], Enum.Parse<Ownership>(cells[3]), null, InstructionLanguages.Kk | InstructionLanguages.Ru, null, false, null);
            var institution = new Institution(passport, City, null, null);
            foreach (var alias in cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                institution.AddAlias(alias, AliasOrigin.Manual);
            }

            db.Add(institution);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
