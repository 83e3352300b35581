using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Imports.Wizard;

internal sealed record ListImportsQuery : ListQuery, IQuery<PagedResult<ImportListRow>>
{
    /// <summary>Key of the table.</summary>
    public string? Definition { get; init; }

    public ImportStatus? Status { get; init; }
}

/// <summary>An import in the list.</summary>
internal sealed class ImportListRow
{
    public Guid Id { get; init; }

    public string Definition { get; init; } = "";

    /// <summary>What the table is called in the reader's language.</summary>
    public string DefinitionName { get; set; } = "";

    public string FileName { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    public ImportStatus Status { get; init; }

    public int Total { get; init; }

    public int Created { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public DateTime? AppliedAt { get; init; }
}

internal sealed class ListImportsMapping : AutoMapper.Profile
{
    public ListImportsMapping() => CreateMap<Import, ImportListRow>()
        .ForMember(r => r.Definition, m => m.MapFrom(i => i.DefinitionKey))
        .ForMember(r => r.DefinitionName, m => m.MapFrom(i => i.DefinitionKey));
}

internal sealed class ListImportsHandler(ImportAccess access, ImportView view, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListImportsQuery, PagedResult<ImportListRow>>
{
    private static readonly SortMap<Import> Sorts = new SortMap<Import>(i => i.Id)
        .By("createdAt", i => i.CreatedAt).By("fileName", i => i.FileName).By("definition", i => i.DefinitionKey).By("status", i => i.Status);

    public async Task<PagedResult<ImportListRow>> Handle(ListImportsQuery query, CancellationToken cancellationToken)
    {
        var imports = access.Readable();
        imports = query.Definition is { Length: > 0 } definition ? imports.Where(i => i.DefinitionKey == definition) : imports;
        imports = query.Status is { } status ? imports.Where(i => i.Status == status) : imports;
        imports = query.Q is { Length: > 0 } text ? imports.Where(i => i.FileName.Contains(text)) : imports;
        var page = await imports.ToPage(
            query, Sorts, "-createdAt", rows => AutoMapper.QueryableExtensions.Extensions.ProjectTo<ImportListRow>(rows, mapper), cancellationToken);
        foreach (var row in page.Items)
        {
            row.DefinitionName = view.Name(row.Definition);
        }

        return page;
    }
}

internal static class ListImportsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/", ([AsParameters] ListImportsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListImports").WithSummary("Own imports, or everybody's with the permission").AcceptsQuery<ListImportsQuery>().RequireSignIn();
}
