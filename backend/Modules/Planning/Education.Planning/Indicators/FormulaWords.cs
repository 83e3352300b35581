using Education.BuildingBlocks;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>A formula as a person reads it: names of indicators in place of their codes, signs of the school book.</summary>
internal static class FormulaWords
{
    /// <summary>Null when nothing is computed: the value is taken as published.</summary>
    public static LocalizedText? Of(IndicatorCatalogue catalogue, IndicatorDescriptor descriptor, Texts texts)
    {
        if (catalogue.FormulaOf(descriptor.Code) is not { } formula)
        {
            return descriptor.FormulaText;
        }

        string In(Language language) => Write(formula, code => catalogue[code].Names.In(language), texts.Get("planning.formula.previous", language));
        return new LocalizedText(In(Language.Kk), In(Language.Ru), In(Language.En));
    }

    public static string Write(Formula formula, Func<string, string> name, string previous) => Write(formula.Root, code => $"«{name(code)}»", previous, 0);

    private static string Write(FormulaNode node, Func<string, string> name, string previous, int outer) => node switch
    {
        NumberNode number => FormattableString.Invariant($"{number.Value}").Replace('.', ','),
        CodeNode code => name(code.Code),
        PreviousNode before => $"{name(before.Code)} ({previous})",
        DifferenceNode { Other: null } change => Bracketed(1, outer, $"{name(change.Code)} − {name(change.Code)} ({previous})"),
        DifferenceNode difference => Bracketed(1, outer, $"{name(difference.Code)} − {name(difference.Other!)}"),
        BinaryNode binary => Binary(binary, name, previous, outer),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };

    private static string Binary(BinaryNode node, Func<string, string> name, string previous, int outer)
    {
        var (sign, strength) = node.Operator switch { '+' => ('+', 1), '-' => ('−', 1), '*' => ('×', 2), _ => ('÷', 2) };
        // What stands at the right of a minus or a division keeps its brackets, also when it is as strong.
        var right = node.Operator is '-' or '/' ? strength + 1 : strength;
        return Bracketed(strength, outer, $"{Write(node.Left, name, previous, strength)} {sign} {Write(node.Right, name, previous, right)}");
    }

    private static string Bracketed(int strength, int outer, string text) => strength < outer ? $"({text})" : text;
}
