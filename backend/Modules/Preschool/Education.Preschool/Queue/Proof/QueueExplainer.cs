using Education.BuildingBlocks;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>Place among those who wait: 1 for the first.</summary>
internal sealed record PlaceRow(int Place, int Of)
{
    public static PlaceRow From(Standing standing) => new(standing.Ahead + 1, standing.Of);
}

/// <summary>Place among those who wish the same kindergarten.</summary>
internal sealed record WishPlace(Guid InstitutionId, LocalizedText Name, PlaceRow Place);

/// <summary>A cause in words, without naming anybody.</summary>
/// <param name="Change">Places; negative: nearer to the front.</param>
internal sealed record CauseRow(string Code, int Count, int Change, string Text);

/// <summary>Where an application stands and why it moved: the same for the desk and for the family.</summary>
/// <param name="Sequence">Last event of the territory's log that was counted.</param>
/// <param name="AsOf">UTC.</param>
/// <param name="SinceSequence">Event from which the moves are told.</param>
/// <param name="Change">Sum of the causes.</param>
internal sealed record ApplicationPosition(
    string Number, TicketState State, string StateText, DateOnly? StateUntil, string Pool, PlaceRow? InPool, PlaceRow? InYear, PlaceRow? InTerritory,
    IReadOnlyList<WishPlace> ByWish, string RulesVersion, QueueRegime Regime, long Sequence, DateTime AsOf, long SinceSequence, PlaceRow? Before, int Change,
    IReadOnlyList<CauseRow> Causes);

/// <summary>Answers with positions and causes from the log.</summary>
internal sealed class QueueExplainer(
    PreschoolDbContext db, QueueBoards boards, QueueRulesBook book, QueueNames names, Texts texts, CurrentUser user, TimeProvider time)
{
    /// <summary>Now.</summary>
    public async Task<ApplicationPosition> Now(QueueApplication application, (long Sequence, string? Rules) since, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rules = await book.In(application.TerritoryCode, LocalTime.DayOf(now), cancellationToken);
        var (sequence, position) = await boards.Look(
            db, application.TerritoryCode, b => (b.Sequence, b.PositionOf(application.Id, rules.GeneralPerPriority)), cancellationToken);
        return await Tell(application, application.PoolKey, application.State, position, rules, sequence, now, since, cancellationToken);
    }

    /// <summary>At a moment in the past: the log folded anew up to it, under the rules of that day.</summary>
    /// <exception cref="NotFound">There was no application yet.</exception>
    public async Task<ApplicationPosition> AsOf(QueueApplication application, DateTime asOf, long since, CancellationToken cancellationToken)
    {
        var last = await db.QueueEvents.AsNoTracking().Where(e => e.ApplicationId == application.Id && e.At <= asOf)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("QueueApplication", application.Id);
        var rules = await book.In(last.TerritoryCode, LocalTime.DayOf(asOf), cancellationToken);
        var end = await db.QueueEvents.Where(e => e.TerritoryCode == last.TerritoryCode && e.At <= asOf).MaxAsync(e => e.Sequence, cancellationToken);
        var board = new TerritoryBoard(last.TerritoryCode);
        await QueueBoards.CatchUp(db, board, end, cancellationToken);
        var state = board.PoolOf(application.Id)!.Find(application.Id)!.State;
        return await Tell(
            application, PoolKey.Parse(last.Pool), state, board.PositionOf(application.Id, rules.GeneralPerPriority), rules, end, asOf, (since, null), cancellationToken);
    }

    private async Task<ApplicationPosition> Tell(
        QueueApplication application, PoolKey pool, TicketState state, QueuePosition? position, QueueRules rules, long sequence, DateTime asOf,
        (long Sequence, string? Rules) since, CancellationToken cancellationToken)
    {
        var ledger = position is null ? null : await Account(application.Id, pool, since, sequence, cancellationToken);
        var causes = ledger?.Close(rules.GeneralPerPriority) ?? [];
        var wishes = position is null ? null : await names.Institutions([.. position.ByWish.Keys], cancellationToken);
        return new(
            application.Number, state, names.State(state, user.Language), application.State == state ? application.StateUntil : null, pool.ToString(),
            Place(position?.InPool), Place(position?.InYear), Place(position?.InTerritory),
            position is null ? [] : [.. position.ByWish.Select(w => new WishPlace(w.Key, wishes!.GetValueOrDefault(w.Key) ?? new("", ""), PlaceRow.From(w.Value)))],
            rules.Version, rules.Regime, sequence, asOf, ledger?.From ?? since.Sequence,
            ledger?.Then is { } then ? new(then + 1, 0) : null, causes.Sum(c => c.Change),
            [.. causes.Select(c => new CauseRow(c.Code, c.Count, c.Change, texts.Get("preschool.cause." + c.Code, user.Language, c.Count)))]);
    }

    private async Task<MoveLedger> Account(Guid application, PoolKey pool, (long Sequence, string? Rules) since, long until, CancellationToken cancellationToken)
    {
        var versions = await book.Versions(cancellationToken);
        var ledger = new MoveLedger(
            pool, application, since.Sequence, since.Rules is { } known && versions.TryGetValue(known, out var then) ? then.GeneralPerPriority : null);
        var text = pool.ToString();
        var events = db.QueueEvents.AsNoTracking().Where(e => e.Pool == text && e.Sequence <= until).OrderBy(e => e.Sequence);
        await foreach (var entry in events.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            ledger.Apply(entry, versions.TryGetValue(entry.Rules, out var rules) ? rules.GeneralPerPriority : 0);
        }

        return ledger;
    }

    private static PlaceRow? Place(Standing? standing) => standing is { } known ? PlaceRow.From(known) : null;
}
