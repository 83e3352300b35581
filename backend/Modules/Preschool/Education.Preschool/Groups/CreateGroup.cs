using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Network;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

/// <summary>What a group is.</summary>
/// <param name="BirthYear">Calendar year of birth of its children.</param>
/// <param name="Profile">Code of the profile; general unless said.</param>
/// <param name="AreaM2">Area of its room, m².</param>
internal sealed record GroupBody(string? Name, int? BirthYear, GroupLanguage? Language, string? Profile, int? Places, decimal? AreaM2);

/// <summary>Opens a group of a kindergarten.</summary>
/// <param name="AcademicYear">Calendar year of 1 September.</param>
internal sealed record CreateGroupCommand(Guid InstitutionId, int? AcademicYear, GroupBody Group) : ICommand<GroupResult>;

/// <summary>The group as it is now.</summary>
internal sealed record GroupResult(Guid Id, int Places, int Children, int Held, int Open, long Version) : IVersioned
{
    public static GroupResult Of(Group group) => new(group.Id, group.Places, group.Children, group.Held, group.Open, group.Version);
}

internal sealed class CreateGroupValidator : AbstractValidator<CreateGroupCommand>
{
    public CreateGroupValidator()
    {
        RuleFor(c => c.AcademicYear).NotNull().InclusiveBetween(2010, 2100);
        RuleFor(c => c.Group).NotNull().SetValidator(new GroupBodyValidator());
    }
}

/// <summary>Shape of a group, the same for opening and changing.</summary>
internal sealed class GroupBodyValidator : AbstractValidator<GroupBody>
{
    public const int MaxPlaces = 100;

    public GroupBodyValidator()
    {
        RuleFor(g => g.Name).NotEmpty().MaximumLength(100);
        RuleFor(g => g.BirthYear).NotNull().InclusiveBetween(2000, 2100);
        RuleFor(g => g.Language).NotNull().IsInEnum();
        RuleFor(g => g.Profile).Must(p => GroupProfile.Find(p) is not null).When(g => g.Profile is not null).WithCode("unknown-value");
        RuleFor(g => g.Places).NotNull().InclusiveBetween(1, MaxPlaces);
        RuleFor(g => g.AreaM2).InclusiveBetween(1, 1000);
    }
}

internal sealed class CreateGroupHandler(PreschoolDbContext db, Kindergartens kindergartens, GroupNorms norms) : ICommandHandler<CreateGroupCommand, GroupResult>
{
    public async Task<GroupResult> Handle(CreateGroupCommand command, CancellationToken cancellationToken)
    {
        var institution = await kindergartens.Require(command.InstitutionId, cancellationToken);
        var (body, year) = (command.Group, command.AcademicYear!.Value);
        await RequireFreeName(db, institution.Id, year, body.Name!.Trim(), null, cancellationToken);
        var book = await norms.Of(year, institution.TerritoryCode, cancellationToken);
        var profile = body.Profile ?? GroupProfile.General;
        var group = new Group(institution.Id, year, body.Name!.Trim(), body.BirthYear!.Value, body.Language!.Value, profile, 0);
        group.Set(body.Name!.Trim(), body.BirthYear!.Value, body.Language!.Value, profile, body.Places!.Value, body.AreaM2, book);
        db.Add(group);
        await db.SaveChangesAsync(cancellationToken);
        return GroupResult.Of(group);
    }

    /// <exception cref="RuleViolation"><c>preschool.group-name-taken</c>.</exception>
    public static async Task RequireFreeName(PreschoolDbContext db, Guid institution, int year, string name, Guid? own, CancellationToken cancellationToken)
    {
        if (await db.Scoped<Group>().AnyAsync(g => g.InstitutionId == institution && g.AcademicYear == year && g.Name == name && g.Id != own, cancellationToken))
        {
            throw new RuleViolation("preschool.group-name-taken", name);
        }
    }
}

internal static class CreateGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/groups", async (CreateGroupCommand command, IDispatcher dispatcher, CancellationToken token) =>
        {
            var result = await dispatcher.Send(command, token);
            return TypedResults.Created($"/api/v1/preschool/groups/{result.Id}", result);
        })
        .WithName("CreateGroup").WithSummary("Opens a group of a kindergarten").WithIdempotency().RequirePermission(PreschoolPermissions.WriteGroups);
}
