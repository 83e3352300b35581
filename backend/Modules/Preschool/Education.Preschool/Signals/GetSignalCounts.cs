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

namespace Education.Preschool.Signals;

internal sealed record GetSignalCountsQuery : IQuery<IReadOnlyList<SignalCount>>
{
    /// <summary>Month looked at, <c>2017-06</c>.</summary>
    public string? Month { get; init; }
}

/// <summary>How many signals of a kind nobody has dismissed.</summary>
internal sealed record SignalCount(SignalKind Kind, int Count);

internal sealed class GetSignalCountsValidator : AbstractValidator<GetSignalCountsQuery>
{
    public GetSignalCountsValidator() => RuleFor(q => q.Month).NotEmpty().Must(m => m is null or "" || SheetMonth.IsMonth(m)).WithCode("preschool.month-format");
}

internal sealed class GetSignalCountsHandler(PreschoolDbContext db, SignalSources sources) : IQueryHandler<GetSignalCountsQuery, IReadOnlyList<SignalCount>>
{
    public async Task<IReadOnlyList<SignalCount>> Handle(GetSignalCountsQuery query, CancellationToken cancellationToken)
    {
        var month = ReportingPeriod.Parse(query.Month);
        var counts = new List<SignalCount>();
        foreach (var kind in Enum.GetValues<SignalKind>())
        {
            // Each kind is a query of its own tables.
            var rows = await ListSignalsHandler.Rows(db, sources, kind, month, dismissed: false, cancellationToken);
            counts.Add(new(kind, await rows.CountAsync(cancellationToken)));
        }

        return counts;
    }
}

internal static class GetSignalCountsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/signals/counts", ([AsParameters] GetSignalCountsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetSignalCounts").WithSummary("How many signals of each kind wait for a look in a month")
        .AcceptsQuery<GetSignalCountsQuery>().RequirePermission(PreschoolPermissions.Read);
}
