using System.Text.Json;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Jobs;

/// <summary>Why a job failed.</summary>
public sealed record JobError(string Code, string Message);

/// <summary>A job as its owner sees it.</summary>
public sealed record JobRow(
    Guid Id, string Kind, string KindName, JobStatus Status, int Progress, string? Step, JobError? Error, JsonElement? Result,
    DateTime CreatedAt, DateTime? StartedAt, DateTime? FinishedAt);

internal sealed record GetJobQuery(Guid Id) : IQuery<JobRow>;

internal sealed record ListJobsQuery : ListQuery, IQuery<PagedResult<JobRow>>
{
    public JobStatus? Status { get; init; }
}

internal sealed class JobQueriesHandler(PlatformDbContext db, JobBoard board, Texts texts)
    : IQueryHandler<GetJobQuery, JobRow>, IQueryHandler<ListJobsQuery, PagedResult<JobRow>>
{
    private static readonly SortMap<StoredJob> Sorts = new SortMap<StoredJob>(j => j.Id).By("createdAt", j => j.CreatedAt).By("kind", j => j.Kind);

    public async Task<JobRow> Handle(GetJobQuery query, CancellationToken cancellationToken) =>
        ToRow(await Mine().SingleOrDefaultAsync(j => j.Id == query.Id, cancellationToken) ?? throw new NotFound("Job", query.Id));

    public async Task<PagedResult<JobRow>> Handle(ListJobsQuery query, CancellationToken cancellationToken)
    {
        var jobs = query.Status is { } status ? Mine().Where(j => j.Status == status) : Mine();
        jobs = query.Q is { Length: > 0 } text ? jobs.Where(j => j.Kind.Contains(text)) : jobs;
        var page = await jobs.ToPage(query, Sorts, "-createdAt", rows => rows, cancellationToken);
        return new([.. page.Items.Select(ToRow)], page.Page, page.PageSize, page.Total);
    }

    /// <summary>Everybody sees his own jobs; who operates the platform sees all.</summary>
    private IQueryable<StoredJob> Mine()
    {
        var me = db.User.Id;
        return db.User.Has(PlatformPermissions.Operate) ? db.Jobs.AsNoTracking() : db.Jobs.AsNoTracking().Where(j => j.OwnerId == me);
    }

    private JobRow ToRow(StoredJob job)
    {
        var language = db.User.Language;
        var live = job.Status == JobStatus.Running ? board.Find(job.Id) : null;
        var step = live?.Step ?? job.Step;
        return new(
            job.Id, job.Kind, texts.Get("job." + job.Kind, language), job.Status, live?.Percent ?? job.Progress,
            step is null ? null : texts.Get(step, language), Error(job, language),
            job.Result is null ? null : JsonDocument.Parse(job.Result).RootElement, job.CreatedAt, job.StartedAt, job.FinishedAt);
    }

    private JobError? Error(StoredJob job, Language language)
    {
        if (job.ErrorCode is null)
        {
            return null;
        }

        var args = job.ErrorArgs is null ? [] : JsonSerializer.Deserialize<object[]>(job.ErrorArgs)!;
        return new(job.ErrorCode, texts.Get(job.ErrorCode, language, args));
    }
}

internal static class JobEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList("/jobs", ([AsParameters] ListJobsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
            .WithName("ListJobs").WithSummary("Long work: own jobs, or all for an operator").WithTags("Platform")
            .AcceptsQuery<ListJobsQuery>().RequireSignIn();
        routes.MapGet("/jobs/{id:guid}", (Guid id, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(new GetJobQuery(id), token))
            .WithName("GetJob").WithSummary("State and progress of one job").WithTags("Platform").RequireSignIn();
    }
}
