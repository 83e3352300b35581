using Education.BuildingBlocks;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;

namespace Education.Preschool.Queue;

/// <summary>Child and applicant in a request.</summary>
internal interface IPersonFields
{
    string? Iin { get; }

    string? BirthDocument { get; }

    string? ChildName { get; }

    string? ApplicantName { get; }

    string? ApplicantPhone { get; }
}

internal sealed class PersonFieldsValidator : AbstractValidator<IPersonFields>
{
    public PersonFieldsValidator()
    {
        RuleFor(p => p.Iin).Custom((text, context) =>
        {
            if (!string.IsNullOrWhiteSpace(text) && !Iin.TryParse(text, out _, out var error))
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure(nameof(IPersonFields.Iin), error) { ErrorCode = error });
            }
        });
        RuleFor(p => p.BirthDocument).NotEmpty().When(p => string.IsNullOrWhiteSpace(p.Iin)).WithCode("preschool.birth-document-required");
        RuleFor(p => p.BirthDocument).MaximumLength(40);
        RuleFor(p => p.ChildName).NotEmpty().MaximumLength(200);
        RuleFor(p => p.ApplicantName).NotEmpty().MaximumLength(200);
        RuleFor(p => p.ApplicantPhone).NotEmpty().MaximumLength(40);
    }
}

internal static class PersonFieldsExtensions
{
    public static ApplicationPerson ToPerson(this IPersonFields fields) => new(
        string.IsNullOrWhiteSpace(fields.Iin) ? null : Iin.Parse(fields.Iin).Value, fields.BirthDocument?.Trim(), fields.ChildName!.Trim(),
        fields.ApplicantName!.Trim(), fields.ApplicantPhone!.Trim());

    public static Evidence ToEvidence(this ClaimedBenefit claimed) =>
        new(claimed.EvidenceType!.Trim(), claimed.EvidenceNumber!.Trim(), claimed.IssuedOn!.Value, claimed.ValidTo);
}

/// <summary>A mismatch between ИИН and date of birth must not block entry (rules since 26.08.2013): a hint only.</summary>
internal sealed class PersonHints(Texts texts, CurrentUser user)
{
    public IReadOnlyList<ProblemField> Of(QueueApplication application) =>
        application.Iin is { } number && Iin.Parse(number).SoftWarning(application.BornOn, null) is { } code ? [new(code, texts.Get(code, user.Language))] : [];
}
