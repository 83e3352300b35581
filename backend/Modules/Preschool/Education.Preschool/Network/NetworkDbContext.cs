using Education.Preschool.Network;

namespace Education.Preschool;

/// <summary>What is read past the reader's scope.</summary>
internal sealed partial class PreschoolDbContext
{
    // A change is seen with its territory or with its institution; names of openings stand in reports, whose figures are of the whole territory.
    public IQueryable<NetworkChange> NetworkChanges => Set<NetworkChange>();

    // Joined to groups that are cut to the scope already: who sees a group sees its kindergarten.
    public IQueryable<KindergartenProfile> ProfilesOfGroups => Set<KindergartenProfile>();
}
