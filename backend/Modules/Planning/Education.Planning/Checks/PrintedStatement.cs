using System.Security.Cryptography;
using System.Text;
using Education.BuildingBlocks.Persistence;
using Education.Planning.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Education.Planning.Checks;

/// <summary>What a printed figure claims.</summary>
internal enum Relation
{
    /// <summary>It is the value of its indicator.</summary>
    Equals,

    /// <summary>It is the sum of the operands: <c>604 + 797</c>.</summary>
    Sum,

    /// <summary>It is a percent: <c>17 / 99</c>.</summary>
    Share,

    /// <summary>It is the number of things in a list: the operands, or the rows that its indicator counts.</summary>
    ListCount,
}

/// <summary>What a person or an imported row says of a printed figure.</summary>
internal sealed record PrintedClaim(
    string Document, string Place, string? Label, string? Code, string? ValuePeriod, string? Dimensions, string Printed, Relation Relation, string? Operands)
{
    /// <summary>Chapter whose reports it is checked with; null: its indicator says, and without one it is checked with every chapter.</summary>
    public string? Chapter { get; init; }

    /// <summary>The same place saying the same thing: what an import recognises a known row by.</summary>
    public string Key() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Document.Trim(), Place.Trim(), Label?.Trim(), Code, ValuePeriod, Dimensions, Relation))));

    /// <summary>Everything wrong with it, by field; the indicator itself is not looked up.</summary>
    public IEnumerable<FieldError> Errors()
    {
        if (Printed.Length > 100 || PrintedNumber.TryParse(Printed) is null)
        {
            yield return new FieldError("printed", "planning.printed-number");
        }

        if (Code is null && string.IsNullOrWhiteSpace(Label))
        {
            yield return new FieldError("label", "required");
        }

        if (Code is null && Relation == Relation.Equals)
        {
            yield return new FieldError("code", "required");
        }

        if (ValuePeriod is not null && !ReportingPeriod.TryParse(ValuePeriod, out _))
        {
            yield return new FieldError("valuePeriod", "planning.period-format");
        }

        if (!Contracts.Dimensions.TryParse(Dimensions, out _))
        {
            yield return new FieldError("dimensions", "planning.dimensions-format");
        }

        if (!StatementReader.CanRead(this))
        {
            yield return new FieldError("operands", "planning.operands-format");
        }
    }
}

/// <summary>Басылған көрсеткіш / напечатанный показатель: a number that stands in a document, with what it claims to be.</summary>
internal sealed class PrintedStatement : Entity, ITerritoryScoped
{
    private PrintedStatement()
    {
    }

    public string TerritoryCode { get; private init; } = "";

    /// <summary>Period of the report it is checked with.</summary>
    public string Period { get; private init; } = "";

    /// <summary>Name of the document.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Page, line, table.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What the document calls it.</summary>
    public string? Label { get; private set; }

    /// <summary>Indicator, when it is known.</summary>
    public string? Code { get; private set; }

    /// <summary>Period the number is about; null for the report's own.</summary>
    public string? ValuePeriod { get; private set; }

    /// <summary>Cuts of the indicator, as <see cref="Contracts.Dimensions"/> writes them.</summary>
    public string? Dimensions { get; private set; }

    /// <summary>As printed: <c>31,7</c>.</summary>
    public string Printed { get; private set; } = "";

    public Relation Relation { get; private set; }

    /// <summary>Printed parts: <c>14,6 + 17</c>, <c>17 / 99</c>, <c>a; b; c</c>, or the name of the list for a counted indicator.</summary>
    public string? Operands { get; private set; }

    /// <summary>Chapter whose reports it is checked with; null for every chapter.</summary>
    public string? Chapter { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>The import it came with; null for one entered by hand.</summary>
    public Guid? ImportId { get; private set; }

    public PrintedClaim Claim => new(Document, Place, Label, Code, ValuePeriod, Dimensions, Printed, Relation, Operands) { Chapter = Chapter };

    public static PrintedStatement Of(string territoryCode, string period, PrintedClaim claim, Guid? importId = null)
    {
        var statement = new PrintedStatement { TerritoryCode = territoryCode, Period = period };
        statement.Say(claim, importId);
        return statement;
    }

    public void Say(PrintedClaim claim, Guid? importId = null)
    {
        (Document, Place, Label) = (claim.Document.Trim(), claim.Place.Trim(), claim.Label?.Trim());
        (Code, ValuePeriod, Dimensions) = (claim.Code, claim.ValuePeriod, claim.Dimensions);
        (Printed, Relation, Operands) = (claim.Printed.Trim(), claim.Relation, claim.Operands?.Trim());
        Chapter = claim.Chapter;
        Key = Claim.Key();
        ImportId = importId;
    }
}

internal sealed class PrintedStatementMapping : IEntityTypeConfiguration<PrintedStatement>
{
    public void Configure(EntityTypeBuilder<PrintedStatement> builder)
    {
        builder.ToTable("PrintedStatements");
        builder.Ignore(s => s.Claim);
        builder.Property(s => s.TerritoryCode).HasMaxLength(9);
        builder.Property(s => s.Period).HasMaxLength(10);
        builder.Property(s => s.ValuePeriod).HasMaxLength(10);
        builder.Property(s => s.Chapter).HasMaxLength(40);
        builder.Property(s => s.Printed).HasMaxLength(100);
        builder.Property(s => s.Operands).HasMaxLength(2000);
        builder.Property(s => s.Key).HasMaxLength(64);
        builder.HasIndex(s => new { s.TerritoryCode, s.Period, s.Key }).IsUnique();
    }
}
