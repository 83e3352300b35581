namespace Education.SharedKernel;

/// <summary>
/// A fact that a module tells the others. Written to the outbox in the transaction of the change, delivered at least once and seen by
/// each consumer exactly once. Carries ids and figures, never personal data.
/// </summary>
/// <remarks>Every implementation carries <see cref="EventNameAttribute"/>.</remarks>
public interface IIntegrationEvent;

/// <summary>
/// Stable name of a message, for example <c>registry.institution-merged.v1</c>: it is stored instead of the CLR type, so that the class may
/// be renamed or moved while messages are on their way.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The name, with its version.</summary>
    public string Name { get; } = name;
}

/// <summary>Rows that belong to a territory: a restricted reader sees those of the subtree of his territory.</summary>
public interface ITerritoryScoped
{
    /// <summary>КАТО code of the unit the row belongs to.</summary>
    string TerritoryCode { get; }
}

/// <summary>Rows that belong to an institution: a restricted reader sees those of the institutions in his scope.</summary>
public interface IInstitutionScoped
{
    /// <summary>The institution of the Registry.</summary>
    Guid InstitutionId { get; }
}
