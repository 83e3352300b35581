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

/// <summary>Puts a child into the queue.</summary>
/// <param name="Iin">ИИН; without it the application is provisional and needs <paramref name="BirthDocument"/>.</param>
/// <param name="Wishes">Kindergartens, best first.</param>
/// <param name="AppliedOn">Earlier day of a paper application that is taken over, with <paramref name="Reason"/>.</param>
internal sealed record RegisterApplicationCommand(
    string? Iin, string? BirthDocument, string? ChildName, DateOnly? BornOn, string? ApplicantName, string? ApplicantPhone, string? TerritoryCode,
    GroupLanguage? Language, string? Profile, IReadOnlyList<Guid>? Wishes, ClaimedBenefit? Benefit, DateOnly? AppliedOn, string? Reason)
    : ICommand<ApplicationResult>, IPersonFields;

/// <summary>A benefit that the family claims; its evidence is verified afterwards.</summary>
internal sealed record ClaimedBenefit(string? Code, string? EvidenceType, string? EvidenceNumber, DateOnly? IssuedOn, DateOnly? ValidTo);

/// <summary>The application after a change.</summary>
/// <param name="Warnings">What the officer should look at once more; nothing was refused for it.</param>
internal sealed record ApplicationResult(
    Guid Id, string Number, TicketState State, int Rank, long Sequence, IReadOnlyList<ProblemField> Warnings, long Version) : IVersioned
{
    public static ApplicationResult Of(QueueApplication application, OpenQueue? queue, params IReadOnlyList<ProblemField> warnings) =>
        new(application.Id, application.Number, application.State, application.Rank, queue?.Head.Sequence ?? 0, warnings, application.Version);
}

internal sealed class RegisterApplicationValidator : AbstractValidator<RegisterApplicationCommand>
{
    public RegisterApplicationValidator()
    {
        Include(new PersonFieldsValidator());
        RuleFor(c => c.BornOn).NotNull();
        RuleFor(c => c.TerritoryCode).NotEmpty().MaximumLength(9);
        RuleFor(c => c.Language).NotNull().IsInEnum().NotEqual(GroupLanguage.Mixed).WithCode("unknown-value");
        RuleFor(c => c.Profile).Must(p => p is null || GroupProfile.Find(p) is not null).WithCode("unknown-value");
        RuleFor(c => c.Wishes).Must(w => w is null || w.Distinct().Count() == w.Count).WithCode("preschool.wish-twice");
        RuleFor(c => c.Benefit).SetValidator(new ClaimedBenefitValidator()!);
        RuleFor(c => c.Reason).MaximumLength(400);
        RuleFor(c => c.Reason).NotEmpty().When(c => c.AppliedOn is not null);
    }
}

internal sealed class ClaimedBenefitValidator : AbstractValidator<ClaimedBenefit>
{
    public ClaimedBenefitValidator()
    {
        RuleFor(b => b.Code).NotEmpty().MaximumLength(60);
        RuleFor(b => b.EvidenceType).NotEmpty().MaximumLength(100);
        RuleFor(b => b.EvidenceNumber).NotEmpty().MaximumLength(60);
        RuleFor(b => b.IssuedOn).NotNull();
    }
}

internal sealed class RegisterApplicationHandler(PreschoolDbContext db, QueueLog log, QueueDesk desk, PersonHints hints)
    : ICommandHandler<RegisterApplicationCommand, ApplicationResult>
{
    public Task<ApplicationResult> Handle(RegisterApplicationCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var territory = await desk.Territory(command.TerritoryCode!, token);
            var queue = await log.Open(territory, token);
            var bornOn = command.BornOn!.Value;
            var appliedAt = AppliedAt(command.AppliedOn, bornOn, queue);
            CheckAge(bornOn, queue);
            var wishes = command.Wishes ?? [];
            await desk.CheckWishes(wishes, queue.Rules, token);
            var pool = new PoolKey(territory, bornOn.Year, command.Language!.Value, command.Profile ?? GroupProfile.General);
            var application = new QueueApplication(await FreeNumber(token), pool, bornOn);
            application.Identify(command.ToPerson());
            application.Remark(command.Reason);
            await desk.CheckChild(application, token);
            queue.Append(application, QueueEventKind.Registered, new()
            {
                Rank = await desk.RankByAge(bornOn.Year, queue, territory, token),
                AppliedAt = appliedAt ?? queue.Now,
                BornOn = bornOn,
                Wishes = wishes,
                Reason = appliedAt is null ? null : "paper",
            });
            db.Add(application);
            if (command.Benefit is { } claimed)
            {
                var benefit = await desk.Benefit(claimed.Code!, queue.Today, token);
                db.Add(new ApplicationBenefit(application.Id, benefit, claimed.ToEvidence(), queue.Today));
            }

            await desk.Save(token);
            return ApplicationResult.Of(application, queue, hints.Of(application));
        },
        cancellationToken);

    /// <summary>
    /// Noon of the paper's day: who applied on the same day through the system keeps the hour. The length of the log in units of 100 ns comes on top, so that
    /// papers of one day stand in the order in which they were taken over, and not in that of their ids.
    /// </summary>
    private static DateTime? AppliedAt(DateOnly? appliedOn, DateOnly bornOn, OpenQueue queue)
    {
        if (appliedOn is not { } day)
        {
            return null;
        }

        if (day > queue.Today)
        {
            throw new RuleViolation("preschool.applied-in-future");
        }

        if (day < bornOn)
        {
            throw new RuleViolation("preschool.applied-before-birth");
        }

        var noon = LocalTime.StartOf(day).AddHours(12).AddTicks(queue.Head.Sequence);
        return noon < queue.Now ? noon : queue.Now;
    }

    private static void CheckAge(DateOnly bornOn, OpenQueue queue)
    {
        if (bornOn > queue.Today)
        {
            throw new RuleViolation("preschool.child-not-born");
        }

        if (bornOn.AddYears(queue.Rules.MaxAgeYears) <= queue.Today)
        {
            throw new RuleViolation("preschool.child-too-old", queue.Rules.MaxAgeYears);
        }
    }

    private async Task<string> FreeNumber(CancellationToken cancellationToken)
    {
        // Eight at once: that all are taken will not happen before the queue has tens of millions of applications.
        string[] drawn = [.. Enumerable.Range(0, 8).Select(_ => ApplicationNumber.Next())];
        return drawn.Except(await db.TakenNumbers(drawn, cancellationToken), StringComparer.Ordinal).First();
    }
}

internal static class RegisterApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/queue/applications", async (RegisterApplicationCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/queue/applications/{result.Id}", result);
        })
        .WithName("RegisterApplication").WithSummary("Puts a child into the queue; the number is given by the system")
        .WithIdempotency().RequirePermission(PreschoolPermissions.WriteQueue);
}
