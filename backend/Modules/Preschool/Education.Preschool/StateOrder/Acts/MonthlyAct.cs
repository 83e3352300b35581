using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Persistence;
using Education.Preschool.Contracts;
using Education.Preschool.StateOrder.Orders;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>State of an act.</summary>
internal enum ActState
{
    /// <summary>Жоба / черновик: follows the sheets when it is computed again.</summary>
    Draft,

    /// <summary>Бекітілген / утверждён: frozen.</summary>
    Approved,

    /// <summary>Ауыстырылған / заменён by a later revision.</summary>
    Superseded,
}

/// <summary>Айлық акт / месячный акт of a contract: confirmed days × tariff, computed from the attendance sheets, never typed.</summary>
internal sealed class MonthlyAct : Entity, IInstitutionScoped
{
    private readonly List<ActLine> _lines = [];

    private MonthlyAct()
    {
    }

    public MonthlyAct(OrderContract contract, DateOnly month, int revision, string? reason)
    {
        (InstitutionId, ContractId, Month, Revision, Reason) = (contract.InstitutionId, contract.Id, month, revision, reason);
    }

    public Guid InstitutionId { get; private set; }

    public Guid ContractId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>1 for the first act of the month, one more with every correction.</summary>
    public int Revision { get; private set; }

    /// <summary>Why an approved act is corrected.</summary>
    public string? Reason { get; private set; }

    public ActState State { get; private set; }

    /// <summary>Places ordered, where the contract says.</summary>
    public int? Places { get; private set; }

    /// <summary>Working days of the month by the Registry's calendar.</summary>
    public int WorkingDays { get; private set; }

    /// <summary>Children × days.</summary>
    public int ConfirmedDays { get; private set; }

    /// <summary>Tenge: the sum of the lines, each rounded once.</summary>
    public decimal Amount { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>SHA-256 over everything above and the lines, as approved.</summary>
    public string? Hash { get; private set; }

    public IReadOnlyList<ActLine> Lines => _lines;

    /// <summary>True while what is stored is what was approved.</summary>
    public bool HashHolds => Hash is null || Hash == ComputeHash();

    /// <exception cref="RuleViolation"><c>preschool.act-not-draft</c>.</exception>
    public void Fill(ActFigures figures)
    {
        MustBeDraft();
        _lines.Clear();
        _lines.AddRange(figures.Lines.Select((line, i) => new ActLine(Id, i + 1, line)));
        (Places, WorkingDays) = (figures.Places, figures.WorkingDays);
        ConfirmedDays = figures.Lines.Sum(l => l.Days);
        Amount = figures.Lines.Sum(l => l.Amount);
        Touch();
    }

    /// <summary>Freezes the act; the sheets must still say what its reader saw.</summary>
    /// <exception cref="RuleViolation">Not a draft, the month is not over, or the sheets have changed since it was computed.</exception>
    public void Approve(ActFigures now, DateOnly today, DateTime at)
    {
        MustBeDraft();
        if (Month.AddMonths(1) > today)
        {
            throw new RuleViolation("preschool.act-month-not-over");
        }

        var same = Places == now.Places && WorkingDays == now.WorkingDays && _lines.OrderBy(l => l.Order).Select(l => l.Figures).SequenceEqual(now.Lines);
        if (!same)
        {
            throw new RuleViolation("preschool.act-outdated");
        }

        (State, ApprovedAt) = (ActState.Approved, at);
        Hash = ComputeHash();
        Raise(new StateOrderActApprovedEvent(Id, InstitutionId, ReportingPeriod.Month(Month.Year, Month.Month).Code, Amount));
    }

    /// <exception cref="RuleViolation"><c>preschool.act-not-approved</c>.</exception>
    public void MustBeApproved() => _ = State == ActState.Approved ? true : throw new RuleViolation("preschool.act-not-approved");

    public void Supersede() => State = ActState.Superseded;

    public void MustBeDraft() => _ = State == ActState.Draft ? true : throw new RuleViolation("preschool.act-not-draft");

    private string ComputeHash()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{ContractId:D}\n{InstitutionId:D}\n{Month:yyyy-MM}\n{Revision}\n{Places}\n{WorkingDays}\n");
        text.Append(CultureInfo.InvariantCulture, $"{ConfirmedDays}\n{Amount:0.00}\n");
        foreach (var line in _lines.OrderBy(l => l.Order))
        {
            var f = line.Figures;
            text.Append(CultureInfo.InvariantCulture, $"{line.Order}|{f.GroupId:D}|{f.TariffId:D}|{f.Monthly:0.00}|{f.Children}|{f.Days}|{f.Amount:0.00}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Акт жолы / строка акта: a group's days at one tariff. No person: whose days they are is said by the sheet.</summary>
[NotAudited]
internal sealed class ActLine
{
    private ActLine()
    {
    }

    public ActLine(Guid actId, int order, ActLineFigures f)
    {
        (ActId, Order, GroupId, GroupName, TariffId) = (actId, order, f.GroupId, f.GroupName, f.TariffId);
        (Monthly, LegalAct, Children, Days, Amount) = (f.Monthly, f.LegalAct, f.Children, f.Days, f.Amount);
    }

    public Guid ActId { get; private set; }

    public int Order { get; private set; }

    public Guid GroupId { get; private set; }

    public string GroupName { get; private set; } = "";

    public Guid TariffId { get; private set; }

    /// <summary>Tenge a child a month, as of the days of the line.</summary>
    public decimal Monthly { get; private set; }

    public string LegalAct { get; private set; } = "";

    /// <summary>Children with at least one of the days.</summary>
    public int Children { get; private set; }

    public int Days { get; private set; }

    public decimal Amount { get; private set; }

    public ActLineFigures Figures => new(GroupId, GroupName, TariffId, Monthly, LegalAct, Children, Days, Amount);
}

internal sealed class MonthlyActMapping : IEntityTypeConfiguration<MonthlyAct>, IEntityTypeConfiguration<ActLine>
{
    public void Configure(EntityTypeBuilder<MonthlyAct> builder)
    {
        builder.ToTable("MonthlyActs");
        builder.Ignore(a => a.HashHolds);
        builder.Property(a => a.Hash).HasMaxLength(64);
        builder.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.ActId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Lines).HasField("_lines").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(a => new { a.ContractId, a.Month, a.Revision }).IsUnique();
        builder.HasIndex(a => new { a.Month, a.State });
        builder.HasIndex(a => new { a.InstitutionId, a.Month });
    }

    public void Configure(EntityTypeBuilder<ActLine> builder)
    {
        builder.ToTable("ActLines");
        builder.HasKey(l => new { l.ActId, l.Order });
        builder.Ignore(l => l.Figures);
        builder.Property(l => l.GroupName).HasMaxLength(100);
    }
}
