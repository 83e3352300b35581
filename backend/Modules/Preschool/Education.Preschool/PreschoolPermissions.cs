namespace Education.Preschool;

/// <summary>Permissions of the module.</summary>
internal static class PreschoolPermissions
{
    /// <summary>Network, groups, free places, state order: no personal data.</summary>
    public const string Read = "preschool.read";

    /// <summary>Profiles of kindergartens, planned and actual openings.</summary>
    public const string WriteNetwork = "preschool.network.write";

    /// <summary>Groups, staffing, free places: also the kindergarten's own staff.</summary>
    public const string WriteGroups = "preschool.groups.write";

    /// <summary>The queue: applications with the child's data.</summary>
    public const string ReadQueue = "preschool.queue.read";

    /// <summary>Register and change applications.</summary>
    public const string WriteQueue = "preschool.queue.write";

    /// <summary>Allocation runs, offers and what follows them.</summary>
    public const string WriteAllocation = "preschool.allocation.write";

    /// <summary>Approve runs; be the second to sign a manual offer; answer objections.</summary>
    public const string ApproveAllocation = "preschool.allocation.approve";

    /// <summary>Try out changes of rules and network on a copy of the queue.</summary>
    public const string Simulate = "preschool.simulation.run";

    /// <summary>Contracts and tariffs of the state order.</summary>
    public const string WriteStateOrder = "preschool.state-order.write";

    /// <summary>Attendance sheets: also the kindergarten's own staff.</summary>
    public const string WriteAttendance = "preschool.attendance.write";

    /// <summary>Approve monthly acts.</summary>
    public const string ApproveActs = "preschool.acts.approve";

    public static IReadOnlyList<string> All { get; } =
    [
        Read, WriteNetwork, WriteGroups, ReadQueue, WriteQueue, WriteAllocation, ApproveAllocation, Simulate, WriteStateOrder, WriteAttendance, ApproveActs,
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [WriteGroups] = ["specialist", "institution-staff"],
        [WriteAttendance] = ["specialist", "institution-staff"],

        // Children's data is for those who answer for the queue, not for every reader.
        [ReadQueue] = ["specialist"],
        [Simulate] = ["head", "specialist"],
    };
}
