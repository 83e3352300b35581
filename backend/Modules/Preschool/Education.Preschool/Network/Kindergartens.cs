using Education.BuildingBlocks.Persistence;
using Education.Registry.Contracts;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool.Network;

/// <summary>Which institutions of the Registry are preschool organisations, and the one that a request means.</summary>
internal sealed class Kindergartens(PreschoolDbContext db, IInstitutionDirectory directory)
{
    /// <summary>Kinds of the Registry with preschool groups (Закон «Об образовании», art. 40; a mini-centre is counted by itself).</summary>
    public static readonly string[] Kinds = ["kindergarten", "nursery-kindergarten", "mini-centre", "school-kindergarten"];

    public const string Active = "Active";

    /// <summary>Preschool organisations that the reader may see, those that work today.</summary>
    public IQueryable<InstitutionRef> Visible() =>
        db.Scoped<InstitutionRef>().AsNoTracking().Where(i => i.Status == Active && Kinds.Contains(i.KindCode));

    /// <summary>The preschool organisation, to be written to.</summary>
    /// <exception cref="NotFound">Unknown or outside the scope.</exception>
    /// <exception cref="RuleViolation"><c>preschool.not-a-kindergarten</c>, <c>preschool.kindergarten-closed</c>.</exception>
    public async Task<InstitutionInfo> Require(Guid id, CancellationToken cancellationToken)
    {
        var found = await directory.Find([id], cancellationToken);
        if (!found.TryGetValue(id, out var institution) || institution.Id != id)
        {
            throw new NotFound("Kindergarten", id);
        }

        if (!Kinds.Contains(institution.Kind))
        {
            throw new RuleViolation("preschool.not-a-kindergarten");
        }

        return institution.IsClosed ? throw new RuleViolation("preschool.kindergarten-closed") : institution;
    }
}
