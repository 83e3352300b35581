using Education.SharedKernel;

namespace Education.Planning.Checks;

/// <summary>A printed percent recomputed from its numerator and denominator: rounded is silent, cut off is a warning, anything else an error.</summary>
internal sealed class RecomputedShareRule : ICheckRule
{
    public string Code => "recomputed-share";

    public IEnumerable<RuleFinding> Check(CheckInput input)
    {
        foreach (var statement in input.Statements.OfType<ShareStatement>())
        {
            var (number, share) = (statement.Printed.Number, statement.Share);
            var verdict = share.Compare(number.Value, number.Decimals);
            if (verdict == ShareVerdict.Equal)
            {
                continue;
            }

            var numerator = PrintedNumber.Write(share.Numerator);
            var denominator = PrintedNumber.Write(share.Denominator);
            if (share.Rounded(number.Decimals) is not { } rounded)
            {
                yield return new RuleFinding(
                    Severity.Error, statement.Place, number.Text, "–", "planning.check.recomputed-share.no-base", numerator, number.Text);
                continue;
            }

            var recomputed = PrintedNumber.Write(rounded, number.Decimals);
            var truncated = verdict == ShareVerdict.Truncated;
            yield return new RuleFinding(
                truncated ? Severity.Warning : Severity.Error,
                statement.Place,
                number.Text,
                recomputed,
                truncated ? "planning.check.recomputed-share.truncated" : "planning.check.recomputed-share.wrong",
                numerator,
                denominator,
                recomputed,
                number.Text);
        }
    }
}
