using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Testing.National.Sessions;

/// <summary>Enters a session of a year.</summary>
/// <param name="Year">Calendar year, 2004…2100.</param>
/// <param name="Kind">Which session; one of a kind a year.</param>
/// <param name="FirstDay">First day, within the year.</param>
/// <param name="LastDay">Last day, not before the first, within the year.</param>
/// <param name="Points">Testing points by territory, each territory once.</param>
internal sealed record CreateTestSessionCommand(
    int? Year, SessionKind? Kind, DateOnly? FirstDay, DateOnly? LastDay, IReadOnlyList<SessionPointsResult>? Points) : ICommand<TestSessionResult>;

internal sealed class CreateTestSessionValidator : AbstractValidator<CreateTestSessionCommand>
{
    public CreateTestSessionValidator()
    {
        RuleFor(c => c.Year).NotNull().InclusiveBetween(2004, 2100);
        RuleFor(c => c.Kind).NotNull().IsInEnum();
        RuleFor(c => c.FirstDay).NotNull();
        RuleFor(c => c.FirstDay).Must((c, day) => day is null || c.Year is null || day.Value.Year == c.Year).WithCode("testing.session-day-outside-year");
        RuleFor(c => c.LastDay).NotNull();
        RuleFor(c => c.LastDay).Must((c, day) => day is null || c.Year is null || day.Value.Year == c.Year).WithCode("testing.session-day-outside-year");
        RuleFor(c => c.LastDay).Must((c, day) => day is null || c.FirstDay is null || day >= c.FirstDay).WithCode("testing.session-ends-before-start");
        RuleFor(c => c.Points).SetValidator(new SessionPointsValidator()!);
    }
}

/// <summary>Shape of the testing points, the same for entering and changing.</summary>
internal sealed class SessionPointsValidator : AbstractValidator<IReadOnlyList<SessionPointsResult>>
{
    public SessionPointsValidator()
    {
        RuleFor(points => points).Must(points => points.All(p => p.Count is > 0 and < 1_000)).WithCode("testing.session-points-count").OverridePropertyName("");
        RuleFor(points => points).Must(points => points.Select(p => p.Territory).Distinct(StringComparer.Ordinal).Count() == points.Count)
            .WithCode("testing.session-territory-twice").OverridePropertyName("");
    }
}

/// <summary>What entering and changing have in common.</summary>
internal static class SessionRules
{
    /// <summary>The days are the ministry's and the same for all departments of the installation: not for a reader of one of them to change.</summary>
    /// <exception cref="Problem">403 for a restricted user.</exception>
    public static void RequireWholeScope(CurrentUser user)
    {
        if (!user.Scope.Everything)
        {
            throw new Problem(StatusCodes.Status403Forbidden, "forbidden");
        }
    }

    /// <summary>The points by present codes of their territories.</summary>
    /// <exception cref="InvalidFields">A territory is unknown.</exception>
    public static async Task<Dictionary<string, int>> Points(
        ITerritoryDirectory territories, IReadOnlyList<SessionPointsResult>? points, CancellationToken cancellationToken)
    {
        var given = points ?? [];
        var known = given.Count == 0
            ? new Dictionary<string, TerritoryInfo>(StringComparer.Ordinal)
            : await territories.Find([.. given.Select(p => p.Territory)], cancellationToken);
        if (given.FirstOrDefault(p => !known.ContainsKey(p.Territory)) is { } unknown)
        {
            throw new InvalidFields("points", "testing.session-territory-unknown", unknown.Territory);
        }

        return given.ToDictionary(p => known[p.Territory].Code, p => p.Count, StringComparer.Ordinal);
    }
}

internal sealed class CreateTestSessionHandler(TestingDbContext db, ITerritoryDirectory territories, CurrentUser user)
    : ICommandHandler<CreateTestSessionCommand, TestSessionResult>
{
    public async Task<TestSessionResult> Handle(CreateTestSessionCommand command, CancellationToken cancellationToken)
    {
        SessionRules.RequireWholeScope(user);
        var session = new TestSession(command.Year!.Value, command.Kind!.Value);
        session.Set(command.FirstDay!.Value, command.LastDay!.Value, await SessionRules.Points(territories, command.Points, cancellationToken));
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return TestSessionResult.Of(session);
    }
}

internal static class CreateTestSessionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/national/sessions", async (CreateTestSessionCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/testing/national/sessions/{result.Id}", result);
        })
        .WithName("CreateTestSession").WithSummary("Enters a session of the national test").WithIdempotency().RequirePermission(TestingPermissions.Write);
}
