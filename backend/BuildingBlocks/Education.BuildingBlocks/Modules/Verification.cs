namespace Education.BuildingBlocks.Modules;

/// <summary>Something stored that can be proved, by the verb <c>verify</c>; a module registers one for each.</summary>
public interface IVerification
{
    /// <summary>Recomputes everything from the records and compares.</summary>
    Task<VerificationReport> Verify(CancellationToken cancellationToken);
}

/// <summary>What a recomputation found.</summary>
/// <param name="Summary">What was checked, in English, for the operator's terminal; no personal data.</param>
/// <param name="Faults">What does not agree; empty when everything holds.</param>
public sealed record VerificationReport(string Summary, IReadOnlyList<string> Faults)
{
    /// <summary>Everything agrees.</summary>
    public bool Holds => Faults.Count == 0;
}
