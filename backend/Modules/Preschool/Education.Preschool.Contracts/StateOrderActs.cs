using Education.SharedKernel;

namespace Education.Preschool.Contracts;

/// <summary>Approved monthly acts of the state order, for those who pay them (Finance). Only approved acts are given: a draft is no obligation.</summary>
public interface IStateOrderActs
{
    /// <summary>The approved acts of a month in the subtree of <paramref name="territoryCode"/> (null: the whole installation), ordered by institution.</summary>
    /// <param name="month">Reporting period of kind month.</param>
    /// <param name="territoryCode">КАТО code, or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<StateOrderAct>> Approved(ReportingPeriod month, string? territoryCode, CancellationToken cancellationToken);
}

/// <summary>Айлық акт / месячный акт: confirmed days of a contract in a month and what they cost.</summary>
/// <param name="Id">The act.</param>
/// <param name="ContractId">The contract of the state order.</param>
/// <param name="InstitutionId">Kindergarten.</param>
/// <param name="Month">Code of the month, <c>2017-06</c>.</param>
/// <param name="Places">Places ordered by the contract in the month; null where the contract does not say.</param>
/// <param name="ConfirmedDays">Confirmed days of attendance, children × days.</param>
/// <param name="Amount">Tenge, two digits: confirmed days × tariff, rounded once.</param>
public sealed record StateOrderAct(Guid Id, Guid ContractId, Guid InstitutionId, string Month, int? Places, int ConfirmedDays, decimal Amount);

/// <summary>An act was approved: an obligation to pay exists from now on.</summary>
[EventName("preschool.state-order-act-approved.v1")]
public sealed record StateOrderActApprovedEvent(Guid ActId, Guid InstitutionId, string Month, decimal Amount) : IIntegrationEvent;
