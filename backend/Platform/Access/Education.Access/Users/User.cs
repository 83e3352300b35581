using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;

namespace Education.Access.Users;

/// <summary>Пайдаланушы / пользователь: a person who signs in. Never deleted, because the audit log speaks of him: locked instead.</summary>
internal sealed class User : Entity, IAccount
{
    private User()
    {
    }

    public User(string userName, string displayName, Language language, string passwordHash)
    {
        UserName = userName.Trim();
        NormalizedName = UserNames.Normalize(userName);
        Activity = new UserActivity { UserId = Id };
        PasswordHash = passwordHash;
        Describe(displayName, language);
    }

    public string UserName { get; private set; } = "";

    [NotAudited]
    public string NormalizedName { get; private set; } = "";

    [Personal]
    public string DisplayName { get; private set; } = "";

    [NotAudited]
    public string SortName { get; private set; } = "";

    [NotAudited]
    public string SearchName { get; private set; } = "";

    /// <summary>Language of the pages until the user picks another.</summary>
    public Language Language { get; private set; }

    [NotAudited]
    public string PasswordHash { get; private set; } = "";

    [NotAudited]
    public string SecurityStamp { get; private set; } = Accounts.NewStamp();

    public bool IsLocked { get; private set; }

    /// <summary>Made by the demo and still with its published password.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Codes of the roles.</summary>
    public List<string> Roles { get; private set; } = [];

    public bool SeesEverything { get; private set; }

    public string? TerritoryCode { get; private set; }

    public List<Guid> InstitutionIds { get; private set; } = [];

    /// <summary>Apart from the user, so that signing in does not raise the version an administrator is editing.</summary>
    public UserActivity Activity { get; private set; } = null!;

    public void Describe(string displayName, Language language)
    {
        DisplayName = displayName.Trim();
        SortName = SearchText.SortKey(DisplayName, 400);
        SearchName = SearchText.Normalize($"{DisplayName} {UserName}", 400);
        Language = language;
    }

    /// <summary>Other rights end the sessions that were opened with the old ones. False when they are the same.</summary>
    public bool Grant(IEnumerable<string> roles, DataScope scope)
    {
        List<string> codes = [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        List<Guid> institutions = scope.Everything ? [] : [.. scope.InstitutionIds.Distinct().Order()];
        var territory = scope.Everything ? null : scope.TerritoryCode;
        if (codes.SequenceEqual(Roles) && institutions.SequenceEqual(InstitutionIds) && territory == TerritoryCode && scope.Everything == SeesEverything)
        {
            return false;
        }

        (Roles, SeesEverything, TerritoryCode, InstitutionIds) = (codes, scope.Everything, territory, institutions);
        EndSessions();
        return true;
    }

    /// <summary>One entry of the register became another: the same rights, sessions go on.</summary>
    public void FollowMerger(Guid from, Guid into) => InstitutionIds = this.AfterMerger(from, into);

    public void Lock(bool locked)
    {
        IsLocked = locked;
        EndSessions();
    }

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        IsDemo = false;
        EndSessions();
    }

    /// <summary>The same password, hashed by today's parameters: sessions go on.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void MarkDemo() => IsDemo = true;

    private void EndSessions() => SecurityStamp = Accounts.NewStamp();
}

/// <summary>What changes without anybody editing the user.</summary>
[NotAudited]
internal sealed class UserActivity
{
    public Guid UserId { get; init; }

    public DateTime? LastSignInAt { get; set; }
}
