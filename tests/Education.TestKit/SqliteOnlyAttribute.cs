using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Education.TestKit;

/// <summary>The test looks into the SQLite file: on another database it is skipped, with the reason.</summary>
/// <param name="reason">What of SQLite it looks at.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class SqliteOnlyAttribute(string reason) : NUnitAttribute, IApplyToTest
{
    /// <summary>What of SQLite it looks at.</summary>
    public string Reason { get; } = reason;

    /// <inheritdoc/>
    public void ApplyToTest(Test test)
    {
        if (TestDatabase.OnSqlServer)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, "SQLite only: " + Reason);
        }
    }
}
