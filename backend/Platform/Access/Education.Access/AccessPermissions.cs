namespace Education.Access;

internal static class AccessPermissions
{
    public const string ReadUsers = "access.users.read";
    public const string ManageUsers = "access.users.manage";
    public const string ReadRoles = "access.roles.read";
    public const string ManageRoles = "access.roles.manage";
    public const string ReadClients = "access.clients.read";
    public const string ManageClients = "access.clients.manage";

    public static IReadOnlyList<string> All { get; } = [ReadUsers, ManageUsers, ReadRoles, ManageRoles, ReadClients, ManageClients];
}
