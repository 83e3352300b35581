using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>All indicators of all sources, with their formulas read, in one place. Wrong formulas are found when it is built, not when a report is.</summary>
internal sealed class IndicatorCatalogue
{
    private readonly Dictionary<string, IndicatorDescriptor> _descriptors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Formula> _formulas = new(StringComparer.Ordinal);

    /// <summary>Throws <c>planning.indicator-duplicate</c>, <c>planning.formula-syntax</c>, <c>planning.formula-unknown-code</c>, <c>planning.formula-cycle</c>.</summary>
    public IndicatorCatalogue(IEnumerable<IndicatorDescriptor> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            if (!_descriptors.TryAdd(descriptor.Code, descriptor))
            {
                throw new RuleViolation("planning.indicator-duplicate", descriptor.Code);
            }

            if (descriptor.Formula is { } formula)
            {
                _formulas.Add(descriptor.Code, Formula.Parse(formula));
            }
        }

        foreach (var (code, formula) in _formulas)
        {
            var unknown = formula.References.Select(reference => reference.Code).Where(name => !_descriptors.ContainsKey(name)).Distinct().ToList();
            if (unknown.Count > 0)
            {
                throw new RuleViolation("planning.formula-unknown-code", code, string.Join(", ", unknown));
            }
        }

        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in _formulas.Keys)
        {
            RefuseCycle(code, [], done);
        }
    }

    public IEnumerable<IndicatorDescriptor> All => _descriptors.Values;

    public bool Contains(string code) => _descriptors.ContainsKey(code);

    public IndicatorDescriptor this[string code] =>
        _descriptors.TryGetValue(code, out var descriptor) ? descriptor : throw new RuleViolation("planning.indicator-unknown", code);

    public Formula? FormulaOf(string code) => _formulas.GetValueOrDefault(code);

    private void RefuseCycle(string code, IReadOnlyList<string> path, HashSet<string> done)
    {
        if (path.Contains(code))
        {
            throw new RuleViolation("planning.formula-cycle", string.Join(" → ", [.. path.SkipWhile(step => step != code), code]));
        }

        if (!_formulas.TryGetValue(code, out var formula) || done.Contains(code))
        {
            return;
        }

        // The previous period counts too: a chain of changes of changes would run back without end.
        foreach (var name in formula.References.Select(reference => reference.Code).Distinct())
        {
            RefuseCycle(name, [.. path, code], done);
        }

        done.Add(code);
    }
}
