using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>A line of an act: <c>Amount = Days × Monthly ÷ working days</c>, rounded half up to the tiyn.</summary>
internal sealed record ActLineResult(Guid GroupId, string GroupName, Guid TariffId, decimal Monthly, string LegalAct, int Children, int Days, decimal Amount);

/// <summary>An act.</summary>
/// <param name="Id">The act.</param>
/// <param name="ContractId">Its contract.</param>
/// <param name="ContractNumber">Number of the contract.</param>
/// <param name="InstitutionId">Kindergarten.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="Month"><c>2017-06</c>.</param>
/// <param name="Revision">1, one more with every correction.</param>
/// <param name="Reason">Why it is corrected.</param>
/// <param name="State">Draft, approved, superseded.</param>
/// <param name="Places">Places ordered, where the contract says.</param>
/// <param name="WorkingDays">Working days of the month.</param>
/// <param name="ConfirmedDays">Children × days.</param>
/// <param name="PlaceDays">Places × working days: what full use would be; null where the places are unknown.</param>
/// <param name="Amount">Tenge.</param>
/// <param name="ApprovedAt">UTC.</param>
/// <param name="Hash">Of the approved act.</param>
/// <param name="HashHolds">False when somebody changed the approved act past the application.</param>
/// <param name="Lines">Lines by group and tariff.</param>
/// <param name="Version">Version of the act.</param>
internal sealed record ActResult(
    Guid Id, Guid ContractId, string? ContractNumber, Guid InstitutionId, LocalizedText InstitutionName, string Month, int Revision, string? Reason,
    ActState State, int? Places, int WorkingDays, int ConfirmedDays, int? PlaceDays, decimal Amount, DateTime? ApprovedAt, string? Hash, bool HashHolds,
    IReadOnlyList<ActLineResult> Lines, long Version) : IVersioned
{
    public static ActResult Of(NamedAct named)
    {
        var a = named.Act;
        return new(
            a.Id, a.ContractId, named.Contract.Number, a.InstitutionId, named.Institution.Name, ReportingPeriod.Month(a.Month.Year, a.Month.Month).Code, a.Revision,
            a.Reason, a.State, a.Places, a.WorkingDays, a.ConfirmedDays, a.Places * a.WorkingDays, a.Amount, a.ApprovedAt, a.Hash, a.HashHolds,
            [.. a.Lines.OrderBy(l => l.Order).Select(l => new ActLineResult(l.GroupId, l.GroupName, l.TariffId, l.Monthly, l.LegalAct, l.Children, l.Days, l.Amount))],
            a.Version);
    }
}

/// <summary>An act beside its contract and the directory's row of its kindergarten.</summary>
internal sealed class NamedAct
{
    public required MonthlyAct Act { get; init; }

    public required OrderContract Contract { get; init; }

    public required InstitutionRef Institution { get; init; }
}

internal static class Acts
{
    public static IQueryable<NamedAct> Named(PreschoolDbContext db, IQueryable<MonthlyAct> acts) =>
        from act in acts
        join contract in db.Scoped<OrderContract>() on act.ContractId equals contract.Id
        join institution in db.Set<InstitutionRef>() on act.InstitutionId equals institution.Id
        select new NamedAct { Act = act, Contract = contract, Institution = institution };

    /// <summary>An act with its lines, tracked.</summary>
    /// <exception cref="NotFound">Unknown to the acting user.</exception>
    public static async Task<NamedAct> Find(PreschoolDbContext db, Guid id, CancellationToken cancellationToken) =>
        await Named(db, db.Scoped<MonthlyAct>().Include(a => a.Lines)).SingleOrDefaultAsync(a => a.Act.Id == id, cancellationToken)
            ?? throw new NotFound("MonthlyAct", id);
}
