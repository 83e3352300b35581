using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

/// <summary>Children who go over to another group of the kindergarten.</summary>
internal sealed record TransferChildrenBody(Guid? ToGroupId, int? Children);

internal sealed record TransferChildrenCommand(Guid Id, long Version, Guid? ToGroupId, int? Children) : ICommand<GroupResult>;

internal sealed class TransferChildrenValidator : AbstractValidator<TransferChildrenCommand>
{
    public TransferChildrenValidator()
    {
        RuleFor(c => c.ToGroupId).NotEmpty();
        RuleFor(c => c.ToGroupId).NotEqual(c => c.Id).WithCode("preschool.transfer-same-group");
        RuleFor(c => c.Children).NotNull().InclusiveBetween(1, GroupBodyValidator.MaxPlaces);
    }
}

internal sealed class TransferChildrenHandler(PreschoolDbContext db, GroupLoader loader, GroupNorms norms) : ICommandHandler<TransferChildrenCommand, GroupResult>
{
    public async Task<GroupResult> Handle(TransferChildrenCommand command, CancellationToken cancellationToken)
    {
        var (group, territory) = await loader.Load(command.Id, command.Version, cancellationToken);
        var other = await db.Scoped<Group>().SingleOrDefaultAsync(g => g.Id == command.ToGroupId, cancellationToken)
            ?? throw new NotFound("Group", command.ToGroupId!);
        await norms.RequireTransferWindow(territory, cancellationToken);
        group.TransferTo(other, command.Children!.Value);
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }
}

internal static class TransferChildrenEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/groups/{id:guid}/transfers", (Guid id, TransferChildrenBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new TransferChildrenCommand(id, ifMatch.Version, body.ToGroupId, body.Children), token))
        .WithName("TransferChildren").WithSummary("Transfers children to another group of the kindergarten, in August").WithIfMatch()
        .RequirePermission(PreschoolPermissions.WriteGroups);
}
