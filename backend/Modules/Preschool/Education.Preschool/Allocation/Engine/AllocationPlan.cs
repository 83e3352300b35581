using Education.Preschool.Queue.Engine;

namespace Education.Preschool.Allocation.Engine;

/// <summary>Open places of one group.</summary>
internal sealed record OpenPlaces(Guid GroupId, Guid InstitutionId, PoolKey Pool, int Count);

/// <summary>A place, or a voucher when no group is named, for the winner.</summary>
/// <param name="Next">Who would have been next for it at that moment; null when nobody was.</param>
internal sealed record PlannedOffer(Guid? GroupId, Guid? InstitutionId, QueueKey Winner, QueueKey? Next);

/// <summary>What a run gives in one pool. Children in = given + left, always.</summary>
/// <param name="Waiting">Stand in the line.</param>
/// <param name="Eligible">Of them of the right age on the day.</param>
/// <param name="Places">Could be given: open places, less vouchers that have no kindergarten yet.</param>
internal sealed record PlannedPool(PoolKey Pool, int Waiting, int Eligible, int Places, IReadOnlyList<PlannedOffer> Offers)
{
    public int Left => Waiting - Offers.Count;
}

/// <summary>
/// The rule of a run (norms §1.4): a pure function of the line, its rules, the day and the places. The pools are independent of each other: a
/// group serves exactly one.
/// </summary>
internal static class AllocationPlan
{
    /// <param name="line">Who waits.</param>
    /// <param name="rules">In force in the territory on the day.</param>
    /// <param name="day">Day of the run: age depends on it.</param>
    /// <param name="places">Open places of this pool, in a stable order.</param>
    /// <param name="vouchersOut">Vouchers given earlier that have no kindergarten yet: each will take one of the open places.</param>
    public static PlannedPool Of(PoolBoard line, QueueRules rules, DateOnly day, IReadOnlyList<OpenPlaces> places, int vouchersOut)
    {
        var eligible = line.Tickets.Values.Count(t => t.State == TicketState.Waiting && rules.AgeFits(t.BornOn, day));
        var open = places.Sum(p => p.Count);
        var free = rules.Regime == QueueRegime.Voucher ? Math.Max(0, open - vouchersOut) : open;
        var offers = rules.Regime switch
        {
            QueueRegime.Voucher => Vouchers(line, rules, day, free),
            QueueRegime.Direct => ByWish(line, rules, day, places),
            _ => Bulletin(line, rules, day, places),
        };
        return new(line.Pool, line.Line.Count, eligible, free, offers);
    }

    /// <summary>R3: the voucher names no kindergarten; it goes to as many as places are open.</summary>
    private static List<PlannedOffer> Vouchers(PoolBoard line, QueueRules rules, DateOnly day, int free)
    {
        var served = QueueOrder.Served(line, rules.GeneralPerPriority, t => rules.AgeFits(t.BornOn, day)).Take(free + 1).ToList();
        return [.. served.Take(free).Select((t, i) => new PlannedOffer(null, null, t.Key, i + 1 < served.Count ? served[i + 1].Key : null))];
    }

    /// <summary>R1: the best wish that has a place, else the first place there is; nobody is passed over while one is left.</summary>
    private static List<PlannedOffer> Bulletin(PoolBoard line, QueueRules rules, DateOnly day, IReadOnlyList<OpenPlaces> places)
    {
        var stock = new PlaceStock(places);
        var served = QueueOrder.Served(line, rules.GeneralPerPriority, t => rules.AgeFits(t.BornOn, day)).Take(stock.Left + 1).ToList();
        var offers = new List<PlannedOffer>(stock.Left);
        for (var i = 0; i < served.Count && stock.Left > 0; i++)
        {
            var place = stock.Best(served[i].Wishes) ?? stock.First();
            stock.Take(place);
            offers.Add(new(place.GroupId, place.InstitutionId, served[i].Key, i + 1 < served.Count ? served[i + 1].Key : null));
        }

        return offers;
    }

    /// <summary>R2: each in order gets the best of the wished kindergartens that has a place, and passes when none has.</summary>
    private static List<PlannedOffer> ByWish(PoolBoard line, QueueRules rules, DateOnly day, IReadOnlyList<OpenPlaces> places)
    {
        var stock = new PlaceStock(places);
        var wishers = new WishLines(line, stock, t => rules.AgeFits(t.BornOn, day));
        var offers = new List<PlannedOffer>();
        foreach (var ticket in QueueOrder.Served(line, rules.GeneralPerPriority, t => rules.AgeFits(t.BornOn, day) && stock.Best(t.Wishes) is not null))
        {
            var place = stock.Best(ticket.Wishes)!;
            stock.Take(place);
            wishers.Place(ticket.Key);
            offers.Add(new(place.GroupId, place.InstitutionId, ticket.Key, wishers.NextFor(place.InstitutionId)));
            if (stock.Left == 0)
            {
                break;
            }
        }

        return offers;
    }

    /// <summary>For each kindergarten with places: who wishes it, by key, and who of them is still without a place.</summary>
    private sealed class WishLines
    {
        private readonly Dictionary<Guid, List<QueueKey>> _lines = [];
        private readonly Dictionary<Guid, int> _from = [];
        private readonly HashSet<Guid> _placed = [];

        public WishLines(PoolBoard line, PlaceStock stock, Func<Ticket, bool> eligible)
        {
            foreach (var ticket in line.Line.From(new(int.MinValue, DateTime.MinValue, Guid.Empty)).Select(k => line.Find(k.ApplicationId)!).Where(eligible))
            {
                foreach (var wish in ticket.Wishes.Where(stock.Knows))
                {
                    (_lines.TryGetValue(wish, out var keys) ? keys : _lines[wish] = []).Add(ticket.Key);
                }
            }
        }

        public void Place(QueueKey key) => _placed.Add(key.ApplicationId);

        public QueueKey? NextFor(Guid institutionId)
        {
            var (keys, index) = (_lines[institutionId], _from.GetValueOrDefault(institutionId));
            while (index < keys.Count && _placed.Contains(keys[index].ApplicationId))
            {
                index++;
            }

            _from[institutionId] = index;
            return index < keys.Count ? keys[index] : null;
        }
    }
}
