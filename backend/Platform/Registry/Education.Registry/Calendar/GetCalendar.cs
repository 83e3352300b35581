using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Calendar;

internal sealed record GetCalendarQuery : IQuery<CalendarYear>
{
    /// <summary>Calendar year.</summary>
    public int? Year { get; init; }
}

/// <summary>A year: its special days and the number of working days.</summary>
internal sealed record CalendarYear(int Year, int WorkingDays, IReadOnlyList<SpecialDay> Days);

/// <summary>A day that is not as its weekday says. Days with an id are rows that may be changed.</summary>
internal sealed record SpecialDay(DateOnly Date, bool IsWorking, LocalizedText Name, string? LegalAct, Guid? Id, long Version);

internal sealed class GetCalendarValidator : AbstractValidator<GetCalendarQuery>
{
    public GetCalendarValidator() => RuleFor(q => q.Year).NotNull().InclusiveBetween(1991, 2100);
}

internal sealed class GetCalendarHandler(RegistryDbContext db, CalendarCache cache, Texts texts) : IQueryHandler<GetCalendarQuery, CalendarYear>
{
    public async Task<CalendarYear> Handle(GetCalendarQuery query, CancellationToken cancellationToken)
    {
        var year = query.Year!.Value;
        var days = await cache.Year(db, year, cancellationToken);
        var fixedDays = days.Holidays.Where(h => !days.Rows.ContainsKey(h.Key))
            .Select(h => new SpecialDay(h.Key, false, texts.All("registry.holiday." + h.Value), null, null, 0));
        var rows = days.Rows.Values.Select(r => new SpecialDay(r.Date, r.Kind == CalendarDayKind.WorkingDay, r.Name, r.LegalAct, r.Id, r.Version));
        var first = new DateOnly(year, 1, 1);
        var working = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(d => days.IsWorking(first.AddDays(d)));
        return new(year, working, [.. fixedDays.Concat(rows).OrderBy(d => d.Date)]);
    }
}

internal static class GetCalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/calendar", ([AsParameters] GetCalendarQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("GetCalendar").WithSummary("Holidays, transferred days and working days of a year").AcceptsQuery<GetCalendarQuery>().RequirePermission(RegistryPermissions.ReadCalendar);
}
