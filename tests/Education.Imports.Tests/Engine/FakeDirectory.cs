using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Imports.Tests.Engine;

/// <summary>A register in memory: names as given, two schools that one name fits, what was remembered.</summary>
internal sealed class FakeDirectory : IInstitutionDirectory
{
    private readonly Dictionary<Guid, InstitutionInfo> _institutions = [];
    private readonly Dictionary<string, List<Guid>> _names = new(StringComparer.Ordinal);

    /// <summary>Questions to the register.</summary>
    public int Questions { get; private set; }

    public Guid Add(string name, params string[] aliases)
    {
        var id = SequentialGuid.Next();
        lock (_names)
        {
            _institutions.Add(id, new(id, new(name, name), "351000000", "school", IsClosed: false));
            foreach (var text in aliases.Append(name))
            {
                (_names.TryGetValue(text, out var ids) ? ids : _names[text] = []).Add(id);
            }
        }

        return id;
    }

    public Task<IReadOnlyDictionary<Guid, InstitutionInfo>> Find(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, InstitutionInfo>>(_institutions.Where(i => ids.Contains(i.Key)).ToDictionary());

    public Task<IReadOnlyList<InstitutionMatch>> Match(IReadOnlyCollection<string> names, string? territoryCode, CancellationToken cancellationToken)
    {
        lock (_names)
        {
            Questions++;
            return Task.FromResult<IReadOnlyList<InstitutionMatch>>([.. names.Select(name =>
            {
                var ids = _names.GetValueOrDefault(name, []);
                var kind = ids.Count switch { 0 => MatchKind.None, 1 => MatchKind.Exact, _ => MatchKind.Ambiguous };
                return new InstitutionMatch(name, kind, [.. ids.Select(id => _institutions[id])]);
            })]);
        }
    }

    public Task Remember(string text, Guid institutionId, CancellationToken cancellationToken)
    {
        lock (_names)
        {
            _names[text] = [institutionId];
        }

        return Task.CompletedTask;
    }
}
