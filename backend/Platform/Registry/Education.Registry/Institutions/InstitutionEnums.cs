namespace Education.Registry.Institutions;

/// <summary>Меншік нысаны / форма собственности.</summary>
internal enum Ownership
{
    State,
    Private,
}

/// <summary>Күйі / состояние. A merged entry was a duplicate: it only leads to the entry that stayed.</summary>
internal enum InstitutionStatus
{
    Active,
    Closed,
    Merged,
}

/// <summary>Ұйымдық-құқықтық нысаны / организационно-правовая форма.</summary>
internal enum LegalForm
{
    /// <summary>КММ / КГУ.</summary>
    StateInstitution,

    /// <summary>МКҚК / КГКП.</summary>
    StateTreasuryEnterprise,

    /// <summary>ШЖҚ МКК / КГП на ПХВ.</summary>
    StateEnterprise,

    /// <summary>ЖШС / ТОО.</summary>
    LimitedPartnership,

    /// <summary>Жеке мекеме / частное учреждение.</summary>
    PrivateInstitution,

    /// <summary>ЖК / ИП.</summary>
    IndividualEntrepreneur,

    /// <summary>АҚ / АО.</summary>
    JointStockCompany,

    /// <summary>Коммерциялық емес ұйым / некоммерческая организация.</summary>
    NonProfit,
    Other,
}

/// <summary>Оқыту тілдері / языки обучения; a set.</summary>
[Flags]
internal enum InstructionLanguages
{
    None = 0,
    Kk = 1,
    Ru = 2,
    En = 4,
    Uz = 8,
    Ug = 16,
    Tg = 32,
}

/// <summary>What happened to an institution (тарихы / история).</summary>
internal enum InstitutionEventKind
{
    /// <summary>Ашылды / открыта: the first entry, all the fields.</summary>
    Opened,

    /// <summary>Атауы өзгерді / переименована.</summary>
    Renamed,

    /// <summary>Қайта ұйымдастырылды / реорганизована: name and kind together.</summary>
    Reorganised,

    /// <summary>Түрі өзгерді / изменён вид.</summary>
    KindChanged,

    /// <summary>Басқа аумаққа өтті / передана на другую территорию.</summary>
    Moved,

    /// <summary>Басқа ұйымға қосылды / присоединена к другой организации; ends it.</summary>
    Joined,

    /// <summary>Жабылды / закрыта.</summary>
    Closed,

    /// <summary>Қайта ашылды / открыта вновь.</summary>
    Reopened,
}

/// <summary>Негіздеме құжат / документ-основание.</summary>
internal enum BasisKind
{
    /// <summary>Қаулы / постановление.</summary>
    Resolution,

    /// <summary>Бұйрық / приказ.</summary>
    Order,

    /// <summary>Шешім / решение.</summary>
    Decision,

    /// <summary>Сот шешімі / решение суда.</summary>
    CourtDecision,

    /// <summary>Тіркеу туралы анықтама / справка о регистрации.</summary>
    Registration,
    Other,
}

/// <summary>How an alias came.</summary>
internal enum AliasOrigin
{
    /// <summary>Entered by hand.</summary>
    Manual,

    /// <summary>A person's answer to an ambiguous name of an import.</summary>
    Answer,

    /// <summary>Name or alias of a duplicate merged into the institution.</summary>
    Merge,
}

internal static class InstructionLanguageCodes
{
    private static readonly InstructionLanguages[] Single = [.. Enum.GetValues<InstructionLanguages>().Where(l => l != InstructionLanguages.None)];

    public static IReadOnlyList<string> All { get; } = [.. Single.Select(Code)];

    public static IReadOnlyList<string> Codes(this InstructionLanguages set) => [.. Single.Where(l => set.HasFlag(l)).Select(Code)];

    /// <summary>The set of these codes; unknown ones are left out (validators refuse them before).</summary>
    public static InstructionLanguages Set(IEnumerable<string> codes) =>
        codes.Aggregate(InstructionLanguages.None, (set, code) => set | Array.Find(Single, l => Code(l) == code));

    private static string Code(InstructionLanguages language) => language.ToString().ToLowerInvariant();
}
