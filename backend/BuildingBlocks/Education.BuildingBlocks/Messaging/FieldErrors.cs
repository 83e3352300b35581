using System.Text.Json;
using Education.SharedKernel;
using FluentValidation;
using FluentValidation.Results;

namespace Education.BuildingBlocks.Messaging;

/// <summary>Turns validator failures into coded field errors; the codes of the library's own rules are named here once.</summary>
public static class FieldErrors
{
    /// <summary>Gives a rule the product's own error code (see docs/api/errors.md).</summary>
    public static IRuleBuilderOptions<T, TProperty> WithCode<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, string code) =>
        rule.WithErrorCode(code);

    internal static FieldError From(ValidationFailure failure)
    {
        var values = failure.FormattedMessagePlaceholderValues ?? [];
        object? Arg(string name) => values.GetValueOrDefault(name);
        var field = JsonName(failure.PropertyName);
        return failure.ErrorCode switch
        {
            "NotEmptyValidator" or "NotNullValidator" => new(field, "required"),
            "MaximumLengthValidator" => new(field, "too-long", Arg("MaxLength")),
            "MinimumLengthValidator" => new(field, "too-short", Arg("MinLength")),
            "LengthValidator" or "ExactLengthValidator" => new(field, "length", Arg("MinLength"), Arg("MaxLength")),
            "GreaterThanValidator" or "GreaterThanOrEqualValidator" => new(field, "too-small", Arg("ComparisonValue")),
            "LessThanValidator" or "LessThanOrEqualValidator" => new(field, "too-big", Arg("ComparisonValue")),
            "InclusiveBetweenValidator" or "ExclusiveBetweenValidator" => new(field, "out-of-range", Arg("From"), Arg("To")),
            "EnumValidator" or "StringEnumValidator" => new(field, "unknown-value"),
            "RegularExpressionValidator" or "EmailValidator" => new(field, "format"),
            var code => new(field, code, failure.CustomState as object?[] ?? []),
        };
    }

    private static string JsonName(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
