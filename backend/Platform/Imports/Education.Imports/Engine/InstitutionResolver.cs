using Education.Imports.Contracts;
using Education.Imports.Storage;
using Education.Registry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Engine;

/// <summary>
/// What the names of institutions in one file mean: the answers given for it first, then the register, asked for the new names of a chunk
/// at once. Keeps the questions that are left.
/// </summary>
internal sealed class InstitutionResolver(IInstitutionDirectory directory, string? territory, IReadOnlyDictionary<string, Guid> answers)
{
    private readonly Dictionary<string, Meaning> _known = new(StringComparer.Ordinal);

    public IEnumerable<(string Text, bool IsAmbiguous, int Count)> Questions =>
        _known.Where(k => k.Value.Id is null).Select(k => (k.Key, k.Value.IsAmbiguous, k.Value.Count));

    public static async Task<InstitutionResolver> For(
        ImportsDbContext db, IInstitutionDirectory directory, Guid importId, string? territory, CancellationToken cancellationToken)
    {
        var given = await db.Answers.AsNoTracking().Where(a => a.ImportId == importId && a.InstitutionId != null)
            .ToDictionaryAsync(a => a.Text, a => a.InstitutionId!.Value, StringComparer.Ordinal, cancellationToken);
        if (given.Count > 0)
        {
            // An institution that the person may no longer see is no answer.
            var seen = await directory.Find(given.Values.ToHashSet(), cancellationToken);
            given = given.Where(g => seen.ContainsKey(g.Value)).ToDictionary(g => g.Key, g => seen[g.Value].Id, StringComparer.Ordinal);
        }

        return new(directory, territory, given);
    }

    /// <summary>Asks the register for the names not met before.</summary>
    public async Task Learn(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => !_known.ContainsKey(n)))
        {
            if (answers.TryGetValue(name, out var answer))
            {
                _known.Add(name, new(answer, isAmbiguous: false));
            }
            else
            {
                asked.Add(name);
            }
        }

        if (asked.Count == 0)
        {
            return;
        }

        foreach (var match in await directory.Match(asked, territory, cancellationToken))
        {
            _known[match.Text] = new(
                match.Kind == MatchKind.Exact ? match.Candidates[0].Id : null, match.Kind == MatchKind.Ambiguous);
        }
    }

    /// <summary>The institution, or the error of the cell.</summary>
    public Guid? Resolve(string name, out string? error)
    {
        if (!_known.TryGetValue(name, out var meaning))
        {
            _known.Add(name, meaning = new(null, isAmbiguous: false));
        }

        meaning.Count++;
        error = meaning.Id is not null ? null : meaning.IsAmbiguous ? "imports.institution-ambiguous" : "imports.institution-unknown";
        return meaning.Id;
    }

    private sealed class Meaning(Guid? id, bool isAmbiguous)
    {
        public Guid? Id { get; } = id;

        public bool IsAmbiguous { get; } = isAmbiguous;

        public int Count { get; set; }
    }
}
