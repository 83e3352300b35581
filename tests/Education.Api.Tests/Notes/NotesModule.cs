using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Outbox;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Api.Tests.Notes;

/// <summary>A module that only the tests of the building blocks have.</summary>
public sealed class NotesModule : Module
{
    public const string Read = "notes.read";
    public const string Write = "notes.write";

    public override string Name => "notes";

    public override IReadOnlyList<string> Permissions => [Read, Write];

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<NotesDbContext>("notes");
        services.AddJob<CountJob>("notes.count");
        services.AddSingleton<Switches>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapList("", ([AsParameters] ListNotesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
            .WithName("ListNotes").AcceptsQuery<ListNotesQuery>().RequirePermission(Read);
        routes.MapGet("/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetNoteQuery(id), token))
            .WithName("GetNote").RequirePermission(Read);
        routes.MapPost("", async (CreateNoteCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var card = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/notes/{card.Id}", card);
        }).WithName("CreateNote").WithIdempotency().RequirePermission(Write);
        routes.MapPut("/{id:guid}", (Guid id, IfMatch ifMatch, ChangeNoteBody body, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new ChangeNoteCommand(id, ifMatch.Version, body.Price, body.Author, body.InstitutionId), token))
            .WithName("ChangeNote").WithIfMatch().RequirePermission(Write);
        routes.MapDelete("/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
        {
            await dispatcher.Send(new DeleteNoteCommand(id, ifMatch.Version), token);
            return TypedResults.NoContent();
        }).WithName("DeleteNote").WithIfMatch().RequirePermission(Write);
        routes.MapPost("/{id:guid}/lines", (Guid id, AddLineBody body, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new AddLineCommand(id, body.Text), token)).WithName("AddLine").RequirePermission(Write);
        routes.MapPost("/{id:guid}/close", (Guid id, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new CloseNoteCommand(id), token)).WithName("CloseNote").RequirePermission(Write);
        routes.MapPost("/count", async (CountArgs args, IDispatcher dispatcher, CancellationToken token) =>
            TypedResults.Accepted("", await dispatcher.Send(new CountNotesCommand(args.UpTo), token))).WithName("CountNotes").RequirePermission(Write);
        routes.MapPost("/explode", (ExplodeBody body) => Explode(body.Secret)).WithName("Explode").RequirePermission(Write);
        routes.MapPost("/guess", () => TypedResults.NoContent()).WithName("Guess").AllowEverybody().RequireRateLimiting(RateLimits.Guessable);
    }

    private static void Explode(string secret) => throw new InvalidOperationException($"No place for {secret}");
}

public sealed record ExplodeBody(string Secret);

public sealed record AddLineBody(string Text);

/// <summary>What a test turns on to break a consumer or to hold a job.</summary>
internal sealed class Switches
{
    /// <summary>Called by the first consumer before its effect.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called by the second consumer after its effect was added, before the save.</summary>
    public Func<string, Task> BeforeSecond { get; set; } = _ => Task.CompletedTask;

    /// <summary>The work of the job.</summary>
    public Func<JobContext, IServiceProvider, CancellationToken, Task<object?>> Job { get; set; } = (_, _, _) => Task.FromResult<object?>(null);
}

[ConsumerName("notes.first")]
internal sealed class FirstConsumer(NotesDbContext db, Switches switches) : IEventConsumer<Said>, IEventConsumer<NoteFiled>
{
    public Task Handle(Said integrationEvent, CancellationToken cancellationToken) => Take(integrationEvent.Text, cancellationToken);

    public Task Handle(NoteFiled integrationEvent, CancellationToken cancellationToken) => Take(integrationEvent.Number, cancellationToken);

    private async Task Take(string text, CancellationToken cancellationToken)
    {
        await switches.Before(text);
        db.Add(new Delivery { Consumer = "first", Text = text });
        await db.SaveChangesAsync(cancellationToken);
    }
}

[ConsumerName("notes.second")]
internal sealed class SecondConsumer(NotesDbContext db, Switches switches) : IEventConsumer<Said>
{
    public async Task Handle(Said integrationEvent, CancellationToken cancellationToken)
    {
        db.Add(new Delivery { Consumer = "second", Text = integrationEvent.Text });
        await switches.BeforeSecond(integrationEvent.Text);
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed record CountArgs(int UpTo);

internal sealed class CountJob(Switches switches, IServiceProvider services) : JobHandler
{
    public override string Kind => "notes.count";

    public override Task<object?> Run(JobContext job, CancellationToken cancellationToken) => switches.Job(job, services, cancellationToken);
}
