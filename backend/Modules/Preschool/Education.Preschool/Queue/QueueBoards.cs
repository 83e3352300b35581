using System.Collections.Concurrent;
using Education.Preschool.Queue.Engine;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Queue;

/// <summary>
/// The boards of this process, one a territory, brought up to date from the log with every look: what other processes wrote is read, not
/// guessed. A board is only a fold of the log, so losing it loses nothing.
/// </summary>
internal sealed class QueueBoards
{
    // Asked with every look at a place: compiled once.
    private readonly Func<PreschoolDbContext, string, Task<long>> _end = EF.CompileAsyncQuery(
        (PreschoolDbContext db, string territoryCode) => db.QueueHeads.Where(h => h.TerritoryCode == territoryCode).Select(h => h.Sequence).SingleOrDefault());

    private readonly ConcurrentDictionary<string, Seat> _seats = new(StringComparer.Ordinal);

    /// <summary>Looks at a territory's board as of the log's present end, nobody else moving it meanwhile.</summary>
    public async Task<T> Look<T>(PreschoolDbContext db, string territoryCode, Func<TerritoryBoard, T> look, CancellationToken cancellationToken)
    {
        var seat = _seats.GetOrAdd(territoryCode, code => new Seat(new TerritoryBoard(code)));
        await seat.Turn.WaitAsync(cancellationToken);
        try
        {
            var end = await _end(db, territoryCode);
            if (end < seat.Board.Sequence)
            {
                // A backup was restored under the running process.
                seat.Board = new TerritoryBoard(territoryCode);
            }

            if (end > seat.Board.Sequence)
            {
                await CatchUp(db, seat.Board, end, cancellationToken);
            }

            return look(seat.Board);
        }
        catch (BrokenLog)
        {
            seat.Board = new TerritoryBoard(territoryCode);
            throw;
        }
        finally
        {
            seat.Turn.Release();
        }
    }

    /// <summary>Folds the log from where <paramref name="board"/> stands up to an event, streaming.</summary>
    public static async Task CatchUp(PreschoolDbContext db, TerritoryBoard board, long until, CancellationToken cancellationToken)
    {
        var events = db.QueueEvents.AsNoTracking()
            .Where(e => e.TerritoryCode == board.TerritoryCode && e.Sequence > board.Sequence && e.Sequence <= until).OrderBy(e => e.Sequence);
        await foreach (var entry in events.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            board.Apply(entry);
        }
    }

    private sealed class Seat(TerritoryBoard board)
    {
        public TerritoryBoard Board { get; set; } = board;

        public SemaphoreSlim Turn { get; } = new(1, 1);
    }
}
