namespace Education.Registry.Contracts;

/// <summary>
/// Norms of law and ministry: effective-dated values (design §3 "norms"). The value for a date and territory is the one valid on that date
/// whose territory is nearest above the asked one.
/// </summary>
public interface IParameters
{
    /// <summary>The value in force, or null when none is.</summary>
    /// <param name="code">For example <c>testing.unt.max-score</c>.</param>
    /// <param name="on">Date for which the norm is asked.</param>
    /// <param name="territoryCode">КАТО code, or null for the republic.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ParameterValue?> Find(string code, DateOnly on, string? territoryCode, CancellationToken cancellationToken);

    /// <summary>All values of the codes that begin with <paramref name="prefix"/>, in force on <paramref name="on"/>, in one query.</summary>
    Task<IReadOnlyDictionary<string, ParameterValue>> FindAll(string prefix, DateOnly on, string? territoryCode, CancellationToken cancellationToken);
}

/// <summary>A value in force.</summary>
/// <param name="Code">Code of the parameter.</param>
/// <param name="Value">Number in the parameter's unit (tenge, days, points, percent…).</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, or null while it holds.</param>
/// <param name="LegalAct">The act it comes from, as cited: in Kazakh, then after « / » in Russian.</param>
/// <param name="TerritoryCode">Where it holds; null for the whole republic.</param>
public sealed record ParameterValue(string Code, decimal Value, DateOnly ValidFrom, DateOnly? ValidTo, string LegalAct, string? TerritoryCode);

/// <summary>A parameter that a module needs, with the values it ships with; seeded once, then the department's.</summary>
/// <param name="Code">Stable code, <c>module.topic.name</c>.</param>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Unit code: <c>points</c>, <c>days</c>, <c>working-days</c>, <c>tenge</c>, <c>percent</c>, <c>persons</c>, <c>ratio</c>.</param>
/// <param name="Values">Known values with their dates and acts.</param>
public sealed record ParameterDefinition(string Code, SharedKernel.LocalizedText Name, string Unit, IReadOnlyList<ParameterValue> Values);

/// <summary>A module registers one to bring its parameters along.</summary>
public interface IParameterSource
{
    /// <summary>The parameters of the module.</summary>
    IReadOnlyList<ParameterDefinition> Parameters { get; }
}

/// <summary>Working days of Kazakhstan: weekends, holidays and transferred days from the Registry's calendar.</summary>
public interface IWorkCalendar
{
    /// <summary>True on a day of work.</summary>
    Task<bool> IsWorkingDay(DateOnly date, CancellationToken cancellationToken);

    /// <summary>The working day <paramref name="count"/> working days after <paramref name="from"/> (before it for a negative count); 0 gives the same or next working day.</summary>
    Task<DateOnly> AddWorkingDays(DateOnly from, int count, CancellationToken cancellationToken);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when <paramref name="to"/> is earlier.</summary>
    Task<int> WorkingDaysBetween(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
