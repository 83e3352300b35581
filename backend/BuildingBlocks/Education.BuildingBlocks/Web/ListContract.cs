using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Education.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Web;

/// <summary>What every list takes: <c>page, pageSize ≤ 200, sort=name,-date, q</c> and the list's own filters as further properties.</summary>
public abstract record ListQuery
{
    /// <summary>1-based page.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1…200; 50 unless asked.</summary>
    public int? PageSize { get; init; }

    /// <summary>Fields by which to sort, <c>-</c> before a field for descending: <c>name,-date</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Search text.</summary>
    public string? Q { get; init; }
}

/// <summary>The sortable fields of a list; the id breaks every tie, so pages never repeat or skip a row.</summary>
public sealed class SortMap<T>(Expression<Func<T, Guid>> id)
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, bool, IOrderedQueryable<T>>> _fields = new(StringComparer.Ordinal);

    /// <summary>Adds a sortable field.</summary>
    public SortMap<T> By<TKey>(string name, Expression<Func<T, TKey>> key)
    {
        _fields.Add(name, (rows, first, descending) => (first, descending) switch
        {
            (true, false) => rows.OrderBy(key),
            (true, true) => rows.OrderByDescending(key),
            (false, false) => ((IOrderedQueryable<T>)rows).ThenBy(key),
            (false, true) => ((IOrderedQueryable<T>)rows).ThenByDescending(key),
        });
        return this;
    }

    /// <summary>Orders by <paramref name="sort"/>; an unknown field is a 400.</summary>
    /// <exception cref="InvalidFields">A field is unknown or named twice.</exception>
    public IQueryable<T> Apply(IQueryable<T> rows, string sort)
    {
        var first = true;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in sort.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var descending = part[0] == '-';
            var name = descending ? part[1..] : part;
            if (!_fields.TryGetValue(name, out var order) || !used.Add(name))
            {
                throw new InvalidFields("sort", "unknown-sort", name, string.Join(", ", _fields.Keys));
            }

            rows = order(rows, first, descending);
            first = false;
        }

        return first ? rows.OrderBy(id) : ((IOrderedQueryable<T>)rows).ThenBy(id);
    }
}

/// <summary>Runs a list.</summary>
public static class Paging
{
    /// <summary>Rows a page unless asked otherwise.</summary>
    public const int DefaultPageSize = 50;

    /// <summary>Most rows a page.</summary>
    public const int MaxPageSize = 200;

    /// <summary>
    /// Counts, sorts, cuts and projects: two statements, both on <paramref name="rows"/>, which is already filtered by scope.
    /// </summary>
    public static async Task<PagedResult<TRow>> ToPage<T, TRow>(
        this IQueryable<T> rows, ListQuery query, SortMap<T> sorts, string defaultSort,
        Func<IQueryable<T>, IQueryable<TRow>> project, CancellationToken cancellationToken)
    {
        var page = query.Page ?? 1;
        var size = query.PageSize ?? DefaultPageSize;
        var ordered = sorts.Apply(rows, string.IsNullOrWhiteSpace(query.Sort) ? defaultSort : query.Sort);
        var total = await rows.CountAsync(cancellationToken);
        var items = total == 0 || (long)(page - 1) * size >= total
            ? []
            : await project(ordered.Skip((page - 1) * size).Take(size)).ToListAsync(cancellationToken);
        return new(items, page, size, total);
    }

    /// <summary>
    /// A GET whose query derives from <see cref="ListQuery"/>. Bound at run time: the generator that binds all other endpoints when they are compiled does not
    /// see inherited properties, and a list would silently lose its page, order and search.
    /// </summary>
#pragma warning disable RDG002 // Unable to resolve the handler: that is the purpose.
    public static RouteHandlerBuilder MapList(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) => routes.MapGet(pattern, handler);
#pragma warning restore RDG002

    /// <summary>
    /// Declares the query parameters of an endpoint: an unknown name or an unreadable value is a 400 that names them all at once.
    /// </summary>
    public static RouteHandlerBuilder AcceptsQuery<TQuery>(this RouteHandlerBuilder builder) => builder.WithMetadata(QueryShape.Of(typeof(TQuery)));
}

/// <summary>Names and types of an endpoint's query parameters.</summary>
internal sealed class QueryShape
{
    private readonly Dictionary<string, Type> _parameters = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, Type> Parameters => _parameters;

    public static QueryShape Of(Type query)
    {
        var shape = new QueryShape();
        foreach (var property in query.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract"))
        {
            shape._parameters.Add(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.PropertyType);
        }

        return shape;
    }

    public List<FieldError> Check(IQueryCollection query)
    {
        var errors = new List<FieldError>();
        foreach (var (name, values) in query)
        {
            if (!_parameters.TryGetValue(name, out var type))
            {
                errors.Add(new(name, "unknown-parameter"));
                continue;
            }

            var readable = values.Count(v => CanRead(Element(type), v));
            if (readable < values.Count || (values.Count > 1 && !type.IsArray))
            {
                errors.Add(new(name, "unknown-value"));
            }
            else if (Most(name) is { } most && int.Parse(values[0]!, CultureInfo.InvariantCulture) is var number && (number < 1 || number > most))
            {
                errors.Add(new(name, "out-of-range", 1, most));
            }
        }

        return errors;
    }

    /// <summary>
    /// The query as the framework can bind it: it knows the words of an enumeration only as they stand in the code, the API writes them in
    /// lower case.
    /// </summary>
    public QueryString Canonical(QueryString text, IQueryCollection query)
    {
        return query.Any(p => Element(_parameters[p.Key]).IsEnum)
            ? QueryString.Create(query.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, Word(Element(_parameters[p.Key]), v)))))
            : text;
    }

    private static string? Word(Type type, string? value) =>
        type.IsEnum ? Array.Find(Enum.GetNames(type), n => n.Equals(value, StringComparison.OrdinalIgnoreCase)) : value;

    private static Type Element(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(element) ?? element;
    }

    private static int? Most(string name) => name switch
    {
        _ when name.Equals("page", StringComparison.OrdinalIgnoreCase) => int.MaxValue,
        _ when name.Equals("pageSize", StringComparison.OrdinalIgnoreCase) => Paging.MaxPageSize,
        _ => null,
    };

    private static bool CanRead(Type type, string? text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            _ when type == typeof(string) => true,
            _ when string.IsNullOrEmpty(text) => false,
            // Names only: "1" and "queued,running" would be read as numbers.
            { IsEnum: true } => Array.Exists(Enum.GetNames(type), n => n.Equals(text, StringComparison.OrdinalIgnoreCase)),
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out _),
            _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out _),
            _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, invariant, out _),
            _ when type == typeof(bool) => bool.TryParse(text, out _),
            _ when type == typeof(Guid) => Guid.TryParse(text, out _),
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out _),
            _ when type == typeof(DateTime) => DateTime.TryParse(text, invariant, DateTimeStyles.RoundtripKind, out _),
            _ => false,
        };
    }
}
