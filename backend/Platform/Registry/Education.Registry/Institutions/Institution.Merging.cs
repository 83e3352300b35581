using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Education.Registry.Territories;
using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>Merging of duplicates.</summary>
internal sealed partial class Institution
{
    /// <summary>This entry and <paramref name="stays"/> are one institution: names, aliases and history go over, this one only leads there.</summary>
    public void MergeInto(Institution stays)
    {
        MustBeKept();
        stays.MustBeKept();
        stays.Absorb(this);
        MergedIntoId = stays.Id;
        Status = InstitutionStatus.Merged;
        Bin = null;
        _changes.Clear();
        _periods.Clear();
        _aliases.Clear();
        _keys.Clear();
        Raise(new InstitutionMergedEvent(Id, stays.Id));
    }

    /// <summary>What led to the duplicate or belonged to it follows to the entry that stayed.</summary>
    public void Follow(Guid duplicate, Institution stays)
    {
        MergedIntoId = MergedIntoId == duplicate ? stays.Id : MergedIntoId;
        ParentId = ParentId != duplicate ? ParentId : Id == stays.Id ? null : stays.Id;
    }

    private void Absorb(Institution duplicate)
    {
        foreach (var change in duplicate._changes.Where(c => c.Kind != InstitutionEventKind.Opened).OrderBy(c => c.Date).ThenBy(c => c.Sequence))
        {
            _changes.Add(change.CopyTo(Id, NextSequence()));
        }

        var names = duplicate._aliases.Select(a => a.Text).Concat(duplicate._changes.SelectMany(c => new[] { c.NameKk, c.NameRu, c.NameEn }));
        foreach (var name in names.Where(n => !string.IsNullOrWhiteSpace(n)))
        {
            if (!_keys.Exists(k => k.Key == InstitutionName.Parse(name).Key))
            {
                AddAlias(name!, AliasOrigin.Merge);
            }
        }

        Bin ??= duplicate.Bin;
        LegalForm ??= duplicate.LegalForm;
        Languages |= duplicate.Languages;
        Derive();
        Touch();
    }
}
