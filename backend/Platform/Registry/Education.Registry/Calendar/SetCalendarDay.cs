using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Registry.Calendar;

/// <summary>A day as entered. The date cannot change: another date is another day.</summary>
internal sealed record CalendarDayBody(DateOnly? Date, CalendarDayKind? Kind, LocalizedText? Name, string? LegalAct);

internal sealed record SetCalendarDayCommand(Guid? Id, long Version, CalendarDayBody Body) : ICommand<CalendarDayResult>;

internal sealed record RemoveCalendarDayCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed record CalendarDayResult(Guid Id, DateOnly Date, long Version) : IVersioned;

internal sealed class SetCalendarDayValidator : AbstractValidator<SetCalendarDayCommand>
{
    public SetCalendarDayValidator()
    {
        RuleFor(c => c.Body.Date).NotNull().When(c => c.Id is null).OverridePropertyName("date");
        RuleFor(c => c.Body.Kind).NotNull().OverridePropertyName("kind");
        RuleFor(c => c.Body.Name).NotNull().Must(n => n is null || (n.Kk.Length is > 0 and <= 400 && n.Ru.Length is > 0 and <= 400))
            .WithCode("registry.name-kk-ru").OverridePropertyName("name");
        RuleFor(c => c.Body.LegalAct).NotEmpty().MaximumLength(400).OverridePropertyName("legalAct");
    }
}

internal sealed class CalendarDayHandler(RegistryDbContext db, CalendarCache cache)
    : ICommandHandler<SetCalendarDayCommand, CalendarDayResult>, ICommandHandler<RemoveCalendarDayCommand, bool>
{
    public async Task<CalendarDayResult> Handle(SetCalendarDayCommand command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        CalendarDay day;
        if (command.Id is { } id)
        {
            day = await Find(id, command.Version, cancellationToken);
            day.Change(body.Kind!.Value, body.Name!, body.LegalAct!);
        }
        else
        {
            day = new CalendarDay(body.Date!.Value, body.Kind!.Value, body.Name!, body.LegalAct!);
            db.Add(day);
        }

        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();
        return new(day.Id, day.Date, day.Version);
    }

    public async Task<bool> Handle(RemoveCalendarDayCommand command, CancellationToken cancellationToken)
    {
        db.Remove(await Find(command.Id, command.Version, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        cache.Forget();
        return true;
    }

    private async Task<CalendarDay> Find(Guid id, long version, CancellationToken cancellationToken)
    {
        var day = await db.CalendarDays.SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new NotFound("CalendarDay", id);
        day.ExpectVersion(version);
        return day;
    }
}

internal static class SetCalendarDayEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/calendar/days", async (CalendarDayBody body, IDispatcher dispatcher, CancellationToken token) =>
            {
                var result = await dispatcher.Send(new SetCalendarDayCommand(null, 0, body), token);
                return TypedResults.Created($"/api/v1/registry/calendar?year={result.Date.Year}", result);
            })
            .WithName("AddCalendarDay").WithSummary("Enters a transferred day or a day off that the rules do not give")
            .WithIdempotency().RequirePermission(RegistryPermissions.WriteCalendar);
        routes.MapPut("/calendar/days/{id:guid}", (Guid id, CalendarDayBody body, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
                dispatcher.Send(new SetCalendarDayCommand(id, ifMatch.Version, body), token))
            .WithName("ChangeCalendarDay").WithSummary("Changes an entered day").WithIfMatch().RequirePermission(RegistryPermissions.WriteCalendar);
        routes.MapDelete("/calendar/days/{id:guid}", async (Guid id, IfMatch ifMatch, IDispatcher dispatcher, CancellationToken token) =>
            {
                await dispatcher.Send(new RemoveCalendarDayCommand(id, ifMatch.Version), token);
                return TypedResults.NoContent();
            })
            .WithName("RemoveCalendarDay").WithSummary("Removes an entered day").WithIfMatch().RequirePermission(RegistryPermissions.WriteCalendar);
    }
}
