using Education.BuildingBlocks.Persistence;
using Education.Preschool.Queue.Engine;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Queue;

/// <summary>How evidence is checked.</summary>
internal enum EvidenceChannel
{
    /// <summary>Мемлекеттік тізілім / государственный реестр.</summary>
    Register,

    /// <summary>Қолмен / вручную, by the department: some registers are closed.</summary>
    Manual,
}

/// <summary>Жеңілдік санаты / категория льготы (norms §1.3), effective-dated: a row holds for its days, a later row of the same code follows it.</summary>
internal sealed class Benefit : Entity
{
    private Benefit()
    {
    }

    public Benefit(string code, DateOnly validFrom, BenefitTerms terms)
    {
        (Code, ValidFrom) = (code, validFrom);
        Set(terms, null);
    }

    /// <summary>Stable code, in events of the log.</summary>
    public string Code { get; private set; } = "";

    public LocalizedText Name { get; private set; } = new("", "");

    /// <summary>0–9 extraordinary, 10–19 priority: see <see cref="QueueRank"/>.</summary>
    public int Rank { get; private set; }

    /// <summary>Months for which evidence holds after its issue; null: as long as the document says.</summary>
    public int? EvidenceMonths { get; private set; }

    public EvidenceChannel Channel { get; private set; }

    public string LegalAct { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    /// <summary>Last day, or null while it holds.</summary>
    public DateOnly? ValidTo { get; private set; }

    public void Set(BenefitTerms terms, DateOnly? validTo)
    {
        if (validTo < ValidFrom)
        {
            throw new RuleViolation("preschool.benefit-ends-before-start");
        }

        (Name, Rank, EvidenceMonths, Channel, LegalAct, ValidTo) = (terms.Name, terms.Rank, terms.EvidenceMonths, terms.Channel, terms.LegalAct, validTo);
    }

    public void EndBefore(DateOnly day) => ValidTo = day > ValidFrom ? day.AddDays(-1) : throw new RuleViolation("preschool.benefit-ends-before-start");

    /// <summary>Last day of evidence issued on a day.</summary>
    public DateOnly? EvidenceUntil(DateOnly issuedOn, DateOnly? byDocument)
    {
        var byRule = EvidenceMonths is { } months ? issuedOn.AddMonths(months) : (DateOnly?)null;
        return byRule is null || byDocument < byRule ? byDocument : byRule;
    }
}

/// <summary>What a row of the table says.</summary>
internal sealed record BenefitTerms(LocalizedText Name, int Rank, int? EvidenceMonths, EvidenceChannel Channel, string LegalAct);

internal sealed class BenefitMapping : IEntityTypeConfiguration<Benefit>
{
    public void Configure(EntityTypeBuilder<Benefit> builder)
    {
        builder.ToTable("Benefits");
        builder.Property(b => b.Code).HasMaxLength(60);
        builder.HasIndex(b => new { b.Code, b.ValidFrom }).IsUnique();
    }
}

/// <summary>The categories of norms §1.3, given only to an empty table: then they are the department's.</summary>
internal static class BenefitSeed
{
    private const string Astana = "Астана әкімдігінің түсіндірмесі / разъяснение акимата Астаны (2018)";
    private const string Service = "ҚР БҒМ 19.06.2020 № 254 бұйрығы / приказ МОН РК от 19.06.2020 № 254";
    private static readonly DateOnly Start = new(2010, 1, 1);

    public static async Task Run(PreschoolDbContext db, CancellationToken cancellationToken)
    {
        var benefits = db.Set<Benefit>();
        if (await benefits.AnyAsync(cancellationToken))
        {
            return;
        }

        void Add(string code, int rank, int? months, EvidenceChannel channel, string act, string kk, string ru, string en) =>
            benefits.Add(new Benefit(code, Start, new(new(kk, ru, en), rank, months, channel, act)));
        Add("military", 0, 1, EvidenceChannel.Manual, Astana, "Әскери қызметшілердің балалары", "Дети военнослужащих", "Children of military personnel");
        Add("special-bodies", 0, 1, EvidenceChannel.Manual, Astana, "Арнаулы мемлекеттік орган қызметкерлерінің балалары", "Дети сотрудников специальных государственных органов",
            "Children of staff of special state bodies");
        Add("died-on-service", 0, null, EvidenceChannel.Manual, Astana, "Қызметте қаза тапқан немесе хабарсыз кеткендердің балалары",
            "Дети погибших или пропавших без вести на службе", "Children of those who died or went missing on service");
        Add("parent-disability", 10, null, EvidenceChannel.Register, Service, "Заңды өкілінің мүгедектігі бар балалар", "Дети законных представителей с инвалидностью",
            "Children whose legal representative has a disability");
        Add("child-disability", 10, null, EvidenceChannel.Register, Service, "Мүгедектігі бар балалар", "Дети с инвалидностью", "Children with a disability");
        Add("orphan", 10, null, EvidenceChannel.Register, Service, "Жетім балалар", "Дети-сироты", "Orphans");
        Add("without-care", 10, null, EvidenceChannel.Register, Service, "Ата-ана қамқорлығынсыз қалған балалар", "Дети, оставшиеся без попечения родителей",
            "Children left without parental care");
        Add("large-family", 10, null, EvidenceChannel.Register, Service, "Көпбалалы отбасылардың балалары", "Дети из многодетных семей", "Children of large families");
        Add("special-needs", 10, null, EvidenceChannel.Manual, Service, "Ерекше білім беру қажеттілігі бар балалар", "Дети с особыми образовательными потребностями",
            "Children with special educational needs");
        Add("teacher", 10, 1, EvidenceChannel.Manual, Service, "Педагогтердің балалары", "Дети педагогов", "Children of teachers");
        await db.SaveChangesAsync(cancellationToken);
    }
}
