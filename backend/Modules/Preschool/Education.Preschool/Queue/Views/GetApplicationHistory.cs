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

internal sealed record GetApplicationHistoryQuery(Guid Id) : IQuery<IReadOnlyList<HistoryRow>>;

/// <summary>One event of an application in words.</summary>
/// <param name="At">UTC.</param>
/// <param name="Hash">By which the event can be found and checked in the log.</param>
internal sealed record HistoryRow(string TerritoryCode, long Sequence, DateTime At, QueueEventKind Kind, string Text, string RulesVersion, string Hash);

internal sealed class GetApplicationHistoryHandler(PreschoolDbContext db, QueueNames names, Texts texts, CurrentUser user)
    : IQueryHandler<GetApplicationHistoryQuery, IReadOnlyList<HistoryRow>>
{
    public async Task<IReadOnlyList<HistoryRow>> Handle(GetApplicationHistoryQuery query, CancellationToken cancellationToken)
    {
        if (!await db.Scoped<QueueApplication>().AnyAsync(a => a.Id == query.Id, cancellationToken))
        {
            throw new NotFound("QueueApplication", query.Id);
        }

        // A move to another city is one moment in two logs: leaving is told before entering.
        var events = await db.QueueEvents.AsNoTracking().Where(e => e.ApplicationId == query.Id)
            .OrderBy(e => e.At).ThenBy(e => e.Kind == QueueEventKind.Entered).ThenBy(e => e.Sequence).ToListAsync(cancellationToken);
        var benefits = await names.Benefits(cancellationToken);
        var kindergartens = await names.Institutions([.. events.SelectMany(e => e.Fact.Wishes ?? []).Distinct()], cancellationToken);
        return [.. events.Select(e => new HistoryRow(e.TerritoryCode, e.Sequence, e.At, e.Kind, Words(e, benefits, kindergartens), e.Rules, e.Hash))];
    }

    private string Words(QueueEvent entry, IReadOnlyDictionary<string, LocalizedText> benefits, IReadOnlyDictionary<Guid, LocalizedText> kindergartens)
    {
        var (fact, language) = (entry.Fact, user.Language);
        List<string> parts = [texts.Get("preschool.event." + QueueNames.Kebab(entry.Kind.ToString()), language)];
        if (fact.Benefit is { } code)
        {
            parts.Add((benefits.GetValueOrDefault(code) ?? new(code, code)).In(language));
        }

        if (entry.Kind == QueueEventKind.Registered && fact.AppliedAt is { } applied)
        {
            parts.Add(texts.Get("preschool.event.applied", language, LocalTime.DayOf(applied)));
        }

        if (fact.Wishes is { Count: > 0 } wishes)
        {
            parts.Add(texts.Get("preschool.event.wishes", language, string.Join(", ", wishes.Select(w => kindergartens.GetValueOrDefault(w)?.In(language)).Where(n => n is not null))));
        }

        if (fact.Until is { } until)
        {
            parts.Add(texts.Get("preschool.event.until", language, until));
        }

        if (names.Reason(fact.Reason, language) is { Length: > 0 } reason)
        {
            parts.Add(reason);
        }

        return string.Join(" · ", parts);
    }
}

internal static class GetApplicationHistoryEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/queue/applications/{id:guid}/history", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetApplicationHistoryQuery(id), token))
        .WithName("GetApplicationHistory").WithSummary("Everything that happened to an application, in words of the reader's language")
        .RequirePermission(PreschoolPermissions.ReadQueue);
}
