using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Checks;

/// <summary>Ескерту дәрежесі / степень замечания.</summary>
internal enum Severity
{
    /// <summary>The figures can be defended (cut instead of rounded, rounded parts), but a reader will stumble.</summary>
    Warning,

    /// <summary>The figures contradict each other.</summary>
    Error,
}

/// <summary>Ескерту / замечание: what a check found.</summary>
/// <param name="Rule">Code of the rule: <c>sum-of-parts</c>.</param>
/// <param name="Where">The place in the document or table, for people.</param>
/// <param name="Printed">What stands there.</param>
/// <param name="Recomputed">What the rule gets.</param>
/// <param name="Why">In kk, ru and en.</param>
internal sealed record Finding(string Rule, Severity Severity, LocalizedText Where, string Printed, string Recomputed, LocalizedText Why);

/// <summary>A figure as it is printed somewhere.</summary>
internal sealed record PrintedFigure(LocalizedText Place, PrintedNumber Number)
{
    /// <summary>Indicator it shows, when it is known.</summary>
    public string? Code { get; init; }

    public string? Period { get; init; }

    public string? Territory { get; init; }

    public Guid? InstitutionId { get; init; }

    public Dimensions Dimensions { get; init; } = Dimensions.None;

    /// <summary>1 unit, 1 000 for «мың теңге / тыс. тенге», 1 000 000 for millions.</summary>
    public decimal Scale { get; init; } = 1;

    public decimal Value => Number.Value * Scale;

    /// <summary>Rounds half-up at the printed digits, in the printed scale.</summary>
    public decimal RoundLike(decimal value) => Rounding.HalfUp(value / Scale, Number.Decimals) * Scale;

    /// <summary>Cuts at the printed digits, in the printed scale.</summary>
    public decimal TruncateLike(decimal value) => Rounding.Truncate(value / Scale, Number.Decimals) * Scale;

    /// <summary>One unit of the last printed digit.</summary>
    public decimal Step
    {
        get
        {
            var step = Scale;
            for (var i = 0; i < Number.Decimals; i++)
            {
                step /= 10;
            }

            return step;
        }
    }

    /// <summary>How far the true value may lie from a printed one: half of the last digit; nothing for a whole number of things.</summary>
    public decimal Slack => Step == 1 ? 0 : Step / 2;
}

/// <summary>A relation that a document declares or a table implies. Each rule reads its own kind.</summary>
internal abstract record Statement(LocalizedText Place);

/// <summary>Whole = Σ parts.</summary>
internal sealed record SumStatement(LocalizedText Place, PrintedFigure Whole, IReadOnlyList<PrintedFigure> Parts) : Statement(Place);

/// <summary>A printed percent of two numbers.</summary>
internal sealed record ShareStatement(LocalizedText Place, PrintedFigure Printed, Share Share) : Statement(Place);

/// <summary>A printed number of things and the list of those things.</summary>
/// <param name="ListPlace">Where the list stands.</param>
/// <param name="Listed">How many different things it has.</param>
internal sealed record CountStatement(LocalizedText Place, PrintedFigure Printed, LocalizedText ListPlace, int Listed) : Statement(Place);

/// <summary>What is checked.</summary>
/// <param name="Figures">Every printed figure whose indicator is known.</param>
/// <param name="Statements">Declared relations.</param>
/// <param name="Computed">Figures computed from records, to hold the printed ones against.</param>
internal sealed record CheckInput(IReadOnlyList<PrintedFigure> Figures, IReadOnlyList<Statement> Statements, FigureSet? Computed = null)
{
    public static CheckInput Of(params Statement[] statements) => new([], statements);
}
