using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Registry.Institutions;

/// <summary>Білім беру ұйымының түрі / вид организации образования; a reference row.</summary>
internal sealed class InstitutionKind : Entity
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>preschool, school, extra, college or support.</summary>
    public required string Group { get; init; }

    public required int Position { get; init; }
}

/// <summary>A kind that the product ships.</summary>
internal sealed record ShippedKind(string Code, string Group, NameFamily? Family, LocalizedText Name);

/// <summary>Kinds of the Law on education, art. 40 and the model rules of organisations, as departments count them.</summary>
internal static class InstitutionKinds
{
    public static IReadOnlyList<ShippedKind> All { get; } =
    [
        new("kindergarten", "preschool", NameFamily.Preschool, new("Балабақша", "Детский сад", "Kindergarten")),
        new("nursery-kindergarten", "preschool", NameFamily.Preschool, new("Бөбекжай-балабақша", "Ясли-сад", "Nursery and kindergarten")),
        new("mini-centre", "preschool", NameFamily.MiniCentre, new("Шағын орталық", "Мини-центр", "Mini-centre")),
        new("school-kindergarten", "school", NameFamily.General,
            new("Мектеп-балабақша кешені", "Комплекс «школа — детский сад»", "School and kindergarten complex")),
        new("primary-school", "school", NameFamily.General, new("Бастауыш мектеп", "Начальная школа", "Primary school")),
        new("basic-school", "school", NameFamily.General, new("Негізгі мектеп", "Основная школа", "Basic school")),
        new("secondary-school", "school", NameFamily.General, new("Орта мектеп", "Средняя школа", "Secondary school")),
        new("gymnasium", "school", NameFamily.General, new("Гимназия", "Гимназия", "Gymnasium")),
        new("lyceum", "school", NameFamily.General, new("Лицей", "Лицей", "Lyceum")),
        new("school-gymnasium", "school", NameFamily.General, new("Мектеп-гимназия", "Школа-гимназия", "School and gymnasium")),
        new("school-lyceum", "school", NameFamily.General, new("Мектеп-лицей", "Школа-лицей", "School and lyceum")),
        new("boarding-school", "school", NameFamily.Boarding, new("Мектеп-интернат", "Школа-интернат", "Boarding school")),
        new("evening-school", "school", NameFamily.Evening, new("Кешкі мектеп", "Вечерняя школа", "Evening school")),
        new("special-school", "school", NameFamily.Special, new("Арнайы мектеп", "Специальная школа", "Special school")),
        new("music-school", "extra", NameFamily.Music, new("Балалар музыка мектебі", "Детская музыкальная школа", "Children's music school")),
        new("arts-school", "extra", NameFamily.Arts, new("Балалар өнер мектебі", "Детская школа искусств", "Children's arts school")),
        new("extra-curricular", "extra", NameFamily.ExtraCurricular,
            new("Қосымша білім беру ұйымы", "Организация дополнительного образования", "Extra-curricular organisation")),
        new("college", "college", NameFamily.College, new("Колледж", "Колледж", "College")),
        new("methodical-centre", "support", NameFamily.Methodical, new("Әдістемелік орталық", "Методический центр", "Methodical centre")),
        new("correction-office", "support", null,
            new("Психологиялық-педагогикалық түзету кабинеті", "Кабинет психолого-педагогической коррекции", "Psychological and pedagogical correction office")),
        new("orphanage", "support", null, new("Балалар үйі", "Детский дом", "Children's home")),
        new("other", "support", null, new("Басқа ұйым", "Другая организация", "Other organisation")),
    ];
}

internal static class InstitutionKindSeed
{
    public static async Task Run(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<RegistryDbContext>();
        var known = await db.InstitutionKinds.Select(k => k.Code).ToHashSetAsync(cancellationToken);
        foreach (var (kind, position) in InstitutionKinds.All.Select((kind, i) => (kind, i + 1)).Where(k => !known.Contains(k.kind.Code)))
        {
            db.Add(new InstitutionKind { Code = kind.Code, Group = kind.Group, Name = kind.Name, Position = position });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed record ListInstitutionKindsQuery : IQuery<IReadOnlyList<InstitutionKindRow>>;

/// <summary>A kind of institution.</summary>
internal sealed class InstitutionKindRow
{
    public string Code { get; set; } = "";

    public LocalizedText Name { get; set; } = null!;

    /// <summary>preschool, school, extra, college or support.</summary>
    public string Group { get; set; } = "";

    internal sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateMap<InstitutionKind, InstitutionKindRow>();
    }
}

internal sealed class ListInstitutionKindsValidator : AbstractValidator<ListInstitutionKindsQuery>;

internal sealed class ListInstitutionKindsHandler(RegistryDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListInstitutionKindsQuery, IReadOnlyList<InstitutionKindRow>>
{
    public async Task<IReadOnlyList<InstitutionKindRow>> Handle(ListInstitutionKindsQuery query, CancellationToken cancellationToken) =>
        await db.InstitutionKinds.AsNoTracking().OrderBy(k => k.Position).ThenBy(k => k.Code)
            .ProjectTo<InstitutionKindRow>(mapper).ToListAsync(cancellationToken);
}

internal static class ListInstitutionKindsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/institution-kinds", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new ListInstitutionKindsQuery(), token))
        .WithName("ListInstitutionKinds").WithSummary("Kinds of institutions, in their usual order")
        .RequirePermission(RegistryPermissions.ReadInstitutions);
}
