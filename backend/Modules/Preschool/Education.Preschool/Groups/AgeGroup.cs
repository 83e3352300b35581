using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Preschool.Groups;

/// <summary>Жас тобы / возрастная группа: a reference row that holds for academic years. Age is academic year less year of birth.</summary>
internal sealed class AgeGroup : Entity
{
    public required string Code { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>Youngest, years.</summary>
    public required int MinAge { get; init; }

    /// <summary>Oldest, years.</summary>
    public required int MaxAge { get; init; }

    /// <summary>Бөбекжай жасы / ясельный возраст: smaller groups, more room a child.</summary>
    public required bool IsNursery { get; init; }

    /// <summary>First academic year.</summary>
    public required int ValidFrom { get; init; }

    /// <summary>Last academic year; null while it holds.</summary>
    public int? ValidTo { get; init; }

    /// <summary>The part of norm codes: <c>nursery</c> or <c>preschool</c>.</summary>
    public string Stage => IsNursery ? "nursery" : "preschool";

    public bool Takes(int academicYear, int birthYear) =>
        ValidFrom <= academicYear && (ValidTo is null || ValidTo >= academicYear) && academicYear - birthYear >= MinAge && academicYear - birthYear <= MaxAge;
}

internal sealed class AgeGroupMapping : IEntityTypeConfiguration<AgeGroup>
{
    public void Configure(EntityTypeBuilder<AgeGroup> builder)
    {
        builder.ToTable("AgeGroups");
        builder.Ignore(a => a.Stage);
        builder.Property(a => a.Code).HasMaxLength(40);
        builder.HasIndex(a => new { a.Code, a.ValidFrom }).IsUnique();
    }
}

internal static class AgeGroupSeed
{
    private const int Start = 2010;

    /// <summary>By full years on 1 September: ерте жас, кіші, ортаңғы, ересек, мектепалды.</summary>
    public static async Task Run(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PreschoolDbContext>();
        if (await db.Set<AgeGroup>().AnyAsync(cancellationToken))
        {
            return;
        }

        Add("early", new("Ерте жас тобы", "Группа раннего возраста", "Early age group"), 1, true);
        Add("junior", new("Кіші топ", "Младшая группа", "Junior group"), 2, true);
        Add("middle", new("Ортаңғы топ", "Средняя группа", "Middle group"), 3, false);
        Add("senior", new("Ересек топ", "Старшая группа", "Senior group"), 4, false);
        Add("pre-school", new("Мектепалды топ", "Предшкольная группа", "Pre-school group"), 5, false);
        await db.SaveChangesAsync(cancellationToken);

        void Add(string code, LocalizedText name, int age, bool isNursery) => db.Add(
            new AgeGroup { Code = code, Name = name, MinAge = age, MaxAge = age, IsNursery = isNursery, ValidFrom = Start });
    }
}

internal sealed record ListAgeGroupsQuery : IQuery<IReadOnlyList<AgeGroupRow>>;

/// <summary>An age group.</summary>
internal sealed record AgeGroupRow(string Code, LocalizedText Name, int MinAge, int MaxAge, bool IsNursery, int ValidFrom, int? ValidTo);

internal sealed class ListAgeGroupsValidator : AbstractValidator<ListAgeGroupsQuery>;

internal sealed class ListAgeGroupsHandler(PreschoolDbContext db) : IQueryHandler<ListAgeGroupsQuery, IReadOnlyList<AgeGroupRow>>
{
    public async Task<IReadOnlyList<AgeGroupRow>> Handle(ListAgeGroupsQuery query, CancellationToken cancellationToken) =>
        [.. (await db.Set<AgeGroup>().AsNoTracking().OrderBy(a => a.ValidFrom).ThenBy(a => a.MinAge).ToListAsync(cancellationToken))
            .Select(a => new AgeGroupRow(a.Code, a.Name, a.MinAge, a.MaxAge, a.IsNursery, a.ValidFrom, a.ValidTo))];
}

internal static class ListAgeGroupsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/age-groups", (IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new ListAgeGroupsQuery(), token))
        .WithName("ListAgeGroups").WithSummary("Age groups with the academic years they hold for").RequirePermission(PreschoolPermissions.Read);
}
