using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Texts = Education.BuildingBlocks.Texts;

namespace Education.Preschool.Queue;

/// <summary>The child's applications by ИИН. In the body: an address is written down by proxies and browsers.</summary>
internal sealed record FindApplicationsQuery(string? Iin) : IQuery<IReadOnlyList<FoundApplication>>;

internal sealed record FoundApplication(Guid Id, string Number, TicketState State, DateTime AppliedAt, string TerritoryCode);

internal sealed class FindApplicationsValidator : AbstractValidator<FindApplicationsQuery>
{
    public FindApplicationsValidator() => RuleFor(q => q.Iin).Custom((text, context) =>
    {
        if (!Iin.TryParse(text, out _, out var error))
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(FindApplicationsQuery.Iin), error) { ErrorCode = error });
        }
    });
}

internal sealed class FindApplicationsHandler(PreschoolDbContext db) : IQueryHandler<FindApplicationsQuery, IReadOnlyList<FoundApplication>>
{
    public async Task<IReadOnlyList<FoundApplication>> Handle(FindApplicationsQuery query, CancellationToken cancellationToken)
    {
        var iin = Iin.Parse(query.Iin).Value;
        return await db.Scoped<QueueApplication>().Where(a => a.Iin == iin).OrderByDescending(a => a.AppliedAt)
            .Select(a => new FoundApplication(a.Id, a.Number, a.State, a.AppliedAt, a.TerritoryCode)).ToListAsync(cancellationToken);
    }
}

internal static class FindApplicationsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/applications/search", (FindApplicationsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("FindApplications").WithSummary("The applications of a child by IIN, given in the body").RequirePermission(PreschoolPermissions.ReadQueue);
}
