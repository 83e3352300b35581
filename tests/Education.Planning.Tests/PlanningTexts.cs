using Education.BuildingBlocks;
using Education.SharedKernel;

namespace Education.Planning.Tests;

internal static class PlanningTexts
{
    public static Texts All { get; } = new([typeof(PlanningModule).Assembly]);

    public static LocalizedText Of(string code, params object?[] args)
    {
        Assert.That(All.Has(code, Language.Kk), Is.True, $"'{code}' has no text.");
        return All.All(code, args);
    }
}
