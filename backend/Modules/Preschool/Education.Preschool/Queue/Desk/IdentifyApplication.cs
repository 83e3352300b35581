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

/// <summary>Corrects child and applicant, or gives a provisional application its ИИН.</summary>
internal sealed record IdentifyApplicationBody(string? Iin, string? BirthDocument, string? ChildName, string? ApplicantName, string? ApplicantPhone) : IPersonFields;

internal sealed record IdentifyApplicationCommand(Guid Id, long Version, IdentifyApplicationBody Body) : ICommand<ApplicationResult>, IPersonFields
{
    public string? Iin => Body.Iin;

    public string? BirthDocument => Body.BirthDocument;

    public string? ChildName => Body.ChildName;

    public string? ApplicantName => Body.ApplicantName;

    public string? ApplicantPhone => Body.ApplicantPhone;
}

internal sealed class IdentifyApplicationValidator : AbstractValidator<IdentifyApplicationCommand>
{
    public IdentifyApplicationValidator() => Include(new PersonFieldsValidator());
}

internal sealed class IdentifyApplicationHandler(PreschoolDbContext db, QueueDesk desk, PersonHints hints)
    : ICommandHandler<IdentifyApplicationCommand, ApplicationResult>
{
    public Task<ApplicationResult> Handle(IdentifyApplicationCommand command, CancellationToken cancellationToken) => db.InTransaction(
        async token =>
        {
            var application = await db.Scoped<QueueApplication>().SingleOrDefaultAsync(a => a.Id == command.Id, token)
                ?? throw new NotFound("QueueApplication", command.Id);
            application.ExpectVersion(command.Version);
            if (!TicketLife.IsActive(application.State))
            {
                throw new RuleViolation("preschool.application-state", application.State);
            }

            application.Identify(command.ToPerson());
            await desk.CheckChild(application, token);
            await desk.Save(token);
            return ApplicationResult.Of(application, null, hints.Of(application));
        },
        cancellationToken);
}

internal static class IdentifyApplicationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/queue/applications/{id:guid}/person", (Guid id, IdentifyApplicationBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new IdentifyApplicationCommand(id, ifMatch.Version, body), token))
        .WithName("IdentifyApplication").WithSummary("Corrects child and applicant; gives a provisional application its IIN")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteQueue);
}
