using Education.Registry.Contracts;
using Education.SharedKernel;

namespace Education.Registry.Parameters;

/// <summary>Norms that several modules need: МРП (norms §4.4), smallest rural schools, class size, distance of free transport.</summary>
internal sealed class RegistryParameters : IParameterSource
{
    public const string MonthlyIndex = "registry.monthly-calculation-index";

    private const string Budget = "Республикалық бюджет туралы заң / Закон о республиканском бюджете";
    private const string Network = "ҚР Үкіметінің 21.12.2007 № 1256 қаулысы / ПП РК от 21.12.2007 № 1256";

    public IReadOnlyList<ParameterDefinition> Parameters { get; } =
    [
        new(MonthlyIndex, new("Айлық есептік көрсеткіш (АЕК)", "Месячный расчётный показатель (МРП)", "Monthly calculation index"), "tenge",
        [
            Mrp(1512, 2011, 1, 1, (2011, 12, 31)), Mrp(1852, 2014, 1, 1, (2014, 12, 31)), Mrp(1982, 2015, 1, 1, (2015, 12, 31)),
            Mrp(2121, 2016, 1, 1, (2016, 12, 31)), Mrp(2269, 2017, 1, 1, (2017, 12, 31)), Mrp(2405, 2018, 1, 1, (2018, 12, 31)),
            Mrp(2525, 2019, 1, 1, (2019, 12, 31)), Mrp(2651, 2020, 1, 1, (2020, 3, 31)), Mrp(2778, 2020, 4, 1, (2020, 12, 31)),
            Mrp(2917, 2021, 1, 1, (2021, 12, 31)), Mrp(3063, 2022, 1, 1, (2022, 3, 31)), Mrp(3180, 2022, 4, 1, (2022, 12, 31)),
            Mrp(3450, 2023, 1, 1, (2023, 12, 31)), Mrp(3692, 2024, 1, 1, (2024, 12, 31)), Mrp(3932, 2025, 1, 1, (2025, 12, 31)), Mrp(4325, 2026, 1, 1, null),
        ]),
        Of("registry.smallest-school.primary", "Бастауыш мектептің ең аз контингенті", "Наименьший контингент начальной школы", "Smallest primary school", "persons", 5, Network),
        Of("registry.smallest-school.basic", "Негізгі мектептің ең аз контингенті", "Наименьший контингент основной школы", "Smallest basic school", "persons", 41, Network),
        Of("registry.smallest-school.secondary", "Орта мектептің ең аз контингенті", "Наименьший контингент средней школы", "Smallest secondary school", "persons", 81, Network),
        Of("registry.class-size", "Сыныптың ең көп толымы", "Наибольшая наполняемость класса", "Largest class", "persons", 25, "Санитариялық қағидалар / Санитарные правила"),
    ];

    private static ParameterDefinition Of(string code, string kk, string ru, string en, string unit, decimal value, string act) =>
        new(code, new LocalizedText(kk, ru, en), unit, [new(code, value, new DateOnly(2008, 1, 1), null, act, null)]);

    private static ParameterValue Mrp(decimal value, int year, int month, int day, (int Year, int Month, int Day)? to) => new(
        MonthlyIndex, value, new DateOnly(year, month, day), to is { } last ? new DateOnly(last.Year, last.Month, last.Day) : null, Budget, null);
}
