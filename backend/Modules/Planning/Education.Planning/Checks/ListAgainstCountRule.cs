namespace Education.Planning.Checks;

/// <summary>The text says how many there are, the list shows them: the two must agree.</summary>
internal sealed class ListAgainstCountRule : ICheckRule
{
    public string Code => "list-against-count";

    public IEnumerable<RuleFinding> Check(CheckInput input) =>
        from statement in input.Statements.OfType<CountStatement>()
        where statement.Printed.Value != statement.Listed
        let listed = PrintedNumber.Write(statement.Listed)
        select new RuleFinding(
            Severity.Error,
            statement.Place,
            statement.Printed.Number.Text,
            listed,
            "planning.check.list-against-count",
            statement.Printed.Number.Text,
            listed,
            statement.ListPlace);
}
