using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Security;
using Education.Preschool.Network;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Groups;

/// <summary>Groups move up a year, all of one kindergarten or of every kindergarten in the writer's scope.</summary>
internal sealed record OpenNextYearCommand(Guid? InstitutionId) : ICommand<OpenNextYearResult>;

/// <summary>What became of the groups; again it finds nothing to do.</summary>
/// <param name="AcademicYear">The year that was opened.</param>
/// <param name="Children">Children who went up with their groups.</param>
/// <param name="Finished">Groups whose children go to school.</param>
/// <param name="Left">Their children.</param>
internal sealed record OpenNextYearResult(int AcademicYear, int Groups, int Children, int Finished, int Left);

internal sealed class OpenNextYearValidator : AbstractValidator<OpenNextYearCommand>
{
    public OpenNextYearValidator() => RuleFor(c => c.InstitutionId).NotEmpty().When(c => c.InstitutionId is not null);
}

internal sealed class OpenNextYearHandler(PreschoolDbContext db, Kindergartens kindergartens, GroupNorms norms, TimeProvider time)
    : ICommandHandler<OpenNextYearCommand, OpenNextYearResult>
{
    public async Task<OpenNextYearResult> Handle(OpenNextYearCommand command, CancellationToken cancellationToken)
    {
        var one = command.InstitutionId is { } id ? await kindergartens.Require(id, cancellationToken) : null;
        await norms.RequireTransferWindow(one?.TerritoryCode, cancellationToken);
        var year = time.Today().Year;
        var places = await kindergartens.Visible().Where(i => one == null || i.Id == one.Id)
            .Where(i => db.Scoped<Group>().Any(g => g.InstitutionId == i.Id && g.IsCurrent && g.AcademicYear < year))
            .ToDictionaryAsync(i => i.Id, i => i.TerritoryCode, cancellationToken);
        var groups = await db.Scoped<Group>().Where(g => places.Keys.Contains(g.InstitutionId) && (g.AcademicYear == year || (g.IsCurrent && g.AcademicYear < year)))
            .OrderBy(g => g.Id).ToListAsync(cancellationToken);
        var names = groups.Where(g => g.AcademicYear == year).Select(g => (g.InstitutionId, g.Name)).ToHashSet();
        var books = new Dictionary<string, NormBook>(StringComparer.Ordinal);
        foreach (var territory in places.Values.Distinct(StringComparer.Ordinal))
        {
            books[territory] = await norms.Of(year, territory, cancellationToken);
        }

        var result = new OpenNextYearResult(year, 0, 0, 0, 0);
        foreach (var group in groups.Where(g => g.AcademicYear < year && g.ClosedOn is null))
        {
            result = MoveUp(group, books[places[group.InstitutionId]], names, result);
        }

        await db.SaveChangesAsync(cancellationToken);
        return result;
    }

    private OpenNextYearResult MoveUp(Group group, NormBook next, HashSet<(Guid, string)> names, OpenNextYearResult sum)
    {
        if (next.FindAge(group.BirthYear) is null)
        {
            group.EndYear();
            return sum with { Finished = sum.Finished + 1, Left = sum.Left + group.Children };
        }

        var name = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? group.Name : $"{group.Name} ({n})").First(n => names.Add((group.InstitutionId, n)));
        db.Add(group.MoveUp(name, next));
        return sum with { Groups = sum.Groups + 1, Children = sum.Children + group.Children };
    }
}

internal static class OpenNextYearEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/groups/next-year", (OpenNextYearCommand command, IDispatcher dispatcher, CancellationToken token) => dispatcher.Send(command, token))
        .WithName("OpenNextYear").WithSummary("Moves groups up into the academic year that begins on 1 September; in August only")
        .RequirePermission(PreschoolPermissions.WriteGroups);
}
