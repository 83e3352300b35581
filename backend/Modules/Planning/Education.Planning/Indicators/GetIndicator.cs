using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Planning.Indicators;

internal sealed record GetIndicatorQuery(string Code) : IQuery<IndicatorRow>;

internal sealed class GetIndicatorHandler(IndicatorBook book, BuildingBlocks.Texts texts, CurrentUser user, TimeProvider time)
    : IQueryHandler<GetIndicatorQuery, IndicatorRow>
{
    public async Task<IndicatorRow> Handle(GetIndicatorQuery query, CancellationToken cancellationToken)
    {
        if (!book.Catalogue.Contains(query.Code))
        {
            throw new NotFound("Indicator", query.Code);
        }

        var catalogue = await book.On(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
        var descriptor = catalogue[query.Code];
        return IndicatorRow.Of(descriptor, texts.Get("planning.unit." + descriptor.Unit, user.Language), FormulaWords.Of(catalogue, descriptor, texts));
    }
}

internal static class GetIndicatorEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/indicators/{code}", (string code, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetIndicatorQuery(code), token))
        .WithName("GetIndicator").WithSummary("One indicator").RequirePermission(PlanningPermissions.ReadIndicators);
}
