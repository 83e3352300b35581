using Education.SharedKernel;

namespace Education.Registry.Institutions;

/// <summary>
/// Kinds whose members are numbered in one series of a territory: a school that became a gymnasium kept its number («СШ №95» = «шг 95»),
/// a boarding school of the same number is another institution («ШИ 4» is not «сш 4»).
/// </summary>
internal enum NameFamily
{
    General,
    Boarding,
    Evening,
    Special,
    Preschool,
    MiniCentre,
    Music,
    Arts,
    ExtraCurricular,
    College,
    Methodical,
}

/// <summary>Words by which people name kinds, in both languages, whole and cut short.</summary>
internal static class NameWords
{
    /// <summary>When a name holds words of several families, the first here wins: «мини-центр при школе», «школа-интернат — детский сад».</summary>
    public static IReadOnlyList<NameFamily> Priority { get; } =
    [
        NameFamily.MiniCentre, NameFamily.Evening, NameFamily.Special, NameFamily.Music, NameFamily.Arts, NameFamily.Methodical, NameFamily.Boarding,
        NameFamily.College, NameFamily.ExtraCurricular, NameFamily.General, NameFamily.Preschool,
    ];

    /// <summary>Phrases as sequences of tokens, longest first.</summary>
    public static IReadOnlyList<(string[] Tokens, NameFamily Family)> Phrases { get; } =
    [
        .. Raw().SelectMany(f => f.Phrases.Split(';').Select(p => (Tokens: InstitutionName.Tokens(p), f.Family)))
            .OrderByDescending(p => p.Tokens.Length).ThenByDescending(p => p.Tokens[0].Length),
    ];

    /// <summary>Words that say nothing of which institution it is: legal forms, «имени», «частная».</summary>
    public static IReadOnlySet<string> Noise { get; } = string.Join(
        ' ',
        "КГУ ГУ КГКП ГККП КГП ТОО ЧУ ИП НАО КММ ММ МКҚК КМҚК МКК ЖШС ЖК ЖМ БК комплекс кешен кешені имени им атындағы ат при жанындағы № номер N",
        "частный частная частное жеке меншік меншiк коммунальное коммуналдық государственное мемлекеттік учреждение мекеме мекемесі казенное казённое",
        "қазыналық предприятие кәсіпорын кәсіпорны общеобразовательная общеобразовательный жалпы білім беретін school kindergarten gymnasium lyceum No")
        .Split(' ').SelectMany(InstitutionName.Tokens).ToHashSet(StringComparer.Ordinal);

    /// <summary>The family of a kind, for names that do not say it themselves.</summary>
    public static NameFamily? OfKind(string kindCode) => InstitutionKinds.All.FirstOrDefault(k => k.Code == kindCode)?.Family;

    private static IEnumerable<(NameFamily Family, string Phrases)> Raw() =>
    [
        (NameFamily.General, "СШ;ОШ;СОШ;НШ;ШГ;ШЛ;СОШЛ;СОШГ;ООШ;ЖББМ;ЖОББМ;БББМ;НББМ;ОМ;МГ;МЛ;КШДС;КШДСК;ОШДС;гимназия;гимн;гимназиясы;лицей;лиц;лицейі"),
        (NameFamily.General, "школа;школы;школе;шк;мектеп;мектебі;орта мектеп;орта мектебі;негізгі мектеп;негізгі мектебі;бастауыш мектеп;бастауыш мектебі"),
        (NameFamily.General, "средняя школа;основная школа;основная средняя школа;начальная школа;средняя общеобразовательная школа;школа лицей;школа гимназия"),
        (NameFamily.General, "мектеп лицей;мектеп лицейі;мектеп гимназия;мектеп гимназиясы;лицей мектеп;гимназия мектеп;secondary school;primary school;basic school"),
        (NameFamily.Boarding, "ШИ;СШИ;ОШИ;КШИ;ОКШИДС;ОШИДС;интернат;школа интернат;мектеп интернат;мектеп интернаты;лицей интернат;boarding school"),
        (NameFamily.Evening, "ВШ;ВСШ;ВСОШ;вечерняя;вечерняя школа;вечерняя средняя школа;вечерние классы;кешкі;кешкі мектеп;кешкі мектебі;evening school"),
        (NameFamily.Special, "специальная;специальная школа;спецшкола;коррекционная;коррекционная школа;арнайы;арнайы мектеп;арнайы мектебі;special school"),
        (NameFamily.Preschool, "ДС;Д/С;детсад;дет сад;детский сад;садик;ясли-сад;ясли;я/с;балабақша;балабақшасы;бөбекжай;бөбекжай-балабақша;бөбекжай-балабақшасы"),
        (NameFamily.Preschool, "бөбекжайы;бақша;nursery kindergarten"),
        (NameFamily.MiniCentre, "МЦ;М/Ц;мини-центр;миницентр;мини центр при школе;шағын орталық;шағын орталығы;ШО;mini-centre;mini centre"),
        (NameFamily.Music, "ДМШ;детская музыкальная школа;музыкальная школа;балалар музыка мектебі;балалар саз мектебі;музыка мектебі;саз мектебі;music school"),
        (NameFamily.Arts, "ДШИ;ДХШ;детская школа искусств;школа искусств;детская художественная школа;художественная школа;балалар өнер мектебі;өнер мектебі"),
        (NameFamily.Arts, "балалар көркемсурет мектебі;көркемсурет мектебі;arts school;art school"),
        (NameFamily.ExtraCurricular, "ДДИЮ;ДДЮ;СЮН;СЮТ;дворец детей и юношества;дворец школьников;дом школьников;станция юных натуралистов;станция юных техников"),
        (NameFamily.ExtraCurricular, "балалар мен жасөспірімдер сарайы;оқушылар сарайы;оқушылар үйі;жас натуралистер станциясы;жас техниктер станциясы"),
        (NameFamily.College, "колледж;колледжі;college"),
        (NameFamily.Methodical, "методический центр;методкабинет;методический кабинет;әдістемелік орталық;әдістемелік орталығы;әдістемелік кабинет"),
    ];
}
