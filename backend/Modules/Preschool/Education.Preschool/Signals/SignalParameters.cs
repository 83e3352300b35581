using Education.Registry.Contracts;

namespace Education.Preschool.Signals;

/// <summary>From where on something is worth a look.</summary>
internal sealed class SignalParameters : IParameterSource
{
    public const string Prefix = "preschool.signals.";
    public const string FullMonths = Prefix + "full-attendance-months";
    public const string FullDays = Prefix + "full-attendance-days";
    public const string GroupNorm = Prefix + "group-norm";

    private const string Own = "Бөлімнің бақылау шегі / порог контроля отдела";
    private const string Sanitary = "ҚР ДСМ-59, 09.07.2021 (сан ресми дереккөзбен тексерілмеген / число не сверено с источником)";
    private static readonly DateOnly Start = new(2010, 1, 1);

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        new(FullMonths, new("Бірде-бір күн қалдырмай келу белгісі: ай саны", "Сигнал о посещении без пропусков: месяцев подряд", "Signal of attendance without a gap: months in a row"),
            "months", [new(FullMonths, 2, Start, null, Own, null)]),
        new(FullDays, new("Бірде-бір күн қалдырмай келу белгісі: айдағы ең аз күн", "Сигнал о посещении без пропусков: не менее дней в месяце",
            "Signal of attendance without a gap: least days a month"), "days", [new(FullDays, 15, Start, null, Own, null)]),
        new(GroupNorm, new("Топтағы бала саны: белгі шегі", "Детей в группе: порог сигнала", "Children in a group: limit of the signal"), "persons",
            [new(GroupNorm, 25, Start, null, Sanitary, null)]),
    ];
}
