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

internal sealed record VerifyQueueQuery(string Territory) : IQuery<VerifyQueueResult>;

/// <summary>The recomputation of a territory's queue.</summary>
/// <param name="Head">Hash at the end of the log, to compare with a published root.</param>
internal sealed record VerifyQueueResult(string TerritoryCode, bool Holds, long Events, int Applications, string Head, IReadOnlyList<QueueFaultRow> Faults);

/// <summary>A fault in words.</summary>
internal sealed record QueueFaultRow(string Code, string Text, long? Sequence, string? Number);

internal sealed class VerifyQueueHandler(PreschoolDbContext db, QueueVerification verification, Texts texts, CurrentUser user)
    : IQueryHandler<VerifyQueueQuery, VerifyQueueResult>
{
    public async Task<VerifyQueueResult> Handle(VerifyQueueQuery query, CancellationToken cancellationToken)
    {
        if (!await db.Scoped<QueueHead>().AnyAsync(h => h.TerritoryCode == query.Territory, cancellationToken))
        {
            throw new NotFound("Territory", query.Territory);
        }

        var proof = await verification.Prove(query.Territory, cancellationToken);
        return new(
            proof.TerritoryCode, proof.Faults.Count == 0, proof.Events, proof.Applications, proof.Head,
            [.. proof.Faults.Select(f => new QueueFaultRow(f.Code, texts.Get("preschool.fault." + f.Code, user.Language), f.Sequence, f.Number))]);
    }
}

internal static class VerifyQueueEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/queue/verification/{territory}", (string territory, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new VerifyQueueQuery(territory), token))
        .WithName("VerifyQueue").WithSummary("Recomputes a territory's whole queue from its log and says what does not agree")
        .RequirePermission(PreschoolPermissions.ReadQueue);
}
