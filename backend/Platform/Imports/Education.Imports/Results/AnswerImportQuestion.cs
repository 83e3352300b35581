using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Imports.Engine;
using Education.Imports.Storage;
using Education.Imports.Wizard;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Imports.Results;

/// <param name="InstitutionId">The institution that the name means.</param>
internal sealed record AnswerImportQuestionBody(Guid InstitutionId);

internal sealed record AnswerImportQuestionCommand(Guid Id, Guid QuestionId, Guid InstitutionId) : ICommand<ImportResult>;

internal sealed class AnswerImportQuestionValidator : AbstractValidator<AnswerImportQuestionCommand>
{
    public AnswerImportQuestionValidator() => RuleFor(c => c.InstitutionId).NotEmpty();
}

internal sealed class AnswerImportQuestionHandler(ImportsDbContext db, ImportAccess access, IInstitutionDirectory directory, ImportView view)
    : ICommandHandler<AnswerImportQuestionCommand, ImportResult>
{
    public async Task<ImportResult> Handle(AnswerImportQuestionCommand command, CancellationToken cancellationToken)
    {
        var import = await access.ForChange(command.Id, cancellationToken);
        import.TakeAnswer();
        var question = await db.Answers.SingleOrDefaultAsync(a => a.Id == command.QuestionId && a.ImportId == command.Id, cancellationToken)
            ?? throw new NotFound("ImportQuestion", command.QuestionId);
        var seen = await directory.Find([command.InstitutionId], cancellationToken);
        if (!seen.ContainsKey(command.InstitutionId))
        {
            throw new InvalidFields("institutionId", "unknown-value");
        }

        // The register first: should the answer below be lost, the next check finds the name there.
        await directory.Remember(question.Text, command.InstitutionId, cancellationToken);
        question.InstitutionId = command.InstitutionId;
        await db.SaveChangesAsync(cancellationToken);
        return view.Of(import);
    }
}

internal static class AnswerImportQuestionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{id:guid}/questions/{questionId:guid}/answer", (Guid id, Guid questionId, AnswerImportQuestionBody body, IDispatcher dispatcher, CancellationToken token) =>
            dispatcher.Send(new AnswerImportQuestionCommand(id, questionId, body.InstitutionId), token))
        .WithName("AnswerImportQuestion").WithSummary("Says which institution a name means; remembered for the next imports").RequireSignIn();
}
