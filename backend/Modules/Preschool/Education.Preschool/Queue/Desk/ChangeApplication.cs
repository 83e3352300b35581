using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>Another line or other wishes; the time of application stays.</summary>
internal sealed record ChangeApplicationBody(DateOnly? BornOn, string? TerritoryCode, GroupLanguage? Language, string? Profile, IReadOnlyList<Guid>? Wishes);

internal sealed record ChangeApplicationCommand(Guid Id, long Version, ChangeApplicationBody Body) : ICommand<ApplicationResult>;

internal sealed class ChangeApplicationValidator : AbstractValidator<ChangeApplicationCommand>
{
    public ChangeApplicationValidator()
    {
        RuleFor(c => c.Body.BornOn).NotNull().OverridePropertyName("bornOn");
        RuleFor(c => c.Body.TerritoryCode).NotEmpty().MaximumLength(9).OverridePropertyName("territoryCode");
        RuleFor(c => c.Body.Language).NotNull().IsInEnum().NotEqual(GroupLanguage.Mixed).WithCode("unknown-value").OverridePropertyName("language");
        RuleFor(c => c.Body.Profile).Must(p => GroupProfile.Find(p) is not null).WithCode("unknown-value").OverridePropertyName("profile");
        RuleFor(c => c.Body.Wishes).NotNull().Must(w => w is null || w.Distinct().Count() == w.Count).WithCode("preschool.wish-twice").OverridePropertyName("wishes");
    }
}

internal sealed class ChangeApplicationHandler(PreschoolDbContext db, QueueLog log, QueueDesk desk, PersonHints hints)
    : ICommandHandler<ChangeApplicationCommand, ApplicationResult>
{
    public Task<ApplicationResult> Handle(ChangeApplicationCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var body = command.Body;
            var territory = await desk.Territory(body.TerritoryCode!, token);
            var target = await OpenBoth(command.Id, territory, token);
            var (queue, application) = await desk.Take(command.Id, command.Version, token);
            var pool = new PoolKey(territory, body.BornOn!.Value.Year, body.Language!.Value, body.Profile!);
            var wishes = body.Wishes!;
            await desk.CheckWishes(wishes, target.Rules, token);
            var changed = !application.Wishes.OrderBy(w => w.Order).Select(w => w.InstitutionId).SequenceEqual(wishes);
            var corrected = application.BornOn != body.BornOn;
            application.Correct(body.BornOn.Value);
            if (pool != application.PoolKey || corrected)
            {
                await Move(application, queue, target, pool, wishes, token);
            }
            else if (changed)
            {
                queue.Append(application, QueueEventKind.WishesChanged, new() { Wishes = wishes });
            }

            await desk.Save(token);
            return ApplicationResult.Of(application, target, hints.Of(application));
        },
        cancellationToken);

    /// <summary>Both logs in the order of their codes: two moves in opposite directions then wait for each other instead of for ever.</summary>
    private async Task<OpenQueue> OpenBoth(Guid id, string territory, CancellationToken cancellationToken)
    {
        var from = await db.Scoped<QueueApplication>().Where(a => a.Id == id).Select(a => a.TerritoryCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFound("QueueApplication", id);
        if (string.CompareOrdinal(from, territory) < 0)
        {
            await log.Open(from, cancellationToken);
        }

        return await log.Open(territory, cancellationToken);
    }

    private async Task Move(
        QueueApplication application, OpenQueue queue, OpenQueue target, PoolKey pool, IReadOnlyList<Guid> wishes, CancellationToken cancellationToken)
    {
        var old = application.Pool;
        queue.Append(application, QueueEventKind.Left, new() { Pool = pool.ToString(), Reason = "moved" });
        application.MoveTo(pool);
        target.Append(application, QueueEventKind.Entered, new()
        {
            Rank = await desk.RankOf(application, target, null, cancellationToken),
            AppliedAt = application.AppliedAt,
            BornOn = application.BornOn,
            Wishes = wishes,
            Pool = old,
        });
    }
}

internal static class ChangeApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queue/applications/{id:guid}", (Guid id, ChangeApplicationBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ChangeApplicationCommand(id, ifMatch.Version, body), token))
        .WithName("ChangeApplication").WithSummary("Changes territory, year of birth, language, profile or wishes; the time of application stays")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
}
