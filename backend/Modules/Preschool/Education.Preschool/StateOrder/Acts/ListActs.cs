using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Attendance;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.StateOrder.Acts;

internal sealed record ListActsQuery : ListQuery, IQuery<PagedResult<ActResult>>
{
    /// <summary>Month, <c>2017-06</c>.</summary>
    public string? Month { get; init; }

    public Guid? ContractId { get; init; }

    public Guid? InstitutionId { get; init; }

    public ActState? State { get; init; }
}

internal sealed class ListActsValidator : AbstractValidator<ListActsQuery>
{
    public ListActsValidator() => RuleFor(q => q.Month).Must(m => m is null || SheetMonth.IsMonth(m)).WithCode("preschool.month-format");
}

internal sealed class ListActsHandler(PreschoolDbContext db) : IQueryHandler<ListActsQuery, PagedResult<ActResult>>
{
    private static readonly SortMap<NamedAct> Sorts = new SortMap<NamedAct>(a => a.Act.Id)
        .By("month", a => a.Act.Month).By("name", a => a.Institution.SortName).By("revision", a => a.Act.Revision)
        .By("confirmedDays", a => a.Act.ConfirmedDays).By("amount", a => (double)a.Act.Amount).By("state", a => a.Act.State);

    public async Task<PagedResult<ActResult>> Handle(ListActsQuery query, CancellationToken cancellationToken)
    {
        var acts = db.Scoped<MonthlyAct>().Include(a => a.Lines).AsNoTracking();
        if (query.Month is { } code)
        {
            var month = ReportingPeriod.Parse(code).Start;
            acts = acts.Where(a => a.Month == month);
        }

        acts = acts.Where(a => (query.ContractId == null || a.ContractId == query.ContractId) && (query.InstitutionId == null || a.InstitutionId == query.InstitutionId)
            && (query.State == null || a.State == query.State));
        var rows = Acts.Named(db, acts);
        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            rows = rows.Where(a => EF.Functions.Like(a.Institution.SearchName, pattern));
        }

        var page = await rows.ToPage(query, Sorts, "-month,name,-revision", all => all, cancellationToken);
        return new([.. page.Items.Select(ActResult.Of)], page.Page, page.PageSize, page.Total);
    }
}

internal static class ListActsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/acts", ([AsParameters] ListActsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListActs").WithSummary("Monthly acts of the state order").AcceptsQuery<ListActsQuery>().RequirePermission(PreschoolPermissions.Read);
}
