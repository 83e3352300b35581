using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Education.Planning.Contracts;
using Education.SharedKernel;

namespace Education.Planning.Indicators;

/// <summary>
/// Adds facts up over the territory and evaluates formulas. Facts of institutions win over a fact of the territory itself, and that over
/// facts of its parts, so that a published total is never added to the rows it is the total of.
/// </summary>
internal sealed class FigureCalculator
{
    private readonly record struct Cell(string Code, string Period, Dimensions Dimensions);

    private readonly IndicatorCatalogue _catalogue;
    private readonly FigureScope _scope;
    private readonly Dictionary<Cell, List<IndicatorFact>> _facts = [];
    private readonly Dictionary<Cell, ILookup<Guid, IndicatorFact>> _byInstitution = [];
    private readonly Dictionary<Cell, ILookup<string?, IndicatorFact>> _byPart = [];
    private readonly Dictionary<Guid, string> _places = [];
    private readonly Dictionary<FigureAddress, (Computed Value, FigureOrigin Origin)> _known = [];

    /// <param name="catalogue">Indicators.</param>
    /// <param name="scope">Where and when.</param>
    /// <param name="facts">Facts of the sources.</param>
    /// <param name="previous">
    /// Approved figures of the period before: last year's figure is last year's, whatever the records say of it now. Figures they lack are
    /// computed from facts.
    /// </param>
    public FigureCalculator(IndicatorCatalogue catalogue, FigureScope scope, IEnumerable<IndicatorFact> facts, FigureSet? previous = null)
    {
        _catalogue = catalogue;
        _scope = scope;
        foreach (var figure in previous?.Figures.Where(figure => figure.Value is not null && figure.Period == scope.PeriodAt(-1)) ?? [])
        {
            _known.TryAdd(
                new FigureAddress(
                    figure.IndicatorCode, -1, figure.InstitutionId, figure.Dimensions, figure.Territory == scope.Territory ? null : figure.Territory),
                (new Computed(figure.Numerator, figure.Denominator, figure.Value, null), figure.Origin));
        }

        foreach (var fact in facts.Where(fact => scope.Covers(fact.TerritoryCode)))
        {
            var cell = new Cell(fact.Code, fact.Period, fact.Dimensions);
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_facts, cell, out _);
            (list ??= []).Add(fact);
            if (fact.InstitutionId is { } institution)
            {
                _places[institution] = fact.TerritoryCode;
            }
        }
    }

    /// <summary>Institutions that have a fact of the code in the report's period.</summary>
    public IEnumerable<Guid> Institutions(string code) =>
        Facts(code, 0, Dimensions.None).Where(fact => fact.InstitutionId is not null).Select(fact => fact.InstitutionId!.Value).Distinct();

    /// <summary>Territories directly below the report's that have a fact of the code in the report's period.</summary>
    public IEnumerable<string> Parts(string code) =>
        Facts(code, 0, Dimensions.None).Select(fact => _scope.PartOf(fact.TerritoryCode)).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Where the institution lies, by its facts; the report's territory for a row that is no institution.</summary>
    public string PlaceOf(Guid? institution) => institution is { } id && _places.TryGetValue(id, out var place) ? place : _scope.Territory;

    /// <summary>Values of the dimension that have a fact of the code in the report's period.</summary>
    public IEnumerable<string> ValuesOf(string code, string dimension) =>
        _facts.Keys.Where(cell => cell.Code == code && cell.Period == _scope.PeriodAt(0) && cell.Dimensions.Pairs.Count == 1)
            .Select(cell => cell.Dimensions[dimension]).OfType<string>().Distinct(StringComparer.Ordinal);

    public Figure Figure(string key, FigureAddress address)
    {
        var descriptor = _catalogue[address.Code];
        var (value, origin) = Compute(address);
        return new Figure
        {
            Key = key,
            IndicatorCode = address.Code,
            Kind = descriptor.Kind,
            Period = _scope.PeriodAt(address.PeriodOffset),
            Territory = address.Part ?? _scope.Territory,
            InstitutionId = address.InstitutionId,
            Dimensions = address.Dimensions,
            Numerator = value.Numerator,
            Denominator = value.Denominator,
            Value = value.Value,
            Unit = descriptor.Unit,
            Rounding = descriptor.Rounding,
            Formula = descriptor.Formula ?? descriptor.FormulaText?.In(Language.En),
            Missing = value.Missing,
            Origin = origin,
        };
    }

    private (Computed Value, FigureOrigin Origin) Compute(FigureAddress address)
    {
        if (!_known.TryGetValue(address, out var result))
        {
            result = FromFacts(address) ?? FromFormula(address) ?? (Computed.Absent(MissingReasons.NoData), FigureOrigin.None);
            _known.Add(address, result);
        }

        return result;
    }

    private List<IndicatorFact> Facts(string code, int periodOffset, Dimensions dimensions) =>
        _facts.GetValueOrDefault(new Cell(code, _scope.PeriodAt(periodOffset), dimensions)) ?? [];

    private (Computed, FigureOrigin)? FromFacts(FigureAddress address)
    {
        List<IndicatorFact> facts;
        if (address.InstitutionId is { } institution)
        {
            facts = OfInstitution(address, institution);
        }
        else
        {
            facts = address.Part is { } part ? OfPart(address, part) : Facts(address.Code, address.PeriodOffset, address.Dimensions);
            var ofInstitutions = facts.FindAll(fact => fact.InstitutionId is not null || fact.Summed);
            facts = ofInstitutions.Count > 0 ? ofInstitutions
                : facts.FindAll(fact => fact.TerritoryCode == (address.Part ?? _scope.Territory)) is { Count: > 0 } own ? own : facts;
        }

        return facts.Count == 0 ? null : (Sum(_catalogue[address.Code].Kind, facts), Origin(facts));
    }

    private (Computed, FigureOrigin)? FromFormula(FigureAddress address)
    {
        if (_catalogue.FormulaOf(address.Code) is not { } formula)
        {
            return null;
        }

        var parts = formula.References
            .Select(reference => Compute(address with { Code = reference.Code, PeriodOffset = address.PeriodOffset + reference.PeriodOffset }).Origin)
            .ToList();
        var sources = parts.TrueForAll(part => part.Sources.Count == 0) ? [] : Ordered(parts.SelectMany(part => part.Sources));
        return (formula.Evaluate(new Values(this, address)),
            new FigureOrigin(parts.Sum(part => part.Facts), parts.Sum(part => part.Rows), sources, Digest(parts.ConvertAll(part => part.Digest ?? "-"))));
    }

    /// <summary>Sorted out by institution once it is asked for one: most cells are only added up over the territory.</summary>
    private List<IndicatorFact> OfInstitution(FigureAddress address, Guid institution)
    {
        var cell = new Cell(address.Code, _scope.PeriodAt(address.PeriodOffset), address.Dimensions);
        ref var lookup = ref CollectionsMarshal.GetValueRefOrAddDefault(_byInstitution, cell, out _);
        lookup ??= _facts.GetValueOrDefault(cell, []).Where(fact => fact.InstitutionId is not null).ToLookup(fact => fact.InstitutionId!.Value);
        return [.. lookup[institution]];
    }

    private List<IndicatorFact> OfPart(FigureAddress address, string part)
    {
        var cell = new Cell(address.Code, _scope.PeriodAt(address.PeriodOffset), address.Dimensions);
        ref var lookup = ref CollectionsMarshal.GetValueRefOrAddDefault(_byPart, cell, out _);
        lookup ??= _facts.GetValueOrDefault(cell, []).ToLookup(fact => _scope.PartOf(fact.TerritoryCode), StringComparer.Ordinal);
        return [.. lookup[part]];
    }

    private static Computed Sum(IndicatorKind kind, List<IndicatorFact> facts)
    {
        try
        {
            var numerator = facts.Sum(fact => fact.Numerator);
            switch (kind)
            {
                case IndicatorKind.Count or IndicatorKind.Money:
                    return Computed.Of(numerator);
                case IndicatorKind.Share when facts.TrueForAll(fact => fact.Denominator is not null):
                    return Computed.Ratio(numerator, facts.Sum(fact => fact.Denominator!.Value), 100);
                case IndicatorKind.Average when facts.TrueForAll(fact => fact.Denominator is not null):
                    return Computed.Ratio(numerator, facts.Sum(fact => fact.Denominator!.Value), 1);
                default:
                    // A value taken as published: it stands for itself and adds up with nothing.
                    return facts.Count == 1 ? Computed.Of(numerator) : Computed.Absent(MissingReasons.NotAdditive);
            }
        }
        catch (OverflowException)
        {
            return Computed.Absent(MissingReasons.Overflow);
        }
    }

    private static FigureOrigin Origin(List<IndicatorFact> facts) => new(
        facts.Count,
        facts.Sum(fact => fact.Rows),
        facts is [{ Sources.Count: <= 1 } only] ? only.Sources : Ordered(facts.SelectMany(fact => fact.Sources)),
        Digest(facts.ConvertAll(Line)));

    private static string Line(IndicatorFact fact) =>
        $"{fact.Code}|{fact.InstitutionId:N}|{fact.TerritoryCode}|{fact.Period}|{fact.Dimensions}|{FigureSetJson.Canonical(fact.Numerator)}|"
        + (fact.Denominator is { } denominator ? FigureSetJson.Canonical(denominator) : string.Empty);

    private static List<SourceFile> Ordered(IEnumerable<SourceFile> sources) =>
        [.. sources.Distinct().OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.ImportId)];

    private static string Digest(List<string> lines)
    {
        lines.Sort(StringComparer.Ordinal);
        var text = lines is [var only] ? only : string.Join('\n', lines);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), digest);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(digest);
    }

    private sealed class Values(FigureCalculator calculator, FigureAddress address) : IFormulaValues
    {
        public Computed Value(string code, int periodOffset) =>
            calculator.Compute(address with { Code = code, PeriodOffset = address.PeriodOffset + periodOffset }).Value;

        public int Rounding(string code) => calculator._catalogue[code].Rounding;
    }
}
