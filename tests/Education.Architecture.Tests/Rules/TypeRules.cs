using System.Reflection;
using Education.BuildingBlocks.Messaging;
using Module = Education.BuildingBlocks.Modules.Module;
using Education.BuildingBlocks.Persistence;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Education.Architecture.Tests.Rules;

/// <summary>What the types of a module have to be.</summary>
internal static class TypeRules
{
    private static readonly HashSet<Type> ShapelessTypes = [typeof(Guid), typeof(long), typeof(int), typeof(bool), typeof(DateOnly), typeof(DateTime)];

    public static List<string> OneExportedType(Assembly assembly) =>
        [.. assembly.GetExportedTypes().Where(t => !t.IsSubclassOf(typeof(Module))).Select(t => $"{t.FullName} must be internal: a module shows its module class only")];

    public static List<string> KnowOnly(Assembly assembly, params string[] allowed) =>
    [
        .. assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n != "netstandard" && !allowed.Contains(n))
            .Select(n => $"{assembly.GetName().Name} must not know {n}"),
    ];

    /// <summary>
    /// A command has a validator, or nothing that could have a wrong shape: ids, versions, numbers bound by the domain, switches, words of an
    /// enumeration, days. A text, a list or a nested object needs one.
    /// </summary>
    public static List<string> CommandsAreValidated(IReadOnlyCollection<Type> types)
    {
        var validated = types.SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>))
            .Select(i => i.GetGenericArguments()[0]).ToHashSet();
        return
        [
            .. types.Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))
                .Where(t => !validated.Contains(t) && t.GetProperties().Any(p => p.Name != "EqualityContract" && !IsShapeless(p.PropertyType)))
                .Select(t => $"{t.Name} has no validator"),
        ];
    }

    public static List<string> EventsAreNamed(IReadOnlyCollection<Type> types)
    {
        var events = types.Where(t => typeof(IIntegrationEvent).IsAssignableFrom(t) && t is { IsInterface: false, IsAbstract: false }).ToList();
        var named = events.ToLookup(e => e.GetCustomAttribute<EventNameAttribute>()?.Name, StringComparer.Ordinal);
        return
        [
            .. named[null].Select(e => $"{e.Name} has no [EventName]"),
            .. named.Where(g => g.Key is not null && g.Count() > 1).Select(g => $"{g.Key} is the name of several events"),
            .. named.Where(g => g.Key is not null && !System.Text.RegularExpressions.Regex.IsMatch(g.Key, @"^[a-z]+\.[a-z-]+\.v\d+$")).Select(g => $"{g.Key} is not module.fact.vN"),
        ];
    }

    /// <summary>Scoped rows are read through <c>Scoped&lt;T&gt;()</c>: no property gives them unfiltered.</summary>
    public static List<string> ScopedRowsHaveNoDbSet(IEnumerable<Type> contexts) =>
    [
        .. contexts.SelectMany(c => c.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>) && IsScoped(p.PropertyType.GetGenericArguments()[0]))
            .Select(p => $"{c.Name}.{p.Name} gives scoped rows without a scope")),
    ];

    /// <summary>Every table of a module is named after it, and holds audited rows with a version, or says that it does not.</summary>
    public static List<string> Tables(IModel model, string module, bool sqlite)
    {
        var found = new List<string>();
        foreach (var entity in model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsTableExcludedFromMigrations()))
        {
            var table = entity.GetTableName()!;
            if (sqlite ? !table.StartsWith(module + "_", StringComparison.Ordinal) : entity.GetSchema() != module)
            {
                found.Add($"{entity.GetSchema()}.{table} is not in the module's {(sqlite ? "prefix" : "schema")} {module}");
            }

            if (entity.IsOwned())
            {
                found.Add($"{entity.DisplayName()} is an owned type: neither version nor audit see its changes; take a complex property or a child entity");
            }
            else if (!typeof(Entity).IsAssignableFrom(entity.ClrType) && !entity.ClrType.IsDefined(typeof(NotAuditedAttribute), true)
                && entity.ClrType.Assembly != typeof(Entity).Assembly)
            {
                found.Add($"{entity.DisplayName()} is no Entity: it must say that it is [NotAudited]");
            }
        }

        return found;
    }

    public static bool IsScoped(Type type) =>
        typeof(ITerritoryScoped).IsAssignableFrom(type) || typeof(IInstitutionScoped).IsAssignableFrom(type) || typeof(IInstitutionRow).IsAssignableFrom(type);

    private static bool IsShapeless(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || ShapelessTypes.Contains(plain);
    }
}
