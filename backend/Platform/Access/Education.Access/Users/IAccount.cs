using System.Security.Cryptography;
using Education.BuildingBlocks.Security;

namespace Education.Access.Users;

/// <summary>What users and machine clients have in common: a scope (аймақ, ауқым / область видимости) and a stamp that ends their sessions.</summary>
internal interface IAccount
{
    bool SeesEverything { get; }

    string? TerritoryCode { get; }

    List<Guid> InstitutionIds { get; }
}

internal static class Accounts
{
    public static DataScope Scope(this IAccount account) => new(account.SeesEverything, account.TerritoryCode, account.InstitutionIds);

    public static List<Guid> AfterMerger(this IAccount account, Guid from, Guid into) =>
        [.. account.InstitutionIds.Select(id => id == from ? into : id).Distinct().Order()];

    /// <summary>Sessions and tokens carry the stamp of the moment they began; another stamp ends them all.</summary>
    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
