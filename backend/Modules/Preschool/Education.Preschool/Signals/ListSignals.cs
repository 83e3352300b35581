using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Preschool.StateOrder.Attendance;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Signals;

internal sealed record ListSignalsQuery : ListQuery, IQuery<PagedResult<SignalRow>>
{
    public SignalKind? Kind { get; init; }

    /// <summary>Month looked at, <c>2017-06</c>.</summary>
    public string? Month { get; init; }

    /// <summary>КАТО code; its subtree is listed.</summary>
    public string? Territory { get; init; }

    /// <summary>True for those that somebody has dismissed.</summary>
    public bool? Dismissed { get; init; }
}

/// <summary>Something to look at, and why.</summary>
/// <param name="SubjectId">Group, child on a list or row of a sheet: what a dismissal names.</param>
/// <param name="Kind">Kind of the signal.</param>
/// <param name="Month">Month looked at.</param>
/// <param name="InstitutionId">Kindergarten.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="GroupId">Group where to look.</param>
/// <param name="Subject">Name of the group, or number of the child.</param>
/// <param name="Explanation">What was found, in the reader's language.</param>
/// <param name="Dismissal">Who looked said so, when it was dismissed or taken back.</param>
internal sealed record SignalRow(
    Guid SubjectId, SignalKind Kind, string Month, Guid InstitutionId, LocalizedText InstitutionName, Guid GroupId, string Subject, string Explanation,
    SignalDismissalResult? Dismissal);

internal sealed class ListSignalsValidator : AbstractValidator<ListSignalsQuery>
{
    public ListSignalsValidator()
    {
        RuleFor(q => q.Kind).NotNull();
        RuleFor(q => q.Month).NotEmpty().Must(m => m is null or "" || SheetMonth.IsMonth(m)).WithCode("preschool.month-format");
    }
}

internal sealed class ListSignalsHandler(PreschoolDbContext db, SignalSources sources, Texts texts, CurrentUser user)
    : IQueryHandler<ListSignalsQuery, PagedResult<SignalRow>>
{
    private static readonly SortMap<Line> Sorts = new SortMap<Line>(l => l.Found.SubjectId)
        .By("name", l => l.Institution.SortName).By("subject", l => l.Found.Subject).By("first", l => l.Found.First);

    public async Task<PagedResult<SignalRow>> Handle(ListSignalsQuery query, CancellationToken cancellationToken)
    {
        var (kind, month) = (query.Kind!.Value, ReportingPeriod.Parse(query.Month));
        var rows = await Rows(db, sources, kind, month, query.Dismissed ?? false, cancellationToken);
        if (query.Territory is { } territory)
        {
            rows = rows.Where(l => db.Set<TerritoryClosure>().Any(t => t.AncestorCode == territory && t.DescendantCode == l.Institution.TerritoryCode));
        }

        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            rows = rows.Where(l => EF.Functions.Like(l.Institution.SearchName, pattern));
        }

        var page = await rows.ToPage(query, Sorts, "name,subject", all => all, cancellationToken);
        return new([.. page.Items.Select(l => Row(l, kind, month))], page.Page, page.PageSize, page.Total);
    }

    /// <summary>The signals of a kind and month, dismissed or not.</summary>
    internal static async Task<IQueryable<Line>> Rows(
        PreschoolDbContext db, SignalSources sources, SignalKind kind, ReportingPeriod month, bool dismissed, CancellationToken cancellationToken)
    {
        var first = month.Start;
        var dismissals = db.Scoped<SignalDismissal>().AsNoTracking().Where(d => d.Kind == kind && d.Month == first);
        return
            from found in await sources.Of(kind, month, cancellationToken)
            join institution in db.Set<InstitutionRef>().AsNoTracking() on found.InstitutionId equals institution.Id
            join said in dismissals on found.SubjectId equals said.SubjectId into all
            from dismissal in all.DefaultIfEmpty()
            where (dismissal != null && !dismissal.IsTakenBack) == dismissed
            select new Line { Found = found, Institution = institution, Dismissal = dismissal };
    }

    private SignalRow Row(Line line, SignalKind kind, ReportingPeriod month)
    {
        var found = line.Found;
        var explanation = texts.Get($"preschool.signal.{kind}", user.Language, found.Subject, found.First, found.Second, found.Third);
        return new(
            found.SubjectId, kind, month.Code, found.InstitutionId, line.Institution.Name, found.GroupId, found.Subject, explanation,
            line.Dismissal is null ? null : SignalDismissalResult.Of(line.Dismissal));
    }

    internal sealed class Line
    {
        public required SignalFound Found { get; init; }

        public required InstitutionRef Institution { get; init; }

        public SignalDismissal? Dismissal { get; init; }
    }
}

internal static class ListSignalsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/signals", ([AsParameters] ListSignalsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListSignals").WithSummary("What is worth a look in a month, one kind at a time, each with its explanation; no verdicts")
        .AcceptsQuery<ListSignalsQuery>().RequirePermission(PreschoolPermissions.Read);
}
