using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Simulation;

internal sealed record DeleteSimulationCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed class DeleteSimulationValidator : AbstractValidator<DeleteSimulationCommand>
{
    public DeleteSimulationValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteSimulationHandler(PreschoolDbContext db) : ICommandHandler<DeleteSimulationCommand, bool>
{
    public async Task<bool> Handle(DeleteSimulationCommand command, CancellationToken cancellationToken)
    {
        var simulation = await db.Scoped<QueueSimulation>().SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken)
            ?? throw new NotFound("Simulation", command.Id);
        simulation.ExpectVersion(command.Version);
        db.Remove(simulation);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal static class DeleteSimulationEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/simulations/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeleteSimulationCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        })
        .WithName("DeleteSimulation").WithSummary("Deletes a simulation").WithIfMatch().RequirePermission(PreschoolPermissions.Simulate);
}
