using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Territories;

/// <summary>Әкімшілік-аумақтық бірлік / административно-территориальная единица (КАТО).</summary>
internal sealed class Territory : Entity
{
    private Territory()
    {
    }

    public Territory(string code, string? parentCode, int level, string kind, LocalizedText name, bool isCentre, Guid? importId = null)
    {
        Code = code;
        ParentCode = parentCode;
        Level = level;
        Kind = kind;
        IsCentre = isCentre;
        Rename(name, importId);
    }

    /// <summary>Nine digits, unique for ever: a unit that gets a new code is a new row, tied to this one by the crosswalk.</summary>
    public string Code { get; private set; } = "";

    public string? ParentCode { get; private set; }

    /// <summary>0 republic, 1 oblast or city of republican significance, 2 city, rayon or city district, deeper below.</summary>
    public int Level { get; private set; }

    public string Kind { get; private set; } = "";

    public LocalizedText Name { get; private set; } = null!;

    [NotAudited]
    public string SearchName { get; private set; } = "";

    [NotAudited]
    public string SortName { get; private set; } = "";

    /// <summary>Administrative centre of the unit above.</summary>
    public bool IsCentre { get; private set; }

    /// <summary>Kept for the tree: has units below. Written when the closure is rebuilt.</summary>
    [NotAudited]
    public bool HasChildren { get; private set; }

    /// <summary>First day of the code, when the crosswalk knows it.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day of the code; null while it holds.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The import that wrote or last renamed it.</summary>
    public Guid? ImportId { get; private set; }

    public void Rename(LocalizedText name, Guid? importId)
    {
        Name = name;
        SearchName = SearchText.Normalize($"{name.Kk} {name.Ru} {name.En} {Code}", 1000);
        SortName = SearchText.SortKey(name.Kk, 400);
        ImportId = importId ?? ImportId;
    }

    public void MoveUnder(string parentCode, int level)
    {
        ParentCode = parentCode;
        Level = level;
    }

    /// <summary>The code ended the day before <paramref name="date"/>.</summary>
    public void Replaced(DateOnly date) => ValidTo = date.AddDays(-1);

    public void Replaces(DateOnly date) => ValidFrom = date;

    public void ValidAgain() => ValidTo = null;
}

/// <summary>One line of the crosswalk: from <see cref="Date"/> the unit <see cref="OldCode"/> is <see cref="NewCode"/>.</summary>
internal sealed class TerritoryCodeChange : Entity
{
    public required string OldCode { get; init; }

    public required string NewCode { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The legal act, as cited.</summary>
    public required string LegalAct { get; init; }
}

internal static class TerritoryModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Territory>(territory =>
        {
            territory.ToTable("Territories");
            territory.Property(t => t.Code).HasMaxLength(9);
            territory.Property(t => t.ParentCode).HasMaxLength(9);
            territory.Property(t => t.Kind).HasMaxLength(40);
            territory.Property(t => t.SearchName).HasMaxLength(1000);
            territory.HasAlternateKey(t => t.Code);
            territory.HasIndex(t => new { t.ParentCode, t.SortName });
            territory.HasIndex(t => t.SortName);
            territory.HasIndex(t => new { t.Level, t.Code });
        });
        model.Entity<TerritoryCodeChange>(change =>
        {
            change.ToTable("TerritoryCodeChanges");
            change.Property(c => c.OldCode).HasMaxLength(9);
            change.Property(c => c.NewCode).HasMaxLength(9);
            change.HasIndex(c => c.OldCode).IsUnique();
            change.HasIndex(c => c.NewCode);
            change.HasIndex(c => c.Date);
        });
    }
}
