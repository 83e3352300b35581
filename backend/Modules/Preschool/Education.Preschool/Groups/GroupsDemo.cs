using Education.BuildingBlocks.Persistence;
using Education.Preschool.Network;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Groups;

/// <summary>
/// Profiles and groups of the demo city: as many groups as the rating of 2017 names, places by the norm, the rest by a fixed rule. The year
/// of the published figures as history, and the present year for the queue.
/// </summary>
internal static class GroupsDemo
{
    private const int PublishedYear = 2017;
    private const int FullGroup = 25;
    private static readonly string[] KindergartenNames = ["Күншуақ", "Балдәурен", "Айгөлек", "Құлыншақ", "Балапан", "Жұлдызай", "Ботақан", "Көбелек"];

    public static async Task Load(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Scoped<Group>().AnyAsync(cancellationToken))
        {
            return;
        }

        var norms = services.GetRequiredService<GroupNorms>();
        var current = AcademicYear.Of(services.GetRequiredService<TimeProvider>().Today()).StartYear;
        var books = new List<NormBook>();
        foreach (var year in new[] { PublishedYear, current }.Distinct())
        {
            books.Add(await norms.Of(year, NetworkDemo.City, cancellationToken));
        }

        var institutions = await services.GetRequiredService<Kindergartens>().Visible().Where(i => i.TerritoryCode == NetworkDemo.City)
            .OrderBy(i => i.SortName).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var counts = await Counts(db, institutions, cancellationToken);
        var groups = institutions.SelectMany(i => books.SelectMany(b => Groups(i, counts[i.Id], b, b.AcademicYear == current))).ToList();
        var profiles = institutions.Select(i => Profile(i, [.. groups.Where(g => g.InstitutionId == i.Id && g.IsCurrent)])).ToList();
        await db.InTransaction(
            async token => await db.BulkInsert(profiles.ToAsyncEnumerable(), Guid.Empty, token) + await db.BulkInsert(groups.ToAsyncEnumerable(), Guid.Empty, token),
            cancellationToken);
    }

    /// <summary>Groups of each kindergarten: of the rating, of its opened and added places, or a usual number.</summary>
    private static async Task<Dictionary<Guid, int>> Counts(PreschoolDbContext db, List<InstitutionRef> institutions, CancellationToken cancellationToken)
    {
        var rated = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = new StreamReader(NetworkDemo.Open("groups-2017.csv"));
        _ = await reader.ReadLineAsync(cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var cells = line.Split(';');
            var name = cells[0].StartsWith("мц", StringComparison.Ordinal) ? $"Мини-центр при школе № {cells[0][2..].Trim()}" : $"Ясли-сад «{cells[0]}»";
            rated[name] = int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        var places = await db.Scoped<NetworkChange>().Where(c => c.InstitutionId != null).GroupBy(c => c.InstitutionId!.Value)
            .Select(g => new { g.Key, Places = g.Sum(c => c.ActualPlaces) ?? 0 }).ToDictionaryAsync(g => g.Key, g => g.Places, cancellationToken);
        return institutions.ToDictionary(i => i.Id, i => rated.TryGetValue(i.Name.Ru, out var groups) ? groups
            : places.TryGetValue(i.Id, out var opened) ? Math.Max(1, opened / FullGroup)
            : i.KindCode == "mini-centre" ? 2 : 4);
    }

    private static IEnumerable<Group> Groups(InstitutionRef institution, int count, NormBook norms, bool isCurrent)
    {
        var seed = institution.Name.Ru.Sum(c => c);

        // A mini-centre takes children from three; a kindergarten of few groups has no infants.
        var youngest = institution.KindCode == "mini-centre" ? 3 : count < 6 ? 2 : 1;
        var ages = 6 - youngest;
        for (var i = 0; i < count; i++)
        {
            var born = norms.AcademicYear - (youngest + (i % ages));
            var language = (seed + (i / ages)) % 5 < 3 ? GroupLanguage.Kk : GroupLanguage.Ru;
            var profile = count >= 10 && i == count - 1 ? "severe-speech" : GroupProfile.General;
            var size = norms.Size(born, profile);
            var name = $"{KindergartenNames[(seed + i) % KindergartenNames.Length]} {i + 1}";
            var group = new Group(institution.Id, norms.AcademicYear, name, born, language, profile, size);
            group.Set(name, born, language, profile, size, 48 + ((seed + i) % 5 * 3), norms);
            Fill(group, size, (seed + (i * 7)) % 10, isCurrent);
            yield return group;
        }
    }

    /// <summary>Four groups of ten have free places, and publish all but one of them.</summary>
    private static void Fill(Group group, int size, int turn, bool isCurrent)
    {
        var free = turn < 4 ? turn + 1 : 0;
        group.SetChildren(size - free);
        group.SetStaffing(size, size - (free / 2), size - free);
        if (isCurrent)
        {
            group.Publish(Math.Max(0, free - 1));
        }
        else
        {
            group.EndYear();
        }
    }

    private static KindergartenProfile Profile(InstitutionRef institution, IReadOnlyList<Group> groups)
    {
        var isCentre = institution.KindCode == "mini-centre";
        var pedagogues = groups.Count * 2;
        var profile = new KindergartenProfile(institution.Id);
        profile.Set(new(
            groups.Sum(g => g.Places), groups.Sum(g => g.AreaM2), groups.Count == 0 ? null : groups.Min(g => g.AcademicYear - g.BirthYear),
            groups.Count == 0 ? null : groups.Max(g => g.AcademicYear - g.BirthYear) + 1, KindergartenLanguageCodes.Set(groups.Select(g => g.Language)),
            isCentre ? DayRegime.Half : DayRegime.Full, isCentre ? 4.5m : 10.5m, KindergartenSpecialisation.General, Subordination.City, pedagogues,
            pedagogues - (pedagogues / 5)));
        return profile;
    }
}
