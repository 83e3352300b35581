using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Education.Registry.Territories;
using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>The fields of an institution that are entered, not told by events.</summary>
internal sealed record InstitutionPassport(
    string? Bin, LocalizedText Name, string KindCode, Ownership Ownership, LegalForm? LegalForm, InstructionLanguages Languages,
    Guid? ParentId, bool IsBranch, DateOnly? OpenedOn);

/// <summary>Білім беру ұйымы / организация образования, with its dated history and the names by which it is met.</summary>
internal sealed partial class Institution : Entity, IInstitutionRow
{
    private readonly List<InstitutionChange> _changes = [];
    private readonly List<InstitutionPeriod> _periods = [];
    private readonly List<InstitutionAlias> _aliases = [];
    private readonly List<InstitutionKey> _keys = [];

    private Institution()
    {
    }

    public Institution(InstitutionPassport passport, string territoryCode, Basis? basis, Guid? importId)
    {
        TerritoryCode = territoryCode;
        ImportId = importId;
        _changes.Add(InstitutionChange.Of(
            Id, InstitutionEventKind.Opened, passport.OpenedOn ?? InstitutionChange.Unknown, 1, basis, passport.Name, passport.KindCode, territoryCode,
            InstitutionStatus.Active));
        Fill(passport);
        Derive();
    }

    /// <summary>БСН / БИН; unique where known.</summary>
    public string? Bin { get; private set; }

    public LocalizedText Name { get; private set; } = null!;

    [NotAudited]
    public string SearchName { get; private set; } = "";

    [NotAudited]
    public string SortName { get; private set; } = "";

    public string KindCode { get; private set; } = "";

    public Ownership Ownership { get; private set; }

    public LegalForm? LegalForm { get; private set; }

    public InstructionLanguages Languages { get; private set; }

    public string TerritoryCode { get; private set; } = "";

    public Territory Territory { get; private set; } = null!;

    /// <summary>The institution it belongs to: a mini-centre to its school, a branch to its head.</summary>
    public Guid? ParentId { get; private set; }

    public Institution? Parent { get; private set; }

    /// <summary>A branch (филиал) of the parent, not an institution of its own.</summary>
    public bool IsBranch { get; private set; }

    public InstitutionStatus Status { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The entry that stayed when this one proved a duplicate.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>The import that wrote it last.</summary>
    public Guid? ImportId { get; private set; }

    public IReadOnlyList<InstitutionChange> Changes => _changes;

    public IReadOnlyList<InstitutionPeriod> Periods => _periods;

    public IReadOnlyList<InstitutionAlias> Aliases => _aliases;

    public IReadOnlyList<InstitutionKey> Keys => _keys;

    /// <summary>Corrects the passport. A name or kind corrected here was wrong from the day it was entered for; no event tells of it.</summary>
    public void Correct(InstitutionPassport passport, Guid? importId = null)
    {
        MustBeKept();
        var order = InstitutionHistory.InOrder(_changes);
        var opening = order[0];
        var openedOn = passport.OpenedOn ?? InstitutionChange.Unknown;
        if (order.Count > 1 && openedOn > order[1].Date)
        {
            throw new RuleViolation("registry.opened-after-events", order[1].Date);
        }

        opening.Correct(openedOn);
        order.Last(c => c.Name is not null).Correct(passport.Name);
        order.Last(c => c.InstitutionKind is not null).Correct(passport.KindCode);
        ImportId = importId ?? ImportId;
        Fill(passport);
        Derive();
    }

    /// <summary>Tells what happened on a day.</summary>
    /// <exception cref="RuleViolation">The event contradicts the history.</exception>
    public InstitutionChange Record(InstitutionEvent told, DateOnly today)
    {
        MustBeKept();
        var before = InstitutionHistory.On(_changes, told.Date);
        InstitutionEventRules.Check(told, before, OpenedOn, _changes, today);
        var change = InstitutionChange.Of(
            Id, told.Kind, told.Date, NextSequence(), told.Basis, told.Name, told.KindCode, told.TerritoryCode, told.Status, told.SuccessorId, told.Note);
        _changes.Add(change);
        var territory = TerritoryCode;
        Derive();
        Touch();
        if (territory != TerritoryCode)
        {
            Raise(new InstitutionMovedEvent(Id, territory, TerritoryCode, told.Date));
        }

        return change;
    }

    /// <summary>Takes back an event entered by mistake, as if it had never been told.</summary>
    public void Cancel(InstitutionChange change)
    {
        MustBeKept();
        if (change.Kind == InstitutionEventKind.Opened && change.FromDuplicateId is null)
        {
            throw new RuleViolation("registry.opening-stays");
        }

        var later = InstitutionHistory.InOrder(_changes).LastOrDefault(c => c.Status is not null);
        if (change.Status is not null && change.FromDuplicateId is null && later != change)
        {
            throw new RuleViolation("registry.event-before-later", later!.Date);
        }

        _changes.Remove(change);
        var territory = TerritoryCode;
        Derive();
        Touch();
        if (territory != TerritoryCode)
        {
            Raise(new InstitutionMovedEvent(Id, territory, TerritoryCode, change.Date));
        }
    }

    public InstitutionAlias AddAlias(string text, AliasOrigin origin)
    {
        MustBeKept();
        var key = InstitutionName.Parse(text).Key;
        if (_aliases.Find(a => a.Key == key) is { } known)
        {
            return known;
        }

        var alias = new InstitutionAlias { InstitutionId = Id, Text = text, Key = key, Origin = origin };
        _aliases.Add(alias);
        Derive();
        Touch();
        return alias;
    }

    public void RemoveAlias(InstitutionAlias alias)
    {
        _aliases.Remove(alias);
        Derive();
        Touch();
    }

    private void MustBeKept()
    {
        if (Status == InstitutionStatus.Merged)
        {
            throw new RuleViolation("registry.institution-merged");
        }
    }

    private int NextSequence() => _changes.Count == 0 ? 1 : _changes.Max(c => c.Sequence) + 1;

    private void Fill(InstitutionPassport passport)
    {
        Bin = passport.Bin;
        Ownership = passport.Ownership;
        LegalForm = passport.LegalForm;
        Languages = passport.Languages;
        ParentId = passport.ParentId;
        IsBranch = passport.IsBranch && passport.ParentId is not null;
        OpenedOn = passport.OpenedOn;
    }

    /// <summary>Everything that follows from history, names and aliases.</summary>
    private void Derive()
    {
        var states = InstitutionHistory.Fold(_changes);
        var now = states[^1].State;
        Name = now.Name;
        KindCode = now.KindCode;
        TerritoryCode = now.TerritoryCode;
        Status = now.Status;
        ClosedOn = Status == InstitutionStatus.Closed
            ? InstitutionHistory.InOrder(_changes).Last(c => c.Status == InstitutionStatus.Closed).Date
            : null;
        SortName = SearchText.SortKey(Name.Kk, 400);
        SearchName = InstitutionNames.SearchName(Name, _aliases.Select(a => a.Text));
        _periods.Clear();
        _periods.AddRange(states.Select(s => new InstitutionPeriod
        {
            InstitutionId = Id, ValidFrom = s.From, ValidTo = s.To, Name = s.State.Name, KindCode = s.State.KindCode, TerritoryCode = s.State.TerritoryCode,
            Status = s.State.Status, SortName = SearchText.SortKey(s.State.Name.Kk, 400), SearchName = InstitutionNames.SearchName(s.State.Name, []),
        }));
        _keys.Clear();
        _keys.AddRange(InstitutionNames.Keys(Id, _changes, _aliases));
    }
}
