using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>Why a figure has no value. A missing figure is never a zero.</summary>
internal static class MissingReasons
{
    /// <summary>No fact was given.</summary>
    public const string NoData = "no-data";

    /// <summary>The denominator is zero: nobody took the test, so there is no mean.</summary>
    public const string DivisionByZero = "division-by-zero";

    /// <summary>Two published scores where one was asked: scores do not add up.</summary>
    public const string NotAdditive = "not-additive";

    /// <summary>The group is smaller than may be published, or would let such a group be found.</summary>
    public const string Hidden = "hidden";

    /// <summary>The numbers left the range of <see cref="decimal"/>.</summary>
    public const string Overflow = "overflow";
}

/// <summary>A value with the parts it was computed from, or the reason why there is none.</summary>
internal readonly record struct Computed(decimal? Numerator, decimal? Denominator, decimal? Value, string? Missing)
{
    public static Computed Of(decimal value) => new(value, null, value, null);

    public static Computed Absent(string reason) => new(null, null, null, reason);

    /// <summary>A share keeps both parts, also when the denominator is zero and there is no value.</summary>
    public static Computed Ratio(decimal numerator, decimal denominator, decimal scale) =>
        denominator == 0
            ? new Computed(numerator, denominator, null, MissingReasons.DivisionByZero)
            : new Computed(numerator, denominator, numerator / denominator * scale, null);
}

/// <summary>What a formula asks its surroundings for.</summary>
internal interface IFormulaValues
{
    /// <summary>Unrounded value of a code, <paramref name="periodOffset"/> 0 or −1.</summary>
    Computed Value(string code, int periodOffset);

    /// <summary>Digits at which the code is published.</summary>
    int Rounding(string code);
}

/// <summary>A formula over indicator codes.</summary>
internal sealed class Formula
{
    private readonly FormulaNode _root;

    private Formula(FormulaNode root)
    {
        _root = root;
        References = [.. Collect(root).Distinct()];
    }

    public FormulaNode Root => _root;

    /// <summary>Codes the formula reads, with the period they are read in (0, −1).</summary>
    public IReadOnlyList<(string Code, int PeriodOffset)> References { get; }

    public static Formula Parse(string text) => new(FormulaParser.Parse(text));

    /// <summary>A quotient, alone or times a number (<c>a / b * 100</c>), gives its numerator and denominator too.</summary>
    public Computed Evaluate(IFormulaValues values)
    {
        try
        {
            var (quotient, scale) = Quotient(_root);
            if (quotient is null)
            {
                return Value(_root, values);
            }

            var numerator = Value(quotient.Left, values);
            var denominator = Value(quotient.Right, values);
            return numerator.Missing is not null ? numerator
                : denominator.Missing is not null ? denominator
                : Computed.Ratio(numerator.Value!.Value, denominator.Value!.Value, scale);
        }
        catch (OverflowException)
        {
            return Computed.Absent(MissingReasons.Overflow);
        }
    }

    private static (BinaryNode? Quotient, decimal Scale) Quotient(FormulaNode node) => node switch
    {
        BinaryNode { Operator: '/' } quotient => (quotient, 1),
        BinaryNode { Operator: '*', Left: BinaryNode { Operator: '/' } quotient, Right: NumberNode scale } => (quotient, scale.Value),
        BinaryNode { Operator: '*', Left: NumberNode scale, Right: BinaryNode { Operator: '/' } quotient } => (quotient, scale.Value),
        _ => (null, 1),
    };

    private static Computed Value(FormulaNode node, IFormulaValues values)
    {
        switch (node)
        {
            case NumberNode number:
                return Computed.Of(number.Value);
            case CodeNode code:
                return values.Value(code.Code, 0);
            case PreviousNode previous:
                return values.Value(previous.Code, -1);
            case DifferenceNode difference:
                return Difference(
                    Published(difference.Code, 0, values),
                    difference.Other is null ? Published(difference.Code, -1, values) : Published(difference.Other, 0, values));
            default:
                return Binary((BinaryNode)node, values);
        }
    }

    private static Computed Difference(Computed left, Computed right) =>
        left.Value is { } a && right.Value is { } b ? Computed.Of(a - b) : Computed.Absent((left.Missing ?? right.Missing)!);

    private static Computed Binary(BinaryNode node, IFormulaValues values)
    {
        var left = Value(node.Left, values);
        var right = left.Missing is null ? Value(node.Right, values) : left;
        if (right.Missing is not null)
        {
            return Computed.Absent(right.Missing);
        }

        var (a, b) = (left.Value!.Value, right.Value!.Value);
        return node.Operator switch
        {
            '+' => Computed.Of(a + b),
            '-' => Computed.Of(a - b),
            '*' => Computed.Of(a * b),
            _ => b == 0 ? Computed.Absent(MissingReasons.DivisionByZero) : Computed.Of(a / b),
        };
    }

    private static Computed Published(string code, int periodOffset, IFormulaValues values)
    {
        var exact = values.Value(code, periodOffset);
        return exact.Value is { } value
            ? Computed.Of(Rounding.HalfUp(value, values.Rounding(code)))
            : exact;
    }

    private static IEnumerable<(string Code, int PeriodOffset)> Collect(FormulaNode node) => node switch
    {
        CodeNode code => [(code.Code, 0)],
        PreviousNode previous => [(previous.Code, -1)],
        DifferenceNode { Other: null } change => [(change.Code, 0), (change.Code, -1)],
        DifferenceNode difference => [(difference.Code, 0), (difference.Other!, 0)],
        BinaryNode binary => [.. Collect(binary.Left), .. Collect(binary.Right)],
        _ => [],
    };
}
