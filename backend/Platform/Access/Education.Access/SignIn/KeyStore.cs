using Education.BuildingBlocks.Persistence;
using System.Xml.Linq;
using Education.SharedKernel;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access.SignIn;

/// <summary>A key that signs and encrypts cookies and tokens.</summary>
[NotAudited]
internal sealed class ProtectionKey
{
    public Guid Id { get; init; } = SequentialGuid.Next();

    public string FriendlyName { get; init; } = "";

    public string Xml { get; init; } = "";
}

/// <summary>Keeps the keys of the framework's data protection in the database. They are as safe as the database is (docs/operations).</summary>
internal sealed class KeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<AccessDbContext>().ProtectionKeys.AsNoTracking().Select(k => k.Xml).ToList().Select(x => XElement.Parse(x))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        db.Add(new ProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });

        // The framework's interface is synchronous; it calls this once in ninety days.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
