using AutoMapper;
using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using Education.Testing.National.Sessions;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Testing.National.Participants;

internal sealed record ListParticipantsQuery : ListQuery, IQuery<PagedResult<ParticipantRow>>
{
    /// <summary>Year of the test.</summary>
    public int? Year { get; init; }

    public SessionKind? Session { get; init; }

    /// <summary>Id of the school.</summary>
    public Guid? Institution { get; init; }

    public TestLanguage? Language { get; init; }

    public bool? Creative { get; init; }
}

/// <summary>A participant: the ИИН masked, no name (none is kept).</summary>
internal sealed class ParticipantRow
{
    public Guid Id { get; init; }

    /// <summary>Nine asterisks and the last three digits.</summary>
    public string Iin { get; init; } = "";

    public Guid InstitutionId { get; init; }

    public LocalizedText InstitutionName { get; init; } = null!;

    public SessionKind Session { get; init; }

    public TestLanguage Language { get; init; }

    public bool IsCreative { get; init; }

    public int Reading { get; init; }

    public int? MathLiteracy { get; init; }

    public int History { get; init; }

    public string? Profile1 { get; init; }

    public int? Profile1Score { get; init; }

    public string? Profile2 { get; init; }

    public int? Profile2Score { get; init; }

    public int Total { get; init; }

    public Guid ImportId { get; init; }

    public int ImportRow { get; init; }
}

/// <summary>A participant with the school, as SQL joins them.</summary>
internal sealed class ParticipantLine
{
    public ParticipantResult Result { get; init; } = null!;

    public InstitutionRef School { get; init; } = null!;
}

internal sealed class ParticipantRowProfile : Profile
{
    public ParticipantRowProfile() => CreateMap<ParticipantLine, ParticipantRow>()
        // Masked by the database: the whole number never leaves it for a list.
        .ForMember(r => r.Iin, m => m.MapFrom(l => "*********" + l.Result.Iin.Substring(9)))
        .ForMember(r => r.Id, m => m.MapFrom(l => l.Result.Id))
        .ForMember(r => r.InstitutionId, m => m.MapFrom(l => l.Result.InstitutionId))
        .ForMember(r => r.InstitutionName, m => m.MapFrom(l => l.School.Name))
        .ForMember(r => r.Session, m => m.MapFrom(l => l.Result.Session))
        .ForMember(r => r.Language, m => m.MapFrom(l => l.Result.Language))
        .ForMember(r => r.IsCreative, m => m.MapFrom(l => l.Result.IsCreative))
        .ForMember(r => r.Reading, m => m.MapFrom(l => l.Result.Reading))
        .ForMember(r => r.MathLiteracy, m => m.MapFrom(l => l.Result.MathLiteracy))
        .ForMember(r => r.History, m => m.MapFrom(l => l.Result.History))
        .ForMember(r => r.Profile1, m => m.MapFrom(l => l.Result.Profile1))
        .ForMember(r => r.Profile1Score, m => m.MapFrom(l => l.Result.Profile1Score))
        .ForMember(r => r.Profile2, m => m.MapFrom(l => l.Result.Profile2))
        .ForMember(r => r.Profile2Score, m => m.MapFrom(l => l.Result.Profile2Score))
        .ForMember(r => r.Total, m => m.MapFrom(l => l.Result.Total))
        .ForMember(r => r.ImportId, m => m.MapFrom(l => l.Result.ImportId))
        .ForMember(r => r.ImportRow, m => m.MapFrom(l => l.Result.ImportRow));
}

internal sealed class ListParticipantsValidator : AbstractValidator<ListParticipantsQuery>
{
    public ListParticipantsValidator() => RuleFor(q => q.Year).NotNull();
}

internal sealed class ListParticipantsHandler(TestingDbContext db, AutoMapper.IConfigurationProvider mapper)
    : IQueryHandler<ListParticipantsQuery, PagedResult<ParticipantRow>>
{
    // By school, language and points; never by ИИН, and q looks at schools only: a list must not answer whose number it is.
    private static readonly SortMap<ParticipantLine> Sorts = new SortMap<ParticipantLine>(l => l.Result.Id)
        .By("school", l => l.School.SortName)
        .By("language", l => l.Result.Language)
        .By("total", l => l.Result.Total)
        .By("reading", l => l.Result.Reading)
        .By("mathLiteracy", l => l.Result.MathLiteracy)
        .By("history", l => l.Result.History)
        .By("profile1Score", l => l.Result.Profile1Score)
        .By("profile2Score", l => l.Result.Profile2Score);

    public Task<PagedResult<ParticipantRow>> Handle(ListParticipantsQuery query, CancellationToken cancellationToken)
    {
        var (year, session) = (query.Year!.Value, query.Session ?? SessionKind.Main);
        var results = db.Scoped<ParticipantResult>().Where(r => r.Year == year && r.Session == session);
        if (query.Institution is { } institution)
        {
            results = results.Where(r => r.InstitutionId == institution);
        }

        if (query.Language is { } language)
        {
            results = results.Where(r => r.Language == language);
        }

        if (query.Creative is { } creative)
        {
            results = results.Where(r => r.IsCreative == creative);
        }

        var lines = results.Join(db.Set<InstitutionRef>(), r => r.InstitutionId, i => i.Id, (r, i) => new ParticipantLine { Result = r, School = i });
        if (query.Q is { Length: > 0 } text)
        {
            var pattern = $"%{SearchText.Normalize(text)}%";
            lines = lines.Where(l => EF.Functions.Like(l.School.SearchName, pattern));
        }

        return lines.ToPage(query, Sorts, "school,-total", rows => rows.ProjectTo<ParticipantRow>(mapper), cancellationToken);
    }
}

internal static class ListParticipantsEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapList("/national/participants", ([AsParameters] ListParticipantsQuery query, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(query, token))
        .WithName("ListParticipants").WithSummary("Participants of the national test one by one, without names, the IIN masked")
        .AcceptsQuery<ListParticipantsQuery>().RequirePermission(TestingPermissions.ReadParticipants);
}
