using Education.BuildingBlocks.Persistence;
using Education.Preschool.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>The approved acts for those who pay them.</summary>
internal sealed class ApprovedActs(PreschoolDbContext db) : IStateOrderActs
{
    public async Task<IReadOnlyList<StateOrderAct>> Approved(ReportingPeriod month, string? territoryCode, CancellationToken cancellationToken)
    {
        if (month.Kind != ReportingPeriodKind.Month)
        {
            throw new ArgumentException("An act is of a month.", nameof(month));
        }

        var (first, code) = (month.Start, month.Code);
        var acts = db.Scoped<MonthlyAct>().AsNoTracking().Where(a => a.Month == first && a.State == ActState.Approved);
        return await (
            from act in acts
            join institution in db.Set<InstitutionRef>() on act.InstitutionId equals institution.Id
            where territoryCode == null
                || db.Set<TerritoryClosure>().Any(t => t.AncestorCode == territoryCode && t.DescendantCode == institution.TerritoryCode)
            orderby institution.SortName, act.Id
            select new StateOrderAct(act.Id, act.ContractId, act.InstitutionId, code, act.Places, act.ConfirmedDays, act.Amount)).ToListAsync(cancellationToken);
    }
}
