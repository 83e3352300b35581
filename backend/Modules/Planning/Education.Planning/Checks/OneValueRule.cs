namespace Education.Planning.Checks;

/// <summary>
/// One indicator, one period, one place: one value. The most exact print is the measure; a shorter one is the same value when rounding
/// gives it (76,6 and 77).
/// </summary>
internal sealed class OneValueRule : ICheckRule
{
    public string Code => "one-value";

    public IEnumerable<RuleFinding> Check(CheckInput input)
    {
        var groups = input.Figures.Where(figure => figure.Code is not null)
            .GroupBy(figure => (figure.Code, figure.Period, figure.Territory, figure.InstitutionId, figure.Dimensions));
        foreach (var group in groups)
        {
            var measure = group.MinBy(figure => figure.Step)!;
            foreach (var other in group.Where(figure => figure.RoundLike(measure.Value) != figure.Value))
            {
                yield return new RuleFinding(
                    Severity.Error,
                    other.Place,
                    other.Number.Text,
                    measure.Number.Text,
                    "planning.check.one-value",
                    other.Number.Text,
                    measure.Number.Text,
                    measure.Place);
            }
        }
    }
}
