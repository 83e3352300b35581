using Education.Access.Clients;
using Education.Access.Roles;
using Education.Access.SignIn;
using Education.Access.Users;
using Education.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Education.Access;

internal sealed class AccessDbContext(DbContextOptions<AccessDbContext> options, ModuleDbServices services, AccountStore accounts)
    : ModuleDbContext(options, services)
{
    public override string ModuleName => "access";

    public DbSet<User> Users => Set<User>();

    public DbSet<UserActivity> Activities => Set<UserActivity>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<KnownPermission> KnownPermissions => Set<KnownPermission>();

    public DbSet<MachineClient> Clients => Set<MachineClient>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<SignInAttempts> Attempts => Set<SignInAttempts>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Here and not in the handlers: none of them can forget that rights it changes hold from the next request on.
        var rightsChange = ChangeTracker.Entries().Any(
            e => e.State != EntityState.Unchanged && e.Entity is User or Role or MachineClient or EndedSession);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (rightsChange)
        {
            accounts.Forget();
        }

        return saved;
    }

    protected override void MapTables(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("Users");
            user.Property(u => u.UserName).HasMaxLength(UserNames.MaxLength);
            user.Property(u => u.NormalizedName).HasMaxLength(2 * UserNames.MaxLength);
            user.HasIndex(u => u.NormalizedName).IsUnique();
            user.HasIndex(u => u.SortName);
            user.Property(u => u.TerritoryCode).HasMaxLength(9);
            user.Property(u => u.SecurityStamp).HasMaxLength(64);
            user.HasOne(u => u.Activity).WithOne().HasForeignKey<UserActivity>(a => a.UserId);
            user.Navigation(u => u.Activity).IsRequired();
        });
        model.Entity<UserActivity>(activity =>
        {
            activity.ToTable("UserActivities");
            activity.HasKey(a => a.UserId);
            activity.Property(a => a.UserId).ValueGeneratedNever();
        });
        model.Entity<Role>(role =>
        {
            role.ToTable("Roles");
            role.Property(r => r.Code).HasMaxLength(Role.MaxCode);
            role.HasIndex(r => r.Code).IsUnique();
        });
        model.Entity<KnownPermission>(known =>
        {
            known.ToTable("KnownPermissions");
            known.HasKey(k => k.Code);
            known.Property(k => k.Code).HasMaxLength(100);
        });
        model.Entity<MachineClient>(client =>
        {
            client.ToTable("MachineClients");
            client.Property(c => c.TerritoryCode).HasMaxLength(9);
            client.Property(c => c.SecretHash).HasMaxLength(64);
            client.Property(c => c.SecurityStamp).HasMaxLength(64);
            client.HasIndex(c => c.SortName);
        });
        MapSignIn(model);
    }

    private static void MapSignIn(ModelBuilder model)
    {
        model.Entity<EndedSession>(session =>
        {
            session.ToTable("EndedSessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasIndex(s => s.UserId);
        });
        model.Entity<SignInAttempts>(attempts =>
        {
            attempts.ToTable("SignInAttempts");
            attempts.HasKey(a => a.NameHash);
            attempts.Property(a => a.NameHash).HasMaxLength(64);
        });
        model.Entity<ProtectionKey>(key =>
        {
            key.ToTable("ProtectionKeys");
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Xml).Unbounded();
        });
    }
}
