using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Preschool.Allocation.Objections;

internal enum ObjectionOutcome
{
    /// <summary>Қанағаттандырылды / удовлетворено.</summary>
    Upheld,

    /// <summary>Қанағаттандырылмады / отказано.</summary>
    Refused,
}

/// <summary>
/// Қарсылық / возражение against a decision that the system made by itself (Law on personal data, art. 19-1): to be answered in working days.
/// </summary>
internal sealed class Objection : Entity, ITerritoryScoped
{
    private Objection()
    {
    }

    public Objection(string territoryCode, Guid applicationId, Guid? offerId, string text, DateOnly receivedOn, DateOnly due)
    {
        (TerritoryCode, ApplicationId, OfferId, Text, ReceivedOn, Due) = (territoryCode, applicationId, offerId, text, receivedOn, due);
    }

    public string TerritoryCode { get; private set; } = "";

    public Guid ApplicationId { get; private set; }

    /// <summary>The decision, where it was an offer.</summary>
    public Guid? OfferId { get; private set; }

    [Personal]
    public string Text { get; private set; } = "";

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Last day to answer.</summary>
    public DateOnly Due { get; private set; }

    public ObjectionOutcome? Outcome { get; private set; }

    [Personal]
    public string? Answer { get; private set; }

    public DateOnly? AnsweredOn { get; private set; }

    /// <exception cref="RuleViolation"><c>preschool.objection-answered</c>: an answer is not changed.</exception>
    public void Reply(ObjectionOutcome outcome, string answer, DateOnly on)
    {
        if (AnsweredOn is not null)
        {
            throw new RuleViolation("preschool.objection-answered");
        }

        (Outcome, Answer, AnsweredOn) = (outcome, answer, on);
    }
}

internal sealed class ObjectionMapping : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.ToTable("Objections");
        builder.Property(o => o.TerritoryCode).HasMaxLength(9);
        builder.Property(o => o.Text).HasMaxLength(4000);
        builder.Property(o => o.Answer).HasMaxLength(4000);
        builder.HasIndex(o => new { o.TerritoryCode, o.AnsweredOn, o.Due });
        builder.HasIndex(o => o.ApplicationId);
    }
}
