using Education.Registry.Contracts;

namespace Education.Preschool.StateOrder;

/// <summary>Numbers of the state order that are no tariffs.</summary>
internal sealed class OrderParameters : IParameterSource
{
    /// <summary>Full years on 1 September from which a group is charged as a preschool one.</summary>
    public const string PreschoolAge = "preschool.order.preschool-age";

    private const string Act = "ҚР БҒМ 27.11.2017 № 597 бұйрығы / приказ МОН РК от 27.11.2017 № 597";

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        new(PreschoolAge, new("Мектепке дейінгі топ тарифінің жасы (1 қыркүйекке толған)", "Возраст дошкольного тарифа группы (полных лет на 1 сентября)",
            "Age from which a group has the preschool tariff (full years on 1 September)"), "years",
            [new(PreschoolAge, 3, new DateOnly(2010, 1, 1), null, Act, null)]),
    ];
}
