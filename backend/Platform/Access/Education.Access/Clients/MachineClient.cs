using System.Security.Cryptography;
using System.Text;
using Education.Access.Users;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;

namespace Education.Access.Clients;

/// <summary>Машиналық клиент / машинный клиент: a system of the akimat or an integrator that calls the API with client credentials.</summary>
internal sealed class MachineClient : Entity, IAccount
{
    private MachineClient()
    {
    }

    public MachineClient(string name) => Rename(name);

    public string Name { get; private set; } = "";

    [NotAudited]
    public string SortName { get; private set; } = "";

    [NotAudited]
    public string SearchName { get; private set; } = "";

    /// <summary>The secret has 256 random bits: one round of SHA-256 is enough, there is nothing to guess.</summary>
    [NotAudited]
    public string SecretHash { get; private set; } = "";

    [NotAudited]
    public string SecurityStamp { get; private set; } = Accounts.NewStamp();

    /// <summary>For good: a revoked client gets no tokens and no new secret.</summary>
    public bool IsRevoked { get; private set; }

    public DateTime? SecretIssuedAt { get; private set; }

    public List<string> Permissions { get; private set; } = [];

    public bool SeesEverything { get; private set; }

    public string? TerritoryCode { get; private set; }

    public List<Guid> InstitutionIds { get; private set; } = [];

    public void Rename(string name)
    {
        Name = name.Trim();
        SortName = SearchText.SortKey(Name, 400);
        SearchName = SearchText.Normalize(Name, 400);
    }

    public void Grant(IEnumerable<string> permissions, DataScope scope)
    {
        Permissions = [.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        SeesEverything = scope.Everything;
        TerritoryCode = scope.Everything ? null : scope.TerritoryCode;
        InstitutionIds = scope.Everything ? [] : [.. scope.InstitutionIds.Distinct().Order()];
    }

    public void FollowMerger(Guid from, Guid into) => InstitutionIds = this.AfterMerger(from, into);

    /// <summary>Makes a new secret and returns it, this once; the old one and its tokens end.</summary>
    /// <exception cref="RuleViolation">The client is revoked.</exception>
    public string RotateSecret(DateTime now)
    {
        if (IsRevoked)
        {
            throw new RuleViolation("access.client-revoked");
        }

        var secret = "edu_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        SecretHash = HashOf(secret);
        SecretIssuedAt = now;
        SecurityStamp = Accounts.NewStamp();
        return secret;
    }

    public void Revoke()
    {
        IsRevoked = true;
        SecurityStamp = Accounts.NewStamp();
    }

    public bool Accepts(string secret) =>
        !IsRevoked && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(SecretHash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
