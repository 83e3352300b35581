using System.Collections.Frozen;
using System.Globalization;
using Education.Preschool.Groups;
using Education.Preschool.Network;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Indicators;

/// <summary>Names of the values of the module's cuts, for the rows of tables.</summary>
internal sealed class FigureLabels(PreschoolDbContext db)
{
    private static readonly FrozenDictionary<string, IReadOnlyDictionary<string, LocalizedText>> Fixed = new Dictionary<string, IReadOnlyDictionary<string, LocalizedText>>(StringComparer.Ordinal)
    {
        ["ownership"] = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["state"] = new("Мемлекеттік", "Государственные", "State"),
            ["private"] = new("Жеке меншік", "Частные", "Private"),
        },
        ["setting"] = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["urban"] = new("Қала", "Город", "Urban"),
            ["rural"] = new("Ауыл", "Село", "Rural"),
        },
        ["kind"] = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            ["kindergarten"] = new("Балабақшалар", "Детские сады", "Kindergartens"),
            ["nursery-kindergarten"] = new("Бөбекжай-балабақшалар", "Ясли-сады", "Nursery-kindergartens"),
            ["mini-centre"] = new("Шағын орталықтар", "Мини-центры", "Mini-centres"),
        },
        ["language"] = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
        {
            [Code(GroupLanguage.Kk)] = new("Қазақ тілі", "Казахский язык", "Kazakh"),
            [Code(GroupLanguage.Ru)] = new("Орыс тілі", "Русский язык", "Russian"),
            [Code(GroupLanguage.Mixed)] = new("Аралас", "Смешанный", "Mixed"),
            [Code(GroupLanguage.Other)] = new("Басқа", "Другой", "Other"),
        },
        ["age"] = Enumerable.Range(0, 8).ToDictionary(a => FigureRecord.Cell(a), a => new LocalizedText($"{a} жас", $"{a} лет", $"age {a}"), StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Code(GroupLanguage language) => language.ToString().ToLowerInvariant();

    public async Task<IReadOnlyDictionary<string, LocalizedText>> Of(string dimension, CancellationToken cancellationToken)
    {
        if (dimension is not (OpeningRecords.Opening or OpeningRecords.Expansion))
        {
            return Fixed.GetValueOrDefault(dimension) ?? new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        }

        var kind = dimension == OpeningRecords.Opening ? NetworkChangeKind.Opening : NetworkChangeKind.Expansion;
        var names = await db.NetworkChanges.AsNoTracking().Where(c => c.Kind == kind).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);
        return names.ToDictionary(
            c => c.Id.ToString("N", CultureInfo.InvariantCulture), c => new LocalizedText(c.Name, c.Name), StringComparer.Ordinal);
    }
}
