using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

/// <summary>Finds age groups and the norms that hold for an academic year in a territory.</summary>
internal sealed class GroupNorms(PreschoolDbContext db, IParameters parameters, TimeProvider time)
{
    public async Task<IReadOnlyList<AgeGroup>> AgeGroups(CancellationToken cancellationToken) =>
        await db.Set<AgeGroup>().AsNoTracking().OrderBy(a => a.MinAge).ToListAsync(cancellationToken);

    /// <summary>The norms of 1 September.</summary>
    public async Task<NormBook> Of(int academicYear, string? territoryCode, CancellationToken cancellationToken) => new(
        academicYear,
        [.. (await AgeGroups(cancellationToken)).Where(a => a.ValidFrom <= academicYear && (a.ValidTo is null || a.ValidTo >= academicYear))],
        await parameters.FindAll(GroupParameters.Prefix, new AcademicYear(academicYear).Start, territoryCode, cancellationToken));

    /// <summary>Transfers between age groups belong to August (norms §1.2): the window is a parameter.</summary>
    /// <exception cref="RuleViolation"><c>preschool.transfer-window</c>.</exception>
    public async Task RequireTransferWindow(string? territoryCode, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var values = await parameters.FindAll(GroupParameters.Prefix + "transfer.", today, territoryCode, cancellationToken);
        int Number(string code) => values.TryGetValue(code, out var value) ? (int)value.Value : throw new RuleViolation("preschool.norm-missing", code);
        var (month, first, last) = (Number(GroupParameters.TransferMonth), Number(GroupParameters.TransferFirstDay), Number(GroupParameters.TransferLastDay));
        if (today.Month != month || today.Day < first || today.Day > last)
        {
            throw new RuleViolation("preschool.transfer-window", $"{first:00}.{month:00}", $"{last:00}.{month:00}");
        }
    }
}

/// <summary>Age groups and norms of one academic year.</summary>
internal sealed class NormBook(int academicYear, IReadOnlyList<AgeGroup> ages, IReadOnlyDictionary<string, ParameterValue> values)
{
    public int AcademicYear => academicYear;

    public AgeGroup? FindAge(int birthYear) => ages.FirstOrDefault(a => a.Takes(academicYear, birthYear));

    /// <exception cref="RuleViolation"><c>preschool.no-age-group</c>: too young or too old.</exception>
    public AgeGroup Age(int birthYear) => FindAge(birthYear) ?? throw new RuleViolation("preschool.no-age-group", birthYear, new AcademicYear(academicYear).ToString());

    /// <summary>Most children of a group.</summary>
    /// <exception cref="RuleViolation"><c>preschool.no-age-group</c>, <c>preschool.norm-missing</c>.</exception>
    public int Size(int birthYear, string profile)
    {
        var code = GroupParameters.SizeCode(profile, Age(birthYear).Stage);
        return values.TryGetValue(code, out var value) ? (int)value.Value : throw new RuleViolation("preschool.norm-missing", code);
    }

    /// <summary>Room a child of the year of birth needs, m²; null where no norm is known.</summary>
    public decimal? AreaNorm(int birthYear) =>
        FindAge(birthYear) is { } age && values.TryGetValue(GroupParameters.AreaNorm + age.Stage, out var norm) && norm.Value > 0 ? norm.Value : null;
}
