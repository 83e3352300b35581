using Education.SharedKernel;

namespace Education.Planning.Checks;

/// <summary>A check: one file, one line in <see cref="CheckEngine.Rules"/>, one text <c>planning.check.…</c> in three languages for each verdict.</summary>
internal interface ICheckRule
{
    /// <summary>Code of the rule; the texts of its findings begin with <c>planning.check.</c> and this code.</summary>
    string Code { get; }

    /// <summary>Says nothing when everything holds.</summary>
    IEnumerable<RuleFinding> Check(CheckInput input);
}

/// <summary>A finding before it is put into words.</summary>
/// <param name="TextCode">Code of the text.</param>
/// <param name="Args">Its arguments; a <see cref="LocalizedText"/> appears in the language of the text.</param>
internal sealed record RuleFinding(
    Severity Severity, LocalizedText Where, string Printed, string Recomputed, string TextCode, params object?[] Args);

/// <summary>Runs the rules and words what they found.</summary>
internal sealed class CheckEngine(TextOf texts)
{
    /// <summary>Every rule of the product, in the order in which findings are shown.</summary>
    public static IReadOnlyList<ICheckRule> Rules { get; } =
    [
        new SumOfPartsRule(),
        new RecomputedShareRule(),
        new RecomputedFigureRule(),
        new OneValueRule(),
        new ListAgainstCountRule(),
    ];

    public IReadOnlyList<Finding> Run(CheckInput input) =>
        [.. Rules.SelectMany(rule => rule.Check(input), (rule, found) => new Finding(
            rule.Code, found.Severity, found.Where, found.Printed, found.Recomputed, texts(found.TextCode, found.Args)))];
}
