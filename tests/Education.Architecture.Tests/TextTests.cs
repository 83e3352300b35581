using Education.Architecture.Tests.Rules;
using Education.BuildingBlocks;
using Education.BuildingBlocks.Audit;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Education.TestKit;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Architecture.Tests;

internal sealed class TextTests
{
    private static readonly Texts Texts = new(Product.Assemblies);

    [Test]
    public void A_code_of_one_language_is_a_code_of_all() =>
        Assert.That(TextRules.InEveryLanguage(Texts, Languages.All.SelectMany(Texts.Codes)), Is.Empty);

    [Test]
    public void A_text_takes_the_same_arguments_in_every_language() => Assert.That(TextRules.SamePlaceholders(Texts), Is.Empty);

    [Test]
    public void No_text_is_empty() => Assert.That(TextRules.NotEmpty(Texts), Is.Empty);

    [Test]
    public void Every_code_thrown_in_the_source_has_texts()
    {
        var codes = SourceRules.Codes(Product.Sources("backend")).ToList();
        Assert.That(codes, Has.Count.GreaterThan(20), "the reader of codes finds nothing");
        Assert.That(codes.SelectMany(c => TextRules.InEveryLanguage(Texts, [c.Code]).Select(e => $"{c.File}: {e}")), Is.Empty);
    }

    [Test]
    public void Every_permission_has_texts() => Assert.That(
        TextRules.InEveryLanguage(Texts, Product.Modules.SelectMany(m => m.Permissions).Concat(PlatformPermissions.All).Select(p => "permission." + p)), Is.Empty);

    [Test]
    public void Every_kind_of_audited_record_has_a_name()
    {
        var codes = Product.Modules.SelectMany(m => m.GetType().Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Entity)) && !t.IsDefined(typeof(NotAuditedAttribute), inherit: true))
            .Select(t => AuditRow.NameCode(m.Name, t.Name))).ToList();
        Assert.That(codes, Has.Count.GreaterThan(20), "the reader of entities finds nothing");
        Assert.That(TextRules.InEveryLanguage(Texts, codes), Is.Empty);
    }

    [Test]
    public async Task Every_kind_of_job_has_texts()
    {
        await using var host = await ApiHost.Start();
        var kinds = host.Services.GetServices<JobHandlerRegistration>().Select(j => "job." + j.Kind);
        Assert.That(TextRules.InEveryLanguage(Texts, kinds), Is.Empty);
    }

    [Test]
    public void Every_rule_of_every_validator_has_a_code_with_texts()
    {
        var validators = Product.Assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IValidator).IsAssignableFrom(t) && t.GetConstructor([]) is not null)
            .Select(t => (IValidator)Activator.CreateInstance(t)!);
        
        // Rules written with Custom() give their codes themselves; the scan of the sources looks at those.
        string[] custom = ["RegisterInstitutionValidator", "BodyValidator", "CreateUserValidator", "PrintedClaimValidator", "EnrolAttendanceChildValidator", "UpdateAttendanceChildValidator",
            "PersonFieldsValidator", "FindApplicationsValidator"];
        Assert.That(validators.SelectMany(CodesWithoutText).Except(custom.Select(name => $"{name}: PredicateValidator")), Is.Empty);
    }

    [Test]
    public void The_rules_fire()
    {
        Assert.That(TextRules.InEveryLanguage(Texts, ["no.such-code"]), Has.Count.EqualTo(3));
        Assert.That(CodesWithoutText(new Careless()), Is.EqualTo(new[] { "Careless: PredicateValidator" }));
    }

    private static List<string> CodesWithoutText(IValidator validator) =>
    [
        .. validator.CreateDescriptor().Rules.SelectMany(r => r.Components)
            .Where(c => c.Validator.Name is not ("ChildValidatorAdaptor" or "PolymorphicValidator"))
            .Select(c => BuildingBlocks.Messaging.FieldErrors.From(new ValidationFailure("x", "") { ErrorCode = string.IsNullOrEmpty(c.ErrorCode) ? c.Validator.Name : c.ErrorCode }).Code)
            .Where(code => !Texts.Has(code, Language.Kk)).Select(code => $"{validator.GetType().Name}: {code}"),
    ];

    private sealed class Careless : AbstractValidator<string>
    {
        public Careless() => RuleFor(s => s).Must(s => s.Length > 1);
    }
}
