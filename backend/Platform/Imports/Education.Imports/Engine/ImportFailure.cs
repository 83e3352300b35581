using Education.BuildingBlocks.Security;
using Education.BuildingBlocks.Web;
using Education.Imports.Storage;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Imports.Engine;

/// <summary>
/// Keeps with the import why its job gave up, in a scope of its own: nothing of the failed work may ride along with this save. A text of
/// an unexpected exception is never kept: it may quote the data.
/// </summary>
internal sealed class ImportFailure(IServiceScopeFactory scopes, CurrentUser user)
{
    public async Task Keep(Guid importId, Guid jobId, Exception exception)
    {
        var (code, args) = exception switch
        {
            RuleViolation violation => (violation.Code, violation.Args),
            Problem problem => (problem.Code, problem.Args),
            NotFound => ("not-found", []),
            _ => ("job.failed", []),
        };
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(user.Context);
        var db = scope.ServiceProvider.GetRequiredService<ImportsDbContext>();
        var import = await db.Imports.SingleAsync(i => i.Id == importId, CancellationToken.None);
        if (import.IsBusy && import.JobId == jobId)
        {
            import.Fail(code, ErrorArgs.Write(args));
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
