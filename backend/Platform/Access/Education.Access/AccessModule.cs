using Education.Access.Clients;
using Education.Access.Contracts;
using Education.Access.Demo;
using Education.Access.Roles;
using Education.Access.SignIn;
using Education.Access.Users;
using Education.BuildingBlocks.Modules;
using Education.BuildingBlocks.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Education.Access;

/// <summary>Module <c>access</c>: users, roles, permissions, scopes, machine clients, sign-in.</summary>
public sealed class AccessModule : Module
{
    /// <inheritdoc/>
    public override string Name => "access";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dependencies => ["registry"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Permissions => AccessPermissions.All;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultRoles { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [AccessPermissions.ReadUsers] = [RoleSeed.Head, RoleSeed.Auditor],
        [AccessPermissions.ReadRoles] = [RoleSeed.Head, RoleSeed.Auditor],
        [AccessPermissions.ReadClients] = [RoleSeed.Auditor],
        [AccessPermissions.ManageUsers] = [],
        [AccessPermissions.ManageRoles] = [],
        [AccessPermissions.ManageClients] = [],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Access").Get<AccessSettings>() ?? new AccessSettings();
        services.AddModuleDbContext<AccessDbContext>(Name);
        services.AddSingleton(settings);
        services.AddSingleton<AccountStore>();
        services.AddSingleton<IUserContextLoader>(provider => provider.GetRequiredService<AccountStore>());
        services.AddSingleton<TicketCheck>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Iterations);
        services.AddSingleton<Passwords>();
        services.AddScoped<BrowserSession>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<RightsGuard>();
        services.AddScoped<ScopeNames>();
        services.AddScoped<RoleSeed>();
        services.AddScoped<IAdministratorAccounts, AdministratorAccounts>();
        services.AddScoped<DemoUsers>();
        services.AddSignIn(settings);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetSessionEndpoint.Map(routes);
        SignInEndpoint.Map(routes);
        SignOutEndpoint.Map(routes);
        ChangePasswordEndpoint.Map(routes);
        ProfileEndpoints.Map(routes);
        ListUsersEndpoint.Map(routes);
        GetUserEndpoint.Map(routes);
        CreateUserEndpoint.Map(routes);
        UpdateUserEndpoint.Map(routes);
        LockUserEndpoint.Map(routes);
        SetPasswordEndpoint.Map(routes);
        ListPermissionsEndpoint.Map(routes);
        ListRolesEndpoint.Map(routes);
        SaveRoleEndpoint.Map(routes);
        DeleteRoleEndpoint.Map(routes);
        ListClientsEndpoint.Map(routes);
        SaveClientEndpoint.Map(routes);
        RotateSecretEndpoint.Map(routes);
        IssueTokenEndpoint.Map(routes);
    }

    /// <inheritdoc/>
    public override async Task SeedReference(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<RoleSeed>().Seed(cancellationToken);

        // The first key is made here, once, and not by several copies that start at the same moment.
        _ = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("first-key").Protect("");
    }

    /// <inheritdoc/>
    public override Task SeedDemo(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DemoUsers>().Seed(cancellationToken);
}
