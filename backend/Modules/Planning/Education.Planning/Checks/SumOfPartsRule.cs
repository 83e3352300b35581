namespace Education.Planning.Checks;

/// <summary>
/// Whole = Σ parts at the printed digits of the whole. A difference no larger than rounding of the parts explains is a warning: the reader
/// adds the printed parts and gets another number, although the exact ones may agree.
/// </summary>
internal sealed class SumOfPartsRule : ICheckRule
{
    public string Code => "sum-of-parts";

    public IEnumerable<RuleFinding> Check(CheckInput input)
    {
        foreach (var statement in input.Statements.OfType<SumStatement>())
        {
            var (whole, sum) = (statement.Whole, statement.Parts.Sum(part => part.Value));
            if (whole.RoundLike(sum) == whole.Value)
            {
                continue;
            }

            var difference = whole.Value - sum;
            var explained = Math.Abs(difference) <= whole.Slack + statement.Parts.Sum(part => part.Slack);
            var digits = statement.Parts.Append(whole).Max(part => part.Number.Decimals);
            var recomputed = PrintedNumber.Write(sum / whole.Scale, digits);
            yield return new RuleFinding(
                explained ? Severity.Warning : Severity.Error,
                statement.Place,
                whole.Number.Text,
                recomputed,
                explained ? "planning.check.sum-of-parts.rounding" : "planning.check.sum-of-parts",
                string.Join(" + ", statement.Parts.Select(part => part.Number.Text)),
                recomputed,
                whole.Number.Text,
                PrintedNumber.Write(difference / whole.Scale, digits));
        }
    }
}
