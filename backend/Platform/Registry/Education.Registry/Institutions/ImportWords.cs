using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>Words of a table in any of the three languages → values of the register. Compared folded, so case and Kazakh letters do not matter.</summary>
internal static class ImportWords
{
    private static readonly Dictionary<string, Ownership> Ownerships = Table<Ownership>(
        (Institutions.Ownership.State, "state;мемлекеттік;государственная;государственный;коммунальная;гос"),
        (Institutions.Ownership.Private, "private;жеке;жекеменшік;частная;частный;част"));

    private static readonly Dictionary<string, LegalForm> LegalForms = Table<LegalForm>(
        (Institutions.LegalForm.StateInstitution, "stateInstitution;КММ;ММ;КГУ;ГУ;коммуналдық мемлекеттік мекеме;коммунальное государственное учреждение"),
        (Institutions.LegalForm.StateTreasuryEnterprise, "stateTreasuryEnterprise;МКҚК;КМҚК;КГКП;ГККП;коммунальное государственное казенное предприятие"),
        (Institutions.LegalForm.StateEnterprise, "stateEnterprise;ШЖҚ МКК;ШЖҚ КМК;КГП на ПХВ;ГКП на ПХВ"),
        (Institutions.LegalForm.LimitedPartnership, "limitedPartnership;ЖШС;ТОО"),
        (Institutions.LegalForm.PrivateInstitution, "privateInstitution;жеке мекеме;частное учреждение;ЧУ"),
        (Institutions.LegalForm.IndividualEntrepreneur, "individualEntrepreneur;ЖК;ИП"),
        (Institutions.LegalForm.JointStockCompany, "jointStockCompany;АҚ;АО;НАО"),
        (Institutions.LegalForm.NonProfit, "nonProfit;қор;общественный фонд;фонд"),
        (Institutions.LegalForm.Other, "other;басқа;другая"));

    private static readonly Dictionary<string, InstructionLanguages> LanguageWords = Table<InstructionLanguages>(
        (InstructionLanguages.Kk, "kk;қаз;қазақ;қазақша;казахский"),
        (InstructionLanguages.Ru, "ru;орыс;орысша;русский;рус"),
        (InstructionLanguages.Kk | InstructionLanguages.Ru, "аралас;смешанный;mixed"),
        (InstructionLanguages.En, "en;ағылшын;английский;англ"),
        (InstructionLanguages.Uz, "uz;өзбек;узбекский"),
        (InstructionLanguages.Ug, "ug;ұйғыр;уйгурский"),
        (InstructionLanguages.Tg, "tg;тәжік;таджикский"));

    public static Ownership? Ownership(string text) => Find(Ownerships, text);

    public static LegalForm? LegalForm(string text) => Find(LegalForms, text);

    /// <summary>The set of all languages named, or null when a word is unknown.</summary>
    public static InstructionLanguages? Languages(string text)
    {
        var set = InstructionLanguages.None;
        foreach (var word in text.Split([',', ';', '/', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Find(LanguageWords, word) is not { } language)
            {
                return null;
            }

            set |= language;
        }

        return set;
    }

    private static TValue? Find<TValue>(Dictionary<string, TValue> table, string text)
        where TValue : struct => table.TryGetValue(SearchText.Normalize(text), out var value) ? value : null;

    private static Dictionary<string, TValue> Table<TValue>(params (TValue Value, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(';').Select(w => (w, r.Value))).ToDictionary(r => SearchText.Normalize(r.w), r => r.Value, StringComparer.Ordinal);
}
