using System.Text.Json;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Audit;

/// <summary>One row of the audit log as an auditor reads it.</summary>
/// <param name="EntityName">What kind of record it is, in the reader's language.</param>
public sealed record AuditRow(
    long Sequence, DateTime At, Guid UserId, string UserName, string Module, string Entity, string EntityName, Guid EntityId, string Action,
    long EntityVersion, JsonElement Changes)
{
    /// <summary>Code of the text that names a kind of record; a test asks every audited entity for it.</summary>
    public static string NameCode(string module, string entity) => $"entity.{module}.{entity}";
}

internal sealed record ListAuditQuery : ListQuery, IQuery<PagedResult<AuditRow>>
{
    public string? Module { get; init; }

    public string? Entity { get; init; }

    public Guid? EntityId { get; init; }

    public Guid? UserId { get; init; }

    public string? Action { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

internal sealed class ListAuditHandler(PlatformDbContext db, Texts texts) : IQueryHandler<ListAuditQuery, PagedResult<AuditRow>>
{
    public async Task<PagedResult<AuditRow>> Handle(ListAuditQuery query, CancellationToken cancellationToken)
    {
        var rows = AuditScope.Visible(db);
        rows = query.Module is { } module ? rows.Where(a => a.Module == module) : rows;
        rows = query.Entity is { } entity ? rows.Where(a => a.Entity == entity) : rows;
        rows = query.EntityId is { } id ? rows.Where(a => a.EntityId == id) : rows;
        rows = query.UserId is { } user ? rows.Where(a => a.UserId == user) : rows;
        rows = query.Action is { } action ? rows.Where(a => a.Action == action) : rows;
        rows = query.From is { } from ? rows.Where(a => a.At >= LocalTime.StartOf(from)) : rows;
        rows = query.To is { } to ? rows.Where(a => a.At < LocalTime.StartOf(to.AddDays(1))) : rows;
        rows = query.Q is { Length: > 0 } text ? rows.Where(a => a.UserName == text || a.Entity == text) : rows;
        if (query.Sort is not (null or "-sequence" or "sequence"))
        {
            throw new InvalidFields("sort", "unknown-sort", query.Sort, "sequence");
        }

        // The sequence is itself unique: no tie-breaker is needed.
        var ordered = query.Sort == "sequence" ? rows.OrderBy(a => a.Sequence) : rows.OrderByDescending(a => a.Sequence);
        var (page, size) = (query.Page ?? 1, query.PageSize ?? Paging.DefaultPageSize);
        var total = await rows.CountAsync(cancellationToken);
        var found = (long)(page - 1) * size >= total ? [] : await ordered.Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new(
            [.. found.Select(a => new AuditRow(
                a.Sequence, a.At, a.UserId, a.UserName, a.Module, a.Entity, NameOf(a), a.EntityId, a.Action, a.EntityVersion,
                JsonDocument.Parse(a.Changes).RootElement))],
            page, size, total);
    }

    /// <summary>A record of a module that is gone keeps the name it was written with.</summary>
    private string NameOf(AuditEntry row) => AuditRow.NameCode(row.Module, row.Entity) is var code && texts.Has(code, db.User.Language)
        ? texts.Get(code, db.User.Language) : row.Entity;
}

/// <summary>The audit rows a reader may see: those of records in his scope; records without a scope are for readers of everything.</summary>
internal static class AuditScope
{
    public static IQueryable<AuditEntry> Visible(PlatformDbContext db)
    {
        var rows = db.Audit.AsNoTracking();
        var scope = db.User.Scope;
        if (scope.Everything)
        {
            return rows;
        }

        var territories = db.Set<TerritoryClosure>().Where(c => c.AncestorCode == scope.TerritoryCode).Select(c => c.DescendantCode);
        var institutions = db.VisibleInstitutions();
        return rows.Where(a => (a.InstitutionId != null && institutions.Contains(a.InstitutionId.Value))
            || (a.InstitutionId == null && a.TerritoryCode != null && territories.Contains(a.TerritoryCode)));
    }
}

/// <summary>One change of the feed: what changed, never to what; the reader fetches the record if he needs it.</summary>
public sealed record ChangeRow(long Cursor, DateTime At, string Module, string Entity, Guid EntityId, string Action, long Version);

/// <summary>A stretch of the feed. Ask again with <c>after=Next</c>; <c>HasMore</c> is false at the present end.</summary>
public sealed record ChangePage(IReadOnlyList<ChangeRow> Items, long Next, bool HasMore);

internal sealed record ListChangesQuery : IQuery<ChangePage>
{
    /// <summary>Cursor of the last change already seen; 0 from the beginning.</summary>
    public long? After { get; init; }

    /// <summary>Changes a stretch, 1…1000.</summary>
    public int? Limit { get; init; }

    public string? Module { get; init; }
}

internal sealed class ListChangesValidator : AbstractValidator<ListChangesQuery>
{
    private const int MaxLimit = 1000;

    public ListChangesValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, MaxLimit);
        RuleFor(q => q.After).GreaterThanOrEqualTo(0);
    }
}

internal sealed class ListChangesHandler(PlatformDbContext db) : IQueryHandler<ListChangesQuery, ChangePage>
{
    public async Task<ChangePage> Handle(ListChangesQuery query, CancellationToken cancellationToken)
    {
        var limit = query.Limit ?? 200;
        var after = query.After ?? 0;
        var rows = AuditScope.Visible(db).Where(a => a.Sequence > after && a.Module != "access"
            && (a.Action == "created" || a.Action == "changed" || a.Action == "deleted" || a.Action == "bulk-created"));
        rows = query.Module is { } module ? rows.Where(a => a.Module == module) : rows;
        var items = await rows.OrderBy(a => a.Sequence).Take(limit + 1)
            .Select(a => new ChangeRow(a.Sequence, a.At, a.Module, a.Entity, a.EntityId, a.Action, a.EntityVersion)).ToListAsync(cancellationToken);
        var more = items.Count > limit;
        var page = more ? items[..limit] : items;
        return new(page, page.Count > 0 ? page[^1].Cursor : after, more);
    }
}

internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapList("/audit", ([AsParameters] ListAuditQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
            .WithName("ListAudit").WithSummary("Who changed what and when").WithTags("Platform")
            .AcceptsQuery<ListAuditQuery>().RequirePermission(PlatformPermissions.ReadAudit);
        routes.MapGet("/changes", ([AsParameters] ListChangesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
            .WithName("ListChanges").WithSummary("What was created, changed or deleted since a cursor").WithTags("Platform")
            .AcceptsQuery<ListChangesQuery>().RequirePermission(PlatformPermissions.ReadChanges);
    }
}
