using Education.BuildingBlocks.Persistence;
using Education.Registry.Territories;
using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>The document an event rests on.</summary>
internal sealed record Basis(BasisKind Kind, string Number, DateOnly Date);

/// <summary>One event of an institution's history. Only the fields that it changed are set.</summary>
internal sealed class InstitutionChange : Entity, IInstitutionScoped
{
    /// <summary>Stands for an unknown day of opening: before every other date.</summary>
    public static readonly DateOnly Unknown = DateOnly.MinValue;

    public Guid InstitutionId { get; init; }

    public InstitutionEventKind Kind { get; init; }

    /// <summary>First day of what it changed; <see cref="Unknown"/> for an opening nobody knows the day of.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Order of entry, for events of one day.</summary>
    public int Sequence { get; init; }

    public BasisKind? BasisKind { get; init; }

    public string? BasisNumber { get; init; }

    public DateOnly? BasisDate { get; init; }

    public string? NameKk { get; private set; }

    public string? NameRu { get; private set; }

    public string? NameEn { get; private set; }

    public string? InstitutionKind { get; private set; }

    public string? TerritoryCode { get; init; }

    public InstitutionStatus? Status { get; init; }

    /// <summary>The institution it joined.</summary>
    public Guid? RelatedId { get; init; }

    public string? Note { get; init; }

    /// <summary>Comes from a duplicate merged into this entry: told, but without effect on the present state.</summary>
    public Guid? FromDuplicateId { get; init; }

    public LocalizedText? Name => NameKk is null ? null : new(NameKk, NameRu ?? "", NameEn);

    public static InstitutionChange Of(
        Guid institution, InstitutionEventKind kind, DateOnly date, int sequence, Basis? basis, LocalizedText? name, string? institutionKind,
        string? territory, InstitutionStatus? status, Guid? related = null, string? note = null) => new()
        {
            InstitutionId = institution,
            Kind = kind,
            Date = date,
            Sequence = sequence,
            BasisKind = basis?.Kind,
            BasisNumber = basis?.Number,
            BasisDate = basis?.Date,
            NameKk = name?.Kk,
            NameRu = name?.Ru,
            NameEn = name?.En,
            InstitutionKind = institutionKind,
            TerritoryCode = territory,
            Status = status,
            RelatedId = related,
            Note = note,
        };

    /// <summary>The same event, told in the history of the entry that stayed.</summary>
    public InstitutionChange CopyTo(Guid institution, int sequence) => new()
    {
        InstitutionId = institution, Kind = Kind, Date = Date, Sequence = sequence, BasisKind = BasisKind, BasisNumber = BasisNumber,
        BasisDate = BasisDate, NameKk = NameKk, NameRu = NameRu, NameEn = NameEn, InstitutionKind = InstitutionKind, TerritoryCode = TerritoryCode,
        Status = Status, RelatedId = RelatedId, Note = Note, FromDuplicateId = FromDuplicateId ?? InstitutionId,
    };

    public void Correct(LocalizedText name) => (NameKk, NameRu, NameEn) = (name.Kk, name.Ru, name.En);

    public void Correct(string institutionKind) => InstitutionKind = institutionKind;

    public void Correct(DateOnly date) => Date = date;
}

/// <summary>What the institution was from a day to a day, folded from its history: <c>as of</c> reads are one join.</summary>
[NotAudited]
internal sealed class InstitutionPeriod : IInstitutionScoped
{
    public Guid Id { get; init; } = SequentialGuid.Next();

    public Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public LocalizedText Name { get; init; } = null!;

    public string SearchName { get; init; } = "";

    public string SortName { get; init; } = "";

    public string KindCode { get; init; } = "";

    public string TerritoryCode { get; init; } = "";

    public Territory Territory { get; init; } = null!;

    public InstitutionStatus Status { get; init; }
}

/// <summary>Another way the institution is written: «шг 95».</summary>
internal sealed class InstitutionAlias : Entity, IInstitutionScoped
{
    public Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    public required string Text { get; init; }

    /// <summary><see cref="InstitutionName.Key"/> of the text.</summary>
    [NotAudited]
    public required string Key { get; init; }

    public AliasOrigin Origin { get; init; }
}

/// <summary>A name of the institution taken apart for matching, derived from its names, former names and aliases.</summary>
[NotAudited]
internal sealed class InstitutionKey : IInstitutionScoped
{
    public Guid Id { get; init; } = SequentialGuid.Next();

    public Guid InstitutionId { get; init; }

    public Institution Institution { get; init; } = null!;

    public required string Key { get; init; }

    public NameFamily? Family { get; init; }

    public string? Number { get; init; }

    public string Proper { get; init; } = "";

    /// <summary>An alias means the institution only as written, word for word.</summary>
    public bool IsAlias { get; init; }
}
