using Education.Preschool.Groups;
using Microsoft.EntityFrameworkCore;

namespace Education.Preschool;

/// <summary>What is read past the reader's scope.</summary>
internal sealed partial class PreschoolDbContext
{
    /// <summary>Published free places are public.</summary>
    public IQueryable<Group> PublishedGroups => Set<Group>().AsNoTracking().Where(g => g.Open > 0);
}
