using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Contracts;
using Education.Preschool.Network.Imports;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

/// <summary>What the list shows under the same filters, as a workbook that the import of profiles reads back.</summary>
internal sealed record ExportKindergartensQuery(ListKindergartensQuery Filter) : IQuery<ExportKindergartensResult>;

internal sealed record ExportKindergartensResult(byte[] Content);

internal sealed class ExportKindergartensValidator : AbstractValidator<ExportKindergartensQuery>
{
    public ExportKindergartensValidator() => RuleFor(q => q.Filter).SetValidator(new ListKindergartensValidator()).OverridePropertyName("");
}

internal sealed class ExportKindergartensHandler(
    KindergartenLines network, IEnumerable<IImportDefinition> imports, IXlsxTables tables, Texts texts, CurrentUser user)
    : IQueryHandler<ExportKindergartensQuery, ExportKindergartensResult>
{
    private static readonly string[] Counted = ["groups", "places", "children", "open"];
    private readonly IReadOnlyList<ImportColumn> _columns = imports.OfType<ProfileImport>().Single().Columns;

    public async Task<ExportKindergartensResult> Handle(ExportKindergartensQuery query, CancellationToken cancellationToken)
    {
        var lines = network.Of(query.Filter).OrderBy(l => l.Institution.SortName).ThenBy(l => l.Institution.Id);
        var rows = await network.WithSums(lines).ToListAsync(cancellationToken);
        var header = _columns.Select(c => c.Name.In(user.Language)).Concat(Counted.Select(c => Label("network-export." + c)));
        using var content = new MemoryStream();
        tables.Write(content, [new(Label("network-export.sheet"), [.. header],
            rows.Select(r => (IReadOnlyList<object?>)[r.Institution.Name.In(user.Language), .. Facts(r.Profile), r.Groups, r.Places, r.Children, r.Open]))]);
        return new(content.ToArray());
    }

    /// <summary>In the order of the import's columns, in its words.</summary>
    private IEnumerable<object?> Facts(KindergartenProfile? profile) => profile is null ? new object?[_columns.Count - 1] :
    [
        profile.DesignCapacity, profile.AreaM2, profile.AgeFrom, profile.AgeTo,
        string.Join(", ", profile.Languages.List().Select(l => Label("language." + l.ToString().ToLowerInvariant()))), Label("regime." + profile.Regime),
        profile.HoursPerDay, profile.Pedagogues, profile.PedagoguesOfSpeciality,
    ];

    private string Label(string name) => texts.Get("preschool." + name, user.Language);
}

internal static class ExportKindergartensEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/kindergartens/export", async ([AsParameters] ListKindergartensQuery query, IDispatcher dispatcher, CancellationToken token) =>
            TypedResults.File((await dispatcher.Send(new ExportKindergartensQuery(query), token)).Content, XlsxTable.MediaType, "kindergartens.xlsx"))
        .WithName("ExportKindergartens").WithSummary("The network as an Excel workbook, which the import of profiles reads back")
        .Produces(StatusCodes.Status200OK, contentType: XlsxTable.MediaType).AcceptsQuery<ListKindergartensQuery>().RequirePermission(PreschoolPermissions.Read);
}
