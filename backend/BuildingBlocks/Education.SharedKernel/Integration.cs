namespace Education.SharedKernel;

/// <summary>
/// A fact that a module tells the others. Written to the outbox in the transaction of the change, delivered at least once and seen by
/// each consumer exactly once. Carries ids and figures, never personal data.
/// </summary>
public interface IIntegrationEvent
{
    /// <summary>
    /// Stable name of the message, for example <c>registry.institution-merged.v1</c>: it is stored instead of the CLR type, so the class
    /// may be renamed or moved.
    /// </summary>
    static abstract string Name { get; }
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
