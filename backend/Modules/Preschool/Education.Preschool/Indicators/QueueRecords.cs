using Education.Planning.Contracts;
using Education.Preschool.Queue;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>
/// The queue as it stood at the end of the year, folded from the log up to that moment: one record a pool. A queue without a single event by
/// then gives nothing, not a zero.
/// </summary>
internal sealed class QueueRecords(PreschoolDbContext db, QueueRulesBook rules, TimeProvider time) : IFigureRecords
{
    public async Task<IReadOnlyList<FigureRecord>> Find(FigureQuestion question, CancellationToken cancellationToken)
    {
        string[] codes = [PreschoolIndicators.Queue, PreschoolIndicators.QueueCurrent, PreschoolIndicators.QueueFrom + "2-6", PreschoolIndicators.QueueFrom + "3-6"];
        if (!question.Asks(codes))
        {
            return [];
        }

        var day = new DateOnly(question.Year, 12, 31);
        var today = time.Today();
        day = day < today ? day : today;
        var end = LocalTime.StartOf(day.AddDays(1));
        var heads = await db.OfTerritories<QueueEvent>(question).Where(e => e.At < end).GroupBy(e => e.TerritoryCode)
            .Select(g => new { TerritoryCode = g.Key, Last = g.Max(e => e.Sequence) }).OrderBy(h => h.TerritoryCode).ToListAsync(cancellationToken);
        var records = new List<FigureRecord>();
        foreach (var head in heads)
        {
            // A territory's log is a stream of its own: one fold each, not a query a row.
            var board = new TerritoryBoard(head.TerritoryCode);
            await QueueBoards.CatchUp(db, board, head.Last, cancellationToken);
            var inForce = await rules.In(head.TerritoryCode, day, cancellationToken);
            foreach (var pool in board.Pools.Values.OrderBy(p => p.Pool.BirthYear).ThenBy(p => p.Pool.Language).ThenBy(p => p.Pool.Profile, StringComparer.Ordinal))
            {
                records.AddRange(codes.Select(code => Of(code, pool, day, inForce)).OfType<FigureRecord>());
            }
        }

        return records;
    }

    private static FigureRecord? Of(string code, PoolBoard pool, DateOnly day, QueueRules inForce)
    {
        var age = day.Year - pool.Pool.BirthYear;
        var count = code switch
        {
            PreschoolIndicators.Queue => pool.Line.Count,
            PreschoolIndicators.QueueCurrent => pool.Tickets.Values.Count(t => t.State == TicketState.Waiting && inForce.AgeFits(t.BornOn, day)),
            PreschoolIndicators.QueueFrom + "2-6" => age is >= 2 and < 6 ? pool.Line.Count : 0,
            _ => age is >= 3 and < 6 ? pool.Line.Count : 0,
        };
        var language = pool.Pool.Language.ToString().ToLowerInvariant();
        return count == 0 && code != PreschoolIndicators.Queue ? null : new(code, new($"{pool.Pool.BirthYear} ж. туғандар", $"{pool.Pool.BirthYear} г. р.", $"born {pool.Pool.BirthYear}"), pool.Pool.TerritoryCode, count)
        {
            Cuts = Dimensions.Of(("age", FigureRecord.Cell(Math.Max(0, age))), ("language", language)),
            Cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = language, ["profile"] = pool.Pool.Profile },
        };
    }
}
