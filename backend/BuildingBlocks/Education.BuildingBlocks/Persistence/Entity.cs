using Education.SharedKernel;

namespace Education.BuildingBlocks.Persistence;

/// <summary>
/// Anything with an identity that is stored. Stamps, version and audit are written by <see cref="ModuleDbContext"/>, never by hand.
/// </summary>
public abstract class Entity
{
    private List<IIntegrationEvent>? _events;

    /// <summary>Identity, in SQL Server's order of creation.</summary>
    public Guid Id { get; init; } = SequentialGuid.Next();

    /// <summary>Rises by one with every saved change; the ETag. 0 before the first save.</summary>
    public long Version { get; private set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who created it; empty for the system.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime ModifiedAt { get; private set; }

    /// <summary>Who changed it last.</summary>
    public Guid ModifiedBy { get; private set; }

    /// <summary>Facts to be told to other modules, written to the outbox with the next save.</summary>
    public IReadOnlyList<IIntegrationEvent> Events => _events ?? [];

    internal bool Touched { get; private set; }

    /// <summary>Tells the other modules, after the save and only if it succeeds.</summary>
    protected void Raise(IIntegrationEvent integrationEvent) => (_events ??= []).Add(integrationEvent);

    /// <summary>A part of the aggregate changed: the root's version must rise though none of its own columns did.</summary>
    protected void Touch() => Touched = true;

    /// <summary>Refuses the change when somebody else saved meanwhile.</summary>
    /// <exception cref="StaleVersion">The reader saw another version (412).</exception>
    public void ExpectVersion(long seen)
    {
        if (seen != Version)
        {
            throw new StaleVersion(Version);
        }
    }

    internal void Stamp(DateTime now, Guid user, bool isNew)
    {
        Version++;
        ModifiedAt = now;
        ModifiedBy = user;
        if (isNew)
        {
            CreatedAt = now;
            CreatedBy = user;
        }
    }

    internal void Saved()
    {
        Touched = false;
        _events = null;
    }
}

/// <summary>Somebody else changed the record since it was read. Becomes 412 with the present version.</summary>
public sealed class StaleVersion(long? current) : Exception("stale-version")
{
    /// <summary>The version now stored, where known.</summary>
    public long? Current { get; } = current;
}

/// <summary>The value is personal: the audit log says that it changed, never from what to what.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>The property or entity is derived or technical and is left out of the audit log.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotAuditedAttribute : Attribute;
