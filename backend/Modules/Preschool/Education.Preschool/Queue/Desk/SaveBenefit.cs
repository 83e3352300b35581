using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Texts = Education.BuildingBlocks.Texts;

namespace Education.Preschool.Queue;

/// <summary>What a row of the table of benefits says.</summary>
internal sealed record BenefitFields(LocalizedText? Name, int? Rank, int? EvidenceMonths, EvidenceChannel? Channel, string? LegalAct)
{
    public BenefitTerms ToTerms() => new(Name!, Rank!.Value, EvidenceMonths, Channel!.Value, LegalAct!.Trim());
}

/// <summary>A new benefit, or new terms of a known one from a day on: the row before ends the day before.</summary>
internal sealed record AddBenefitCommand(string? Code, DateOnly? ValidFrom, BenefitFields? Terms) : ICommand<BenefitResult>;

/// <summary>A correction of a row.</summary>
internal sealed record UpdateBenefitCommand(Guid Id, long Version, BenefitFields Terms, DateOnly? ValidTo) : ICommand<BenefitResult>;

internal sealed record UpdateBenefitBody(BenefitFields? Terms, DateOnly? ValidTo);

internal sealed class BenefitFieldsValidator : AbstractValidator<BenefitFields>
{
    public BenefitFieldsValidator()
    {
        RuleFor(t => t.Name).NotNull();
        RuleFor(t => t.Name!.Kk).NotEmpty().MaximumLength(400).When(t => t.Name is not null);
        RuleFor(t => t.Name!.Ru).NotEmpty().MaximumLength(400).When(t => t.Name is not null);
        RuleFor(t => t.Rank).NotNull().InclusiveBetween(QueueRank.Extraordinary, QueueRank.General - 1);
        RuleFor(t => t.EvidenceMonths).InclusiveBetween(1, 240);
        RuleFor(t => t.Channel).NotNull().IsInEnum();
        RuleFor(t => t.LegalAct).NotEmpty().MaximumLength(400);
    }
}

internal sealed class AddBenefitValidator : AbstractValidator<AddBenefitCommand>
{
    public AddBenefitValidator()
    {
        RuleFor(c => c.Code).NotEmpty().MaximumLength(60).Matches("^[a-z][a-z0-9-]*$");
        RuleFor(c => c.ValidFrom).NotNull();
        RuleFor(c => c.Terms).NotNull().SetValidator(new BenefitFieldsValidator()!);
    }
}

internal sealed class UpdateBenefitValidator : AbstractValidator<UpdateBenefitCommand>
{
    public UpdateBenefitValidator() => RuleFor(c => c.Terms).NotNull().SetValidator(new BenefitFieldsValidator());
}

internal sealed class SaveBenefitHandler(PreschoolDbContext db, CurrentUser user)
    : ICommandHandler<AddBenefitCommand, BenefitResult>, ICommandHandler<UpdateBenefitCommand, BenefitResult>
{
    public async Task<BenefitResult> Handle(AddBenefitCommand command, CancellationToken cancellationToken)
    {
        RequireWholeScope();
        var (code, from) = (command.Code!, command.ValidFrom!.Value);
        if (await db.Set<Benefit>().Where(b => b.Code == code).OrderByDescending(b => b.ValidFrom).FirstOrDefaultAsync(cancellationToken) is { } last
            && (last.ValidTo is null || last.ValidTo >= from))
        {
            last.EndBefore(from);
        }

        var benefit = new Benefit(code, from, command.Terms!.ToTerms());
        db.Add(benefit);
        await db.SaveChangesAsync(cancellationToken);
        return BenefitResult.Of(benefit);
    }

    public async Task<BenefitResult> Handle(UpdateBenefitCommand command, CancellationToken cancellationToken)
    {
        RequireWholeScope();
        var benefit = await db.Set<Benefit>().SingleOrDefaultAsync(b => b.Id == command.Id, cancellationToken) ?? throw new NotFound("Benefit", command.Id);
        benefit.ExpectVersion(command.Version);
        if (await db.Set<Benefit>().AnyAsync(
            b => b.Code == benefit.Code && b.ValidFrom > benefit.ValidFrom && (command.ValidTo == null || b.ValidFrom <= command.ValidTo), cancellationToken))
        {
            throw new RuleViolation("preschool.benefit-overlaps");
        }

        benefit.Set(command.Terms.ToTerms(), command.ValidTo);
        await db.SaveChangesAsync(cancellationToken);
        return BenefitResult.Of(benefit);
    }

    /// <summary>The table is the same for every queue of the installation: not for an officer of one of them to change.</summary>
    private void RequireWholeScope()
    {
        if (!user.Scope.Everything)
        {
            throw new Problem(StatusCodes.Status403Forbidden, "forbidden");
        }
    }
}

internal static class SaveBenefitEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/queue/benefits", async (AddBenefitCommand command, IDispatcher dispatcher, CancellationToken token) =>
                TypedResults.Created((string?)null, await dispatcher.Send(command, token)))
            .WithName("AddBenefit").WithSummary("A new benefit, or new terms of a known one from a day on").WithIdempotency()
            .RequirePermission(PreschoolPermissions.WriteQueue);
        routes.MapPut("/queue/benefits/{id:guid}", (Guid id, UpdateBenefitBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new UpdateBenefitCommand(id, ifMatch.Version, body.Terms!, body.ValidTo), token))
            .WithName("UpdateBenefit").WithSummary("Corrects a row of the table of benefits, or ends it").WithIfMatch()
            .RequirePermission(PreschoolPermissions.WriteQueue);
    }
}
