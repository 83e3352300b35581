using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
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

/// <summary>The family's look: number and date of birth together are its key.</summary>
internal sealed record LookUpApplicationQuery(string? Number, DateOnly? BornOn) : IQuery<ApplicationPosition>;

internal sealed class LookUpApplicationValidator : AbstractValidator<LookUpApplicationQuery>
{
    public LookUpApplicationValidator()
    {
        RuleFor(q => q.Number).NotEmpty();

        // The check digit is public arithmetic: it tells of a slip of the pen, not of anybody.
        RuleFor(q => q.Number).Must(n => string.IsNullOrWhiteSpace(n) || ApplicationNumber.TryRead(n, out _)).WithCode("preschool.application-number");
        RuleFor(q => q.BornOn).NotNull();
    }
}

internal sealed class LookUpApplicationHandler(PreschoolDbContext db, QueueVisits visits) : IQueryHandler<LookUpApplicationQuery, ApplicationPosition>
{
    public async Task<ApplicationPosition> Handle(LookUpApplicationQuery query, CancellationToken cancellationToken)
    {
        _ = ApplicationNumber.TryRead(query.Number, out var number);
        var application = await db.FindForFamily(number, query.BornOn!.Value, cancellationToken)
            ?? throw new Problem(StatusCodes.Status404NotFound, "preschool.application-not-found");
        return await visits.Visit(application, byFamily: true, cancellationToken);
    }
}

internal static class LookUpApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/lookup", (LookUpApplicationQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("LookUpApplication").WithSummary("For families: state, position and causes by number and date of birth, without personal data")
        .AllowEverybody().RequireRateLimiting(RateLimits.Guessable);
}
