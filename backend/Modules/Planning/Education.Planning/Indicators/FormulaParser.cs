using System.Globalization;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>
/// Reads a formula over indicator codes. The grammar is closed (numbers, codes, <c>+ - * /</c>, parentheses, <c>prev(a)</c>,
/// <c>diff(a, prev)</c>, <c>diff(a, b)</c>), so a formula can neither call anything nor run long.
/// </summary>
internal sealed class FormulaParser
{
    private const int MaxLength = 1000;
    private const int MaxDepth = 50;

    private readonly string _text;
    private int _position;
    private int _depth;

    private FormulaParser(string text) => _text = text;

    /// <summary>Throws <c>planning.formula-syntax</c> with the formula and the 1-based position.</summary>
    public static FormulaNode Parse(string text)
    {
        var parser = new FormulaParser(text);
        if (text.Length > MaxLength)
        {
            throw parser.Syntax(MaxLength);
        }

        var node = parser.Sum();
        parser.SkipSpaces();
        return parser._position == text.Length ? node : throw parser.Syntax(parser._position);
    }

    private FormulaNode Sum()
    {
        if (++_depth > MaxDepth)
        {
            throw Syntax(_position);
        }

        var left = Product();
        while (TakeOperator('+', '-') is { } op)
        {
            left = new BinaryNode(op, left, Product());
        }

        _depth--;
        return left;
    }

    private FormulaNode Product()
    {
        var left = Factor();
        while (TakeOperator('*', '/') is { } op)
        {
            left = new BinaryNode(op, left, Factor());
        }

        return left;
    }

    private FormulaNode Factor()
    {
        SkipSpaces();
        if (TryTake('('))
        {
            var inner = Sum();
            Expect(')');
            return inner;
        }

        if (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
        {
            return Number();
        }

        var start = _position;
        var code = Code();
        SkipSpaces();
        if (!TryTake('('))
        {
            // Code 'prev' means the previous period inside diff() and nothing anywhere else.
            return code == "prev" ? throw Syntax(start) : new CodeNode(code);
        }

        return code switch
        {
            "prev" => Previous(),
            "diff" => Difference(),
            _ => throw Syntax(start),
        };
    }

    private PreviousNode Previous()
    {
        SkipSpaces();
        var of = new CodeNode(Code());
        Expect(')');
        return new PreviousNode(of.Code);
    }

    private DifferenceNode Difference()
    {
        SkipSpaces();
        var of = Code();
        Expect(',');
        SkipSpaces();
        var other = Code();
        Expect(')');
        return new DifferenceNode(of, other == "prev" ? null : other);
    }

    private NumberNode Number()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || _text[_position] == '.'))
        {
            _position++;
        }

        return decimal.TryParse(_text.AsSpan(start, _position - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new NumberNode(value)
            : throw Syntax(start);
    }

    private string Code()
    {
        var start = _position;
        while (_position < _text.Length && IsCodeChar(_text[_position], _position == start))
        {
            _position++;
        }

        // 'a-' or 'a.' is a slip of the pen, not a code.
        return _position == start || _text[_position - 1] is '-' or '.' ? throw Syntax(start) : _text[start.._position];
    }

    private char? TakeOperator(char one, char two)
    {
        SkipSpaces();
        if (_position < _text.Length && (_text[_position] == one || _text[_position] == two))
        {
            return _text[_position++];
        }

        return null;
    }

    private bool TryTake(char c)
    {
        if (_position < _text.Length && _text[_position] == c)
        {
            _position++;
            return true;
        }

        return false;
    }

    private void Expect(char c)
    {
        SkipSpaces();
        if (!TryTake(c))
        {
            throw Syntax(_position);
        }
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    private RuleViolation Syntax(int position) => new("planning.formula-syntax", _text.Length > 100 ? _text[..100] : _text, position + 1);

    private static bool IsCodeChar(char c, bool first) =>
        char.IsAsciiLetterLower(c) || (!first && (char.IsAsciiDigit(c) || c is '.' or '-' or '_'));
}

internal abstract record FormulaNode;

internal sealed record NumberNode(decimal Value) : FormulaNode;

internal sealed record CodeNode(string Code) : FormulaNode;

/// <summary>The code's value in the period before.</summary>
internal sealed record PreviousNode(string Code) : FormulaNode;

/// <summary>
/// Difference of two <b>published</b> (rounded) values: against the period before when <paramref name="Other"/> is null. A reader who
/// subtracts the two printed figures must get the third.
/// </summary>
internal sealed record DifferenceNode(string Code, string? Other) : FormulaNode;

internal sealed record BinaryNode(char Operator, FormulaNode Left, FormulaNode Right) : FormulaNode;
