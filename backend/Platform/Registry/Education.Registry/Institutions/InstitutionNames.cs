using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>The search form and the matching keys of an institution.</summary>
internal static class InstitutionNames
{
    /// <summary>All names and aliases, folded: a search finds the institution by any of them.</summary>
    public static string SearchName(LocalizedText name, IEnumerable<string> aliases) =>
        SearchText.Normalize(string.Join(" | ", new[] { name.Kk, name.Ru, name.En }.Concat(aliases).Where(n => !string.IsNullOrEmpty(n))), 1000);

    /// <summary>
    /// Keys of the present and former names, which are understood by their parts, and of the aliases, which are taken word for word: the alias
    /// «ШИ №2» of an arts school must not make it a boarding school.
    /// </summary>
    public static IEnumerable<InstitutionKey> Keys(Guid institution, IEnumerable<InstitutionChange> changes, IEnumerable<InstitutionAlias> aliases)
    {
        var keys = new Dictionary<(string, NameFamily?), InstitutionKey>();
        var kind = "";
        foreach (var change in InstitutionHistory.InOrder(changes))
        {
            kind = change.InstitutionKind ?? kind;
            foreach (var text in new[] { change.NameKk, change.NameRu, change.NameEn })
            {
                var name = InstitutionName.Parse(text);
                var family = name.Family ?? NameWords.OfKind(kind);
                if (name.Key.Length > 0)
                {
                    keys[(name.Key, family)] = new()
                    {
                        InstitutionId = institution, Key = name.Key, Family = family, Number = name.Number, Proper = name.Proper,
                    };
                }
            }
        }

        foreach (var alias in aliases)
        {
            keys[(alias.Key, null)] = new() { InstitutionId = institution, Key = alias.Key, IsAlias = true };
        }

        return keys.Values;
    }
}
