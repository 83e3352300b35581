using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Results;

internal sealed record ImportQuestionsFilter : ListQuery
{
    /// <summary>Only answered ones, or only open ones.</summary>
    public bool? Answered { get; init; }
}

internal sealed record ListImportQuestionsQuery(Guid Id, ImportQuestionsFilter Filter) : IQuery<PagedResult<ImportQuestionResult>>;

/// <summary>A name that the register could not tell.</summary>
/// <param name="Text">The name as it stands in the file.</param>
/// <param name="IsAmbiguous">True when several institutions fit, false when none does.</param>
/// <param name="Count">Cells with this name.</param>
/// <param name="Candidates">Whom it may mean, best first.</param>
/// <param name="InstitutionId">The answer.</param>
internal sealed record ImportQuestionResult(
    Guid Id, string Text, bool IsAmbiguous, int Count, IReadOnlyList<ImportCandidate> Candidates, Guid? InstitutionId);

/// <summary>An institution that a name may mean.</summary>
internal sealed record ImportCandidate(Guid Id, string Name, string TerritoryCode, string Kind, bool IsClosed);

internal sealed class ListImportQuestionsHandler(ImportsDbContext db, ImportAccess access, IInstitutionDirectory directory, CurrentUser user)
    : IQueryHandler<ListImportQuestionsQuery, PagedResult<ImportQuestionResult>>
{
    private static readonly SortMap<ImportAnswer> Sorts = new SortMap<ImportAnswer>(a => a.Id)
        .By("count", a => a.Count).By("text", a => a.Text).By("isAmbiguous", a => a.IsAmbiguous);

    public async Task<PagedResult<ImportQuestionResult>> Handle(ListImportQuestionsQuery query, CancellationToken cancellationToken)
    {
        var import = await access.ForReading(query.Id, cancellationToken);
        var questions = db.Answers.AsNoTracking().Where(a => a.ImportId == import.Id);
        questions = query.Filter.Answered is { } answered ? questions.Where(a => a.InstitutionId != null == answered) : questions;
        questions = query.Filter.Q is { Length: > 0 } text ? questions.Where(a => a.Text.Contains(text)) : questions;
        var page = await questions.ToPage(query.Filter, Sorts, "-isAmbiguous,-count", rows => rows, cancellationToken);
        var names = page.Items.Select(q => q.Text).ToHashSet(StringComparer.Ordinal);
        var matches = names.Count == 0
            ? []
            : (await directory.Match(names, import.OptionValues.GetValueOrDefault("territory"), cancellationToken))
                .ToDictionary(m => m.Text, m => m.Candidates, StringComparer.Ordinal);
        return new(
            [.. page.Items.Select(q => new ImportQuestionResult(
                q.Id, q.Text, q.IsAmbiguous, q.Count,
                [.. matches.GetValueOrDefault(q.Text, []).Select(c => new ImportCandidate(c.Id, c.Name.In(user.Language), c.TerritoryCode, c.Kind, c.IsClosed))],
                q.InstitutionId))],
            page.Page, page.PageSize, page.Total);
    }
}

internal static class ListImportQuestionsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/{id:guid}/questions", (Guid id, [AsParameters] ImportQuestionsFilter filter, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new ListImportQuestionsQuery(id, filter), token))
        .WithName("ListImportQuestions").WithSummary("Names of institutions that the register could not tell, with candidates")
        .AcceptsQuery<ImportQuestionsFilter>().RequireSignIn();
}
