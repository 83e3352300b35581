using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Registry.Contracts;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Education.Registry.Institutions;

/// <param name="Names">Names as written, at most 500.</param>
/// <param name="TerritoryCode">КАТО code of the unit in whose subtree to look; null for all that the reader sees.</param>
internal sealed record MatchInstitutionNamesQuery(IReadOnlyList<string> Names, string? TerritoryCode) : IQuery<IReadOnlyList<InstitutionMatch>>;

internal sealed class MatchInstitutionNamesValidator : AbstractValidator<MatchInstitutionNamesQuery>
{
    private const int MaxNames = 500;

    public MatchInstitutionNamesValidator()
    {
        RuleFor(q => q.Names).NotEmpty();
        RuleFor(q => q.Names).Must(n => n.Count <= MaxNames).When(q => q.Names is not null).WithCode("registry.too-many-names");
        RuleForEach(q => q.Names).NotNull().MaximumLength(400);
        RuleFor(q => q.TerritoryCode).Must(c => KatoCode.TryParse(c, out _, out _)).When(q => q.TerritoryCode is not null).WithCode("registry.territory-code");
    }
}

internal sealed class MatchInstitutionNamesHandler(IInstitutionDirectory directory)
    : IQueryHandler<MatchInstitutionNamesQuery, IReadOnlyList<InstitutionMatch>>
{
    public Task<IReadOnlyList<InstitutionMatch>> Handle(MatchInstitutionNamesQuery query, CancellationToken cancellationToken) =>
        directory.Match([.. query.Names], query.TerritoryCode, cancellationToken);
}

internal static class MatchInstitutionNamesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/institutions/match", (MatchInstitutionNamesQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("MatchInstitutionNames").WithSummary("What written names mean: exactly one institution, several, or none")
        .RequirePermission(RegistryPermissions.ReadInstitutions);
}
