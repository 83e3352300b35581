using Education.Registry.Contracts;

namespace Education.Testing.National.Participants;

/// <summary>Maxima and thresholds of a year as whole points, read from the parameters once a pass (norms §3.1).</summary>
internal sealed class ParticipantNorms
{
    private const int OldestMax = 125;

    private readonly IReadOnlyDictionary<string, ParameterValue> _values;

    public ParticipantNorms(IReadOnlyDictionary<string, ParameterValue> values)
    {
        _values = values;
        Max = Points(TestParameters.Max) ?? OldestMax;
        MaxCreative = Points(TestParameters.MaxCreative) ?? Max;
        // Where a year sets no maximum by subject, none can be above the whole.
        MaxReading = Points(TestParameters.SubjectMax + Subject.Reading) ?? Max;
        MaxMathLiteracy = Points(TestParameters.SubjectMax + Subject.MathLiteracy) ?? Max;
        MaxHistory = Points(TestParameters.SubjectMax + Subject.History) ?? Max;
        MaxProfile = Points(TestParameters.SubjectMax + "profile") ?? Max;
    }

    public int Max { get; }

    public int MaxCreative { get; }

    public int MaxReading { get; }

    public int MaxMathLiteracy { get; }

    public int MaxHistory { get; }

    public int MaxProfile { get; }

    /// <summary>Threshold of the total; 0 where the year has none.</summary>
    public int Threshold => Points(TestParameters.Threshold) ?? 0;

    /// <summary>Threshold of a subject; 0 where the year has none, so that nobody is below it.</summary>
    public int ThresholdOf(string subject) => Points(TestParameters.SubjectThreshold + subject) ?? 0;

    private int? Points(string code) => _values.TryGetValue(code, out var value) ? (int)value.Value : null;
}
