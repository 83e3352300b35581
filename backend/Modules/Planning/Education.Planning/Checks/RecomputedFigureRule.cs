namespace Education.Planning.Checks;

/// <summary>A printed figure against the same figure computed from records.</summary>
internal sealed class RecomputedFigureRule : ICheckRule
{
    public string Code => "recomputed-figure";

    public IEnumerable<RuleFinding> Check(CheckInput input)
    {
        if (input.Computed is not { } set)
        {
            yield break;
        }

        var computed = set.Figures.Where(figure => figure.Value is not null)
            .ToLookup(figure => (figure.IndicatorCode, figure.Period, figure.Territory, figure.InstitutionId, figure.Dimensions));
        foreach (var printed in input.Figures.Where(figure => figure.Code is not null))
        {
            var key = (printed.Code!, printed.Period ?? set.Period, printed.Territory ?? set.Territory, printed.InstitutionId, printed.Dimensions);
            if (computed[key].FirstOrDefault()?.Value is not { } value || printed.RoundLike(value) == printed.Value)
            {
                continue;
            }

            var truncated = printed.TruncateLike(value) == printed.Value;
            var recomputed = PrintedNumber.Write(printed.RoundLike(value) / printed.Scale, printed.Number.Decimals);
            yield return new RuleFinding(
                truncated ? Severity.Warning : Severity.Error,
                printed.Place,
                printed.Number.Text,
                recomputed,
                truncated ? "planning.check.recomputed-figure.truncated" : "planning.check.recomputed-figure.wrong",
                recomputed,
                printed.Number.Text);
        }
    }
}
