using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.Groups;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

/// <summary>The profile of a kindergarten.</summary>
/// <param name="DesignCapacity">Places by the project.</param>
/// <param name="AreaM2">Area of all group rooms, m².</param>
/// <param name="AgeFrom">Youngest, full years, 0…7.</param>
/// <param name="AgeTo">Oldest, full years, 0…7, not under the youngest.</param>
/// <param name="HoursPerDay">Hours a day, up to 24.</param>
/// <param name="Pedagogues">All pedagogues.</param>
/// <param name="PedagoguesOfSpeciality">Those with the speciality of preschool education.</param>
internal sealed record KindergartenProfileBody(
    int? DesignCapacity, decimal? AreaM2, int? AgeFrom, int? AgeTo, IReadOnlyList<GroupLanguage>? Languages, DayRegime? Regime, decimal? HoursPerDay,
    KindergartenSpecialisation? Specialisation, Subordination? Subordination, int? Pedagogues, int? PedagoguesOfSpeciality);

internal sealed record SetKindergartenProfileCommand(Guid InstitutionId, long Version, KindergartenProfileBody Body) : ICommand<SetKindergartenProfileResult>;

internal sealed record SetKindergartenProfileResult(Guid InstitutionId, long Version) : IVersioned;

internal sealed class SetKindergartenProfileValidator : AbstractValidator<SetKindergartenProfileCommand>
{
    public const int MaxCapacity = 2000;
    public const int MaxArea = 100_000;
    public const int MaxAge = 7;

    public SetKindergartenProfileValidator()
    {
        RuleFor(c => c.Body.DesignCapacity).InclusiveBetween(1, MaxCapacity).OverridePropertyName("designCapacity");
        RuleFor(c => c.Body.AreaM2).InclusiveBetween(1, MaxArea).OverridePropertyName("areaM2");
        RuleFor(c => c.Body.AgeFrom).InclusiveBetween(0, MaxAge).OverridePropertyName("ageFrom");
        RuleFor(c => c.Body.AgeTo).InclusiveBetween(0, MaxAge).OverridePropertyName("ageTo");
        RuleFor(c => c.Body.AgeTo).Must((c, to) => to is null || c.Body.AgeFrom is null || to >= c.Body.AgeFrom)
            .WithCode("preschool.age-range").OverridePropertyName("ageTo");
        RuleFor(c => c.Body.Languages).NotEmpty().OverridePropertyName("languages");
        RuleFor(c => c.Body.Regime).NotNull().IsInEnum().OverridePropertyName("regime");
        RuleFor(c => c.Body.HoursPerDay).InclusiveBetween(1, 24).OverridePropertyName("hoursPerDay");
        RuleFor(c => c.Body.Specialisation).NotNull().IsInEnum().OverridePropertyName("specialisation");
        RuleFor(c => c.Body.Subordination).NotNull().IsInEnum().OverridePropertyName("subordination");
        RuleFor(c => c.Body.Pedagogues).InclusiveBetween(0, MaxCapacity).OverridePropertyName("pedagogues");
        RuleFor(c => c.Body.PedagoguesOfSpeciality).InclusiveBetween(0, MaxCapacity).OverridePropertyName("pedagoguesOfSpeciality");
    }
}

internal sealed class SetKindergartenProfileHandler(PreschoolDbContext db, Kindergartens kindergartens)
    : ICommandHandler<SetKindergartenProfileCommand, SetKindergartenProfileResult>
{
    public async Task<SetKindergartenProfileResult> Handle(SetKindergartenProfileCommand command, CancellationToken cancellationToken)
    {
        await kindergartens.Require(command.InstitutionId, cancellationToken);
        var profile = await db.Scoped<KindergartenProfile>().SingleOrDefaultAsync(p => p.InstitutionId == command.InstitutionId, cancellationToken);
        if (profile is null)
        {
            db.Add(profile = new KindergartenProfile(command.InstitutionId));
        }

        // Version 0 is the profile that nobody has entered yet.
        profile.ExpectVersion(command.Version);
        var body = command.Body;
        profile.Set(new(
            body.DesignCapacity, body.AreaM2, body.AgeFrom, body.AgeTo, KindergartenLanguageCodes.Set(body.Languages!), body.Regime!.Value, body.HoursPerDay,
            body.Specialisation!.Value, body.Subordination!.Value, body.Pedagogues, body.PedagoguesOfSpeciality));
        await db.SaveChangesAsync(cancellationToken);
        return new(command.InstitutionId, profile.Version);
    }
}

internal static class SetKindergartenProfileEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/kindergartens/{id:guid}/profile", (Guid id, KindergartenProfileBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new SetKindergartenProfileCommand(id, ifMatch.Version, body), token))
        .WithName("SetKindergartenProfile").WithSummary("Enters or changes the profile of a kindergarten; version 0 while there is none")
        .WithIfMatch().RequirePermission(PreschoolPermissions.WriteNetwork);
}
