namespace Education.Preschool.Allocation.Engine;

/// <summary>Places of one pool while a run gives them away.</summary>
internal sealed class PlaceStock
{
    private readonly List<Shelf> _shelves;
    private readonly Dictionary<Guid, List<Shelf>> _byInstitution = [];
    private int _first;

    public PlaceStock(IReadOnlyList<OpenPlaces> places)
    {
        _shelves = [.. places.Select(p => new Shelf(p))];
        foreach (var shelf in _shelves)
        {
            (_byInstitution.TryGetValue(shelf.Places.InstitutionId, out var known) ? known : _byInstitution[shelf.Places.InstitutionId] = []).Add(shelf);
        }

        Left = _shelves.Sum(s => s.Left);
    }

    public int Left { get; private set; }

    public bool Knows(Guid institutionId) => _byInstitution.ContainsKey(institutionId);

    /// <summary>A place in the best wished kindergarten that has one.</summary>
    public OpenPlaces? Best(IReadOnlyList<Guid> wishes)
    {
        foreach (var wish in wishes)
        {
            if (_byInstitution.TryGetValue(wish, out var shelves) && shelves.Find(s => s.Left > 0) is { } shelf)
            {
                return shelf.Places;
            }
        }

        return null;
    }

    /// <summary>The first place there is, in the order given.</summary>
    public OpenPlaces First()
    {
        while (_shelves[_first].Left == 0)
        {
            _first++;
        }

        return _shelves[_first].Places;
    }

    public void Take(OpenPlaces place)
    {
        _byInstitution[place.InstitutionId].Find(s => s.Places == place)!.Left--;
        Left--;
    }

    private sealed class Shelf(OpenPlaces places)
    {
        public OpenPlaces Places { get; } = places;

        public int Left { get; set; } = places.Count;
    }
}
