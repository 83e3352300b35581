using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Network;

/// <summary>What changes in the network.</summary>
internal enum NetworkChangeKind
{
    /// <summary>Ашылу / открытие.</summary>
    Opening,

    /// <summary>Кеңейту / расширение.</summary>
    Expansion,

    /// <summary>Атауын өзгерту / переименование, also of the kind: сад → ясли-сад.</summary>
    Renaming,
}

/// <summary>When, and how many places it brings.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1…12; null where the source names only the year.</param>
/// <param name="Places">New places; 0 for a renaming.</param>
internal sealed record ChangeStage(int Year, int? Month, int Places);

/// <summary>What is told of a change.</summary>
/// <param name="Name">Name as the source writes it; the kindergarten need not be in the Registry yet.</param>
/// <param name="InstitutionKind">Code of the kind (after a renaming: the new one).</param>
/// <param name="NewName">Name after a renaming.</param>
internal sealed record ChangeFacts(
    NetworkChangeKind Kind, Guid? InstitutionId, string Name, string? InstitutionKind, ChangeStage? Planned, ChangeStage? Actual, string? NewName,
    string? ResolutionNumber, DateOnly? ResolutionDate, string? Note);

/// <summary>Желінің өзгеруі / изменение сети: planned, carried out, or both. Totals are never stored, they are sums of these rows.</summary>
internal sealed class NetworkChange : Entity, ITerritoryScoped
{
    private NetworkChange()
    {
    }

    public NetworkChange(string territoryCode, ChangeFacts facts)
    {
        TerritoryCode = territoryCode;
        Set(facts);
    }

    public string TerritoryCode { get; private set; } = "";

    public NetworkChangeKind Kind { get; private set; }

    public Guid? InstitutionId { get; private set; }

    public string Name { get; private set; } = "";

    [NotAudited]
    public string SortName { get; private set; } = "";

    [NotAudited]
    public string SearchName { get; private set; } = "";

    public string? InstitutionKind { get; private set; }

    public int? PlannedYear { get; private set; }

    public int? PlannedMonth { get; private set; }

    public int? PlannedPlaces { get; private set; }

    public int? ActualYear { get; private set; }

    public int? ActualMonth { get; private set; }

    public int? ActualPlaces { get; private set; }

    public string? NewName { get; private set; }

    /// <summary>Қаулы нөмірі / номер постановления.</summary>
    public string? ResolutionNumber { get; private set; }

    public DateOnly? ResolutionDate { get; private set; }

    public string? Note { get; private set; }

    public Guid? ImportId { get; private set; }

    /// <summary>Row in the imported file.</summary>
    public int? ImportRow { get; private set; }

    public ChangeFacts Facts => new(
        Kind, InstitutionId, Name, InstitutionKind, Stage(PlannedYear, PlannedMonth, PlannedPlaces), Stage(ActualYear, ActualMonth, ActualPlaces), NewName,
        ResolutionNumber, ResolutionDate, Note);

    /// <exception cref="RuleViolation"><c>preschool.resolution-missing</c>: a renaming took effect without a resolution.</exception>
    public void Set(ChangeFacts facts, Guid? importId = null, int? importRow = null)
    {
        if (facts is { Kind: NetworkChangeKind.Renaming, Actual: not null } && (facts.ResolutionNumber is null || facts.ResolutionDate is null))
        {
            throw new RuleViolation("preschool.resolution-missing");
        }

        (Kind, InstitutionId, Name, InstitutionKind) = (facts.Kind, facts.InstitutionId, facts.Name, facts.InstitutionKind);
        (PlannedYear, PlannedMonth, PlannedPlaces) = (facts.Planned?.Year, facts.Planned?.Month, facts.Planned?.Places);
        (ActualYear, ActualMonth, ActualPlaces) = (facts.Actual?.Year, facts.Actual?.Month, facts.Actual?.Places);
        (NewName, ResolutionNumber, ResolutionDate, Note) = (facts.NewName, facts.ResolutionNumber, facts.ResolutionDate, facts.Note);
        (ImportId, ImportRow) = (importId ?? ImportId, importRow ?? ImportRow);
        SortName = SearchText.SortKey(Name, 400);
        SearchName = SearchText.Normalize($"{Name} {NewName}");
    }

    /// <summary>The Registry found that the institution was entered twice.</summary>
    public void FollowMerger(Guid into) => InstitutionId = into;

    private static ChangeStage? Stage(int? year, int? month, int? places) => year is { } known ? new(known, month, places ?? 0) : null;
}

internal sealed class NetworkChangeMapping : IEntityTypeConfiguration<NetworkChange>
{
    public void Configure(EntityTypeBuilder<NetworkChange> builder)
    {
        builder.ToTable("NetworkChanges");
        builder.Ignore(c => c.Facts);
        builder.Property(c => c.TerritoryCode).HasMaxLength(9);
        builder.Property(c => c.InstitutionKind).HasMaxLength(40);
        builder.Property(c => c.ResolutionNumber).HasMaxLength(40);
        builder.Property(c => c.SearchName).HasMaxLength(900);
        builder.HasIndex(c => new { c.TerritoryCode, c.Kind, c.ActualYear });
        builder.HasIndex(c => new { c.TerritoryCode, c.Kind, c.PlannedYear });
        builder.HasIndex(c => c.InstitutionId);
    }
}

/// <summary>Which changes a reader sees: those of his territory, and those of his own kindergartens.</summary>
internal static class NetworkChanges
{
    public static IQueryable<NetworkChange> VisibleChanges(this PreschoolDbContext db)
    {
        var ofTerritory = db.Scoped<NetworkChange>().Select(c => c.Id);
        var institutions = db.VisibleInstitutions();
        return db.NetworkChanges.AsNoTracking()
            .Where(c => ofTerritory.Contains(c.Id) || (c.InstitutionId != null && institutions.Contains(c.InstitutionId.Value)));
    }
}
