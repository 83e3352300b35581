using System.Linq.Expressions;
using Education.BuildingBlocks.Security;
using Education.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Education.BuildingBlocks.Persistence;

/// <summary>
/// Turns a reader's scope into the narrowest SQL for a table: nothing for administrators, <c>IN (subtree)</c> for a territory,
/// <c>IN (list)</c> for institutions, so that the planner can use the table's own index on the scope column.
/// </summary>
internal static class ScopeFilter
{
    public static IQueryable<T> Apply<T>(IQueryable<T> rows, DataScope scope, IQueryable<TerritoryClosure> closure, Func<IQueryable<Guid>> institutions)
        where T : class
    {
        if (scope.Everything)
        {
            return rows;
        }

        var row = Expression.Parameter(typeof(T), "row");
        Expression condition;
        if (typeof(IInstitutionRow).IsAssignableFrom(typeof(T)))
        {
            condition = Or(InSubtree(row, scope, closure), InList(row, nameof(IInstitutionRow.Id), scope));
        }
        else if (typeof(IInstitutionScoped).IsAssignableFrom(typeof(T)))
        {
            condition = scope.TerritoryCode is null
                ? InList(row, nameof(IInstitutionScoped.InstitutionId), scope)
                : Contains(institutions(), Property<Guid>(row, nameof(IInstitutionScoped.InstitutionId)));
        }
        else if (typeof(ITerritoryScoped).IsAssignableFrom(typeof(T)))
        {
            condition = InSubtree(row, scope, closure) ?? Expression.Constant(false);
        }
        else
        {
            throw new InvalidOperationException($"{typeof(T).Name} has no scope: read it through its DbSet.");
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(condition, row));
    }

    private static Expression? InSubtree(ParameterExpression row, DataScope scope, IQueryable<TerritoryClosure> closure)
    {
        if (scope.TerritoryCode is not { } root)
        {
            return null;
        }

        var codes = closure.Where(c => c.AncestorCode == root).Select(c => c.DescendantCode);
        return Contains(codes, Property<string>(row, nameof(ITerritoryScoped.TerritoryCode)));
    }

    private static Expression InList(ParameterExpression row, string property, DataScope scope)
    {
        var ids = scope.InstitutionIds;
        if (ids.Count == 0)
        {
            return Expression.Constant(false);
        }

        Expression<Func<Guid, bool>> inList = id => ids.Contains(id);
        return new Replace(inList.Parameters[0], Property<Guid>(row, property)).Visit(inList.Body)!;
    }

    private static MethodCallExpression Contains<TKey>(IQueryable<TKey> source, Expression item) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(TKey)], source.Expression, item);

    private static MethodCallExpression Property<TKey>(ParameterExpression row, string name) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TKey)], row, Expression.Constant(name));

    private static Expression Or(Expression? left, Expression right) => left is null ? right : Expression.OrElse(left, right);

    private sealed class Replace(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
