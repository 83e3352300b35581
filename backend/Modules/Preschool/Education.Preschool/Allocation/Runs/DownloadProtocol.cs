using System.Globalization;
using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.Preschool.Queue;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Allocation.Runs;

internal sealed record DownloadProtocolCommand(Guid Id) : ICommand<DownloadProtocolResult>;

internal sealed record DownloadProtocolResult(string FileName, byte[] Content);

internal sealed class DownloadProtocolValidator : AbstractValidator<DownloadProtocolCommand>
{
    public DownloadProtocolValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DownloadProtocolHandler(PreschoolDbContext db, IXlsxTables tables, QueueNames names, CurrentUser user, Texts texts)
    : ICommandHandler<DownloadProtocolCommand, DownloadProtocolResult>
{
    private static readonly string[] Columns = ["order", "territory", "pool", "institution", "winner", "next", "rules", "number"];

    public async Task<DownloadProtocolResult> Handle(DownloadProtocolCommand command, CancellationToken cancellationToken)
    {
        var run = await db.Scoped<AllocationRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken)
            ?? throw new NotFound("AllocationRun", command.Id);
        string Text(string key) => texts.Get(key, user.Language);
        var proposals = db.Scoped<RunProposal>().AsNoTracking().Where(p => p.RunId == run.Id).OrderBy(p => p.Order);
        var rows = await ListRunProposalsHandler.Named(names, await ListRunProposalsHandler.Rows(db, proposals).ToListAsync(cancellationToken), cancellationToken);
        using var content = new MemoryStream();
        tables.Write(content, [new(Text("preschool.protocol.sheet"), [.. Columns.Select(c => Text("preschool.protocol." + c))], rows.OrderBy(p => p.Order).Select(p => (IReadOnlyList<object?>)
        [
            p.Order + 1, p.TerritoryName.In(user.Language), p.Pool, p.Institution?.In(user.Language) ?? Text("preschool.protocol.voucher"), p.WinnerKey, p.NextKey, p.Rules, p.OfferNumber,
        ]))]);

        // Taking the protocol away is an act of its own in the audit log.
        db.Record(nameof(AllocationRun), run.Id, "downloaded");
        await db.SaveChangesAsync(cancellationToken);
        return new(string.Create(CultureInfo.InvariantCulture, $"allocation-{run.TerritoryCode}-{run.Day:yyyy-MM-dd}.xlsx"), content.ToArray());
    }
}

internal static class DownloadProtocolEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/allocation/runs/{id:guid}/protocol", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
        {
            var file = await dispatcher.Send(new DownloadProtocolCommand(id), token);
            return TypedResults.File(file.Content, XlsxTable.MediaType, file.FileName);
        })
        .WithName("DownloadAllocationProtocol").WithSummary("Protocol of a run as a workbook")
        .Produces(StatusCodes.Status200OK, contentType: XlsxTable.MediaType).RequirePermission(PreschoolPermissions.Read);
}
