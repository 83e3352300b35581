using Education.Access.Roles;
using Education.Access.Users;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.Access.Demo;

/// <summary>The demo's accounts: one published password, made by the verb <c>seed-demo</c> only.</summary>
internal sealed class DemoUsers(AccessDbContext db, Passwords passwords)
{
    public const string Main = "demo";
    public const string Password = "Bilim.Karaganda.2017";

    private const string CityOfKaraganda = "351000000";

    public async Task Seed(CancellationToken cancellationToken)
    {
        // A gymnasium sits the national test: at the music school, the first of the list, the account would find empty pages.
        var school = await db.Set<InstitutionRef>().OrderBy(i => i.SearchName.StartsWith("№ 1 ГИМНАЗИЯ") ? 0 : 1).ThenBy(i => i.SortName).ThenBy(i => i.Id).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellationToken);
        var atSchool = school is { } id ? new DataScope(false, null, [id]) : DataScope.None;
        var inCity = new DataScope(false, CityOfKaraganda, []);
        await Add(Main, "Асанов Асан", [RoleSeed.Head, RoleSeed.Specialist], DataScope.All, cancellationToken);
        await Add("admin", "Әкімші Айгүл", [Role.Administrator], DataScope.All, cancellationToken);
        await Add("specialist", "Маманова Мәншүк", [RoleSeed.Specialist], DataScope.All, cancellationToken);
        await Add("rayon", "Аудан Арман", [RoleSeed.Specialist], inCity, cancellationToken);
        await Add("school", "Мектепова Мерует", [RoleSeed.InstitutionStaff], atSchool, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Demo accounts: {Main}, admin, specialist, rayon, school. Password of each: {Password}");
    }

    private async Task Add(string userName, string displayName, string[] roles, DataScope scope, CancellationToken cancellationToken)
    {
        var name = UserNames.Normalize(userName);
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedName == name, cancellationToken);
        if (user is null)
        {
            user = new User(userName, displayName, Language.Kk, passwords.Hash(Password));
            user.MarkDemo();
            db.Add(user);
        }

        // The demo school appears with the first demo data that has institutions.
        if (user.IsDemo && user.Scope() is { Everything: false, TerritoryCode: null, InstitutionIds.Count: 0 })
        {
            user.Grant(roles, scope);
        }
    }
}
