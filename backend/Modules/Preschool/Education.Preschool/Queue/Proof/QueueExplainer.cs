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

/// <summary>Answers with positions and causes from the boards.</summary>
internal sealed class QueueExplainer(
    PreschoolDbContext db, QueueBoards boards, QueueRulesBook book, QueueNames names, Texts texts, CurrentUser user, TimeProvider time)
{
    /// <summary>Now.</summary>
    public async Task<ApplicationPosition> Now(QueueApplication application, (long Sequence, string? Rules) since, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rules = await book.In(application.TerritoryCode, LocalTime.DayOf(now), cancellationToken);
        var known = new KnownSince(since.Sequence, since.Rules is { } then ? (await book.Version(then, cancellationToken))?.GeneralPerPriority : null);
        var look = await boards.Look(db, application.TerritoryCode, b => Look(b, application.Id, known, rules), cancellationToken);
        return await Tell(application, (application.PoolKey, application.State), look, now, cancellationToken);
    }

    /// <summary>At a moment in the past: the log folded anew up to it, under the rules of that day.</summary>
    /// <exception cref="NotFound">There was no application yet.</exception>
    public async Task<ApplicationPosition> AsOf(QueueApplication application, DateTime asOf, long since, CancellationToken cancellationToken)
    {
        var last = await db.QueueEvents.AsNoTracking().Where(e => e.ApplicationId == application.Id && e.At <= asOf)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound("QueueApplication", application.Id);
        var rules = await book.In(last.TerritoryCode, LocalTime.DayOf(asOf), cancellationToken);
        var end = await db.QueueEvents.Where(e => e.TerritoryCode == last.TerritoryCode && e.At <= asOf).MaxAsync(e => e.Sequence, cancellationToken);
        var board = await boards.AsOf(db, last.TerritoryCode, end, cancellationToken);
        var state = board.PoolOf(application.Id)!.Find(application.Id)!.State;
        return await Tell(
            application, (PoolKey.Parse(last.Pool), state), Look(board, application.Id, new(since, null), rules), asOf, cancellationToken);
    }

    /// <summary>Place and moves of one and the same moment.</summary>
    private static PositionLook Look(TerritoryBoard board, Guid application, KnownSince since, QueueRules rules) => new(
        board.Sequence, rules, since, board.PositionOf(application, rules.GeneralPerPriority), board.AccountOf(application, since, rules.GeneralPerPriority));

    private async Task<ApplicationPosition> Tell(
        QueueApplication application, (PoolKey Pool, TicketState State) at, PositionLook look, DateTime asOf, CancellationToken cancellationToken)
    {
        var (position, causes) = (look.Position, look.Moves?.Causes ?? []);
        var wishes = position is null ? null : await names.Institutions([.. position.ByWish.Keys], cancellationToken);
        return new(
            application.Number, at.State, names.State(at.State, user.Language), application.State == at.State ? application.StateUntil : null, at.Pool.ToString(),
            Place(position?.InPool), Place(position?.InYear), Place(position?.InTerritory),
            position is null ? [] : [.. position.ByWish.Select(w => new WishPlace(w.Key, wishes!.GetValueOrDefault(w.Key) ?? new("", ""), PlaceRow.From(w.Value)))],
            look.Rules.Version, look.Rules.Regime, look.Sequence, asOf, look.Moves?.From ?? look.Since.Sequence,
            look.Moves is { } moves ? new(moves.Then + 1, 0) : null, causes.Sum(c => c.Change),
            [.. causes.Select(c => new CauseRow(c.Code, c.Count, c.Change, texts.Get("preschool.cause." + c.Code, user.Language, c.Count)))]);
    }

    private sealed record PositionLook(long Sequence, QueueRules Rules, KnownSince Since, QueuePosition? Position, MoveAccount? Moves);

    private static PlaceRow? Place(Standing? standing) => standing is { } known ? PlaceRow.From(known) : null;
}
