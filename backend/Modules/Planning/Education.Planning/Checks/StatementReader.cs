using Education.Planning.Contracts;
using Education.Planning.Indicators;
using Education.SharedKernel;

namespace Education.Planning.Checks;

/// <summary>Turns printed claims into what the check engine reads.</summary>
internal static class StatementReader
{
    private const char Part = '+', Item = ';', Over = '/';

    /// <summary>False when the operands do not fit the relation.</summary>
    public static bool CanRead(PrintedClaim claim) => claim.Relation switch
    {
        Relation.Equals => string.IsNullOrWhiteSpace(claim.Operands),
        Relation.Sum => Numbers(claim.Operands, Part) is { Count: >= 2 },
        Relation.Share => Numbers(claim.Operands, Over) is { Count: 2 },
        _ => !string.IsNullOrWhiteSpace(claim.Operands),
    };

    /// <summary>The input of a check of <paramref name="set"/>; claims that cannot be read were refused when they came in.</summary>
    public static CheckInput Read(IEnumerable<PrintedClaim> claims, FigureSet set)
    {
        var figures = new List<PrintedFigure>();
        var statements = new List<Statement>();
        foreach (var claim in claims)
        {
            if (PrintedNumber.TryParse(claim.Printed) is not { } number)
            {
                continue;
            }

            var place = PlaceOf(claim);
            var printed = new PrintedFigure(place, number)
            {
                Code = claim.Code,
                Period = claim.ValuePeriod ?? set.Period,
                Territory = set.Territory,
                Dimensions = Dimensions.TryParse(claim.Dimensions, out var dimensions) ? dimensions : Dimensions.None,
            };
            if (claim.Code is not null && claim.Relation != Relation.ListCount)
            {
                figures.Add(printed);
            }

            if (StatementOf(claim, place, printed, set) is { } statement)
            {
                statements.Add(statement);
            }
        }

        return new CheckInput(figures, statements, set);
    }

    private static Statement? StatementOf(PrintedClaim claim, LocalizedText place, PrintedFigure printed, FigureSet set)
    {
        switch (claim.Relation)
        {
            case Relation.Sum when Numbers(claim.Operands, Part) is { } parts:
                return new SumStatement(place, printed, [.. parts.Select(part => new PrintedFigure(place, part))]);
            case Relation.Share when Numbers(claim.Operands, Over) is [var numerator, var denominator]:
                return new ShareStatement(place, printed, new Share(numerator.Value, denominator.Value));
            case Relation.ListCount when Listed(claim, printed, set) is { } listed:
                return new CountStatement(place, printed, claim.Code is null ? place : new LocalizedText(claim.Operands!, claim.Operands!), listed);
            default:
                return null;
        }
    }

    /// <summary>How many things the list has: by the records when the indicator is known, else by the items themselves, each once.</summary>
    private static int? Listed(PrintedClaim claim, PrintedFigure printed, FigureSet set)
    {
        if (claim.Code is null)
        {
            return claim.Operands!.Split(Item, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(item => SearchText.Normalize(item)).Distinct(StringComparer.Ordinal).Count();
        }

        var counted = set.Figures.FirstOrDefault(figure => figure.IndicatorCode == claim.Code && figure.Territory == set.Territory && figure.InstitutionId is null
            && figure.Period == printed.Period && figure.Dimensions.Equals(printed.Dimensions));
        return counted?.Value is { } value ? (int)value : null;
    }

    private static LocalizedText PlaceOf(PrintedClaim claim)
    {
        var text = string.Join(", ", new[] { claim.Document, claim.Place, claim.Label is null ? null : $"«{claim.Label}»" }.OfType<string>());
        return new LocalizedText(text, text);
    }

    private static List<PrintedNumber>? Numbers(string? operands, char separator)
    {
        var parts = (operands ?? string.Empty).Split(separator, StringSplitOptions.TrimEntries);
        var numbers = parts.Select(PrintedNumber.TryParse).OfType<PrintedNumber>().ToList();
        return numbers.Count == parts.Length ? numbers : null;
    }
}
