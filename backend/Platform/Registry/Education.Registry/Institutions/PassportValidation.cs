using Education.SharedKernel;
using FluentValidation;

namespace Education.Registry.Institutions;

/// <summary>A document given as the basis of an entry.</summary>
internal sealed record BasisBody(BasisKind Kind, string Number, DateOnly Date)
{
    public Basis ToBasis() => new(Kind, Number.Trim(), Date);
}

/// <summary>Shape of the parts that several requests share.</summary>
internal static class PassportValidation
{
    public static void Name<T>(AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, LocalizedText?>> name) =>
        validator.RuleFor(name).NotNull().SetValidator(new NameValidator()!);

    public static void Languages<T>(AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<string>?>> languages) =>
        validator.RuleFor(languages).NotNull()
            .Must(codes => codes is null || codes.All(c => InstructionLanguageCodes.All.Contains(c))).WithErrorCode("unknown-value");

    public static void Basis<T>(AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, BasisBody?>> basis) =>
        validator.RuleFor(basis).SetValidator(new BasisValidator()!);

    /// <summary>The error names what is wrong with the number: <c>bin.length</c>, <c>bin.digits</c>, <c>bin.check-digit</c>.</summary>
    public static void BinNumber<T>(AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, string?>> bin) =>
        validator.RuleFor(bin).Custom((text, context) =>
        {
            if (!string.IsNullOrWhiteSpace(text) && !Bin.TryParse(text, out _, out var code))
            {
                context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyPath, code) { ErrorCode = "registry." + code });
            }
        });

    private sealed class NameValidator : AbstractValidator<LocalizedText>
    {
        public NameValidator()
        {
            RuleFor(n => n.Kk).NotEmpty().MaximumLength(400);
            RuleFor(n => n.Ru).NotEmpty().MaximumLength(400);
            RuleFor(n => n.En).MaximumLength(400);
        }
    }

    private sealed class BasisValidator : AbstractValidator<BasisBody>
    {
        public BasisValidator()
        {
            RuleFor(b => b.Kind).IsInEnum();
            RuleFor(b => b.Number).NotEmpty().MaximumLength(100);
            RuleFor(b => b.Date).NotEmpty();
        }
    }
}
