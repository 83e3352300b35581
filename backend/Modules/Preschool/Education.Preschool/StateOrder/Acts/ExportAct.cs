using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Preschool.StateOrder.Acts;

/// <summary>Taking an act away is an act of its own in the audit log.</summary>
internal sealed record ExportActCommand(Guid Id) : ICommand<ExportActResult>;

internal sealed record ExportActResult(byte[] Content, string FileName);

internal sealed class ExportActValidator : AbstractValidator<ExportActCommand>
{
    public ExportActValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ExportActHandler(PreschoolDbContext db, IXlsxTables tables, Texts texts, CurrentUser user) : ICommandHandler<ExportActCommand, ExportActResult>
{
    private static readonly string[] Columns = ["group", "children", "days", "monthly", "working-days", "amount", "act"];

    public async Task<ExportActResult> Handle(ExportActCommand command, CancellationToken cancellationToken)
    {
        var act = ActResult.Of(await Acts.Find(db, command.Id, cancellationToken));
        using var content = new MemoryStream();
        tables.Write(content, [new(Label("lines"), [.. Columns.Select(Label)], Lines(act)), new(Label("title"), [Label("what"), Label("value")], Head(act))]);
        db.Record(nameof(MonthlyAct), act.Id, "exported");
        await db.SaveChangesAsync(cancellationToken);
        return new(content.ToArray(), $"act-{act.Month}-v{act.Revision}.xlsx");
    }

    private string Label(string name) => texts.Get("preschool.act-export." + name, user.Language);

    private IEnumerable<IReadOnlyList<object?>> Lines(ActResult act) =>
    [
        .. act.Lines.Select(l => (IReadOnlyList<object?>)[l.GroupName, l.Children, l.Days, l.Monthly, act.WorkingDays, l.Amount, l.LegalAct]),
        [Label("total"), null, act.ConfirmedDays, null, null, act.Amount, null],
    ];

    private IEnumerable<IReadOnlyList<object?>> Head(ActResult act) =>
    [
        [Label("kindergarten"), act.InstitutionName.In(user.Language)],
        [Label("contract"), act.ContractNumber],
        [Label("month"), ReportingPeriod.Parse(act.Month).Name.In(user.Language)],
        [Label("revision"), act.Revision],
        [Label("state"), Label("state-" + (act.State == ActState.Draft ? "draft" : act.State == ActState.Approved ? "approved" : "superseded"))],
        [Label("places"), act.Places],
        [Label("hash"), act.Hash],
    ];
}

internal static class ExportActEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/acts/{id:guid}/export", async (Guid id, IDispatcher dispatcher, CancellationToken token) =>
        {
            var file = await dispatcher.Send(new ExportActCommand(id), token);
            return TypedResults.File(file.Content, XlsxTable.MediaType, file.FileName);
        })
        .WithName("ExportAct").WithSummary("A monthly act as an Excel workbook, in the reader's language")
        .Produces(StatusCodes.Status200OK, contentType: XlsxTable.MediaType).RequirePermission(PreschoolPermissions.Read);
}
