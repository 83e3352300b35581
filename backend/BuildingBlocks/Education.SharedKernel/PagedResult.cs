namespace Education.SharedKernel;

/// <summary>One page of a list: <c>{items, page, pageSize, total}</c>.</summary>
/// <param name="Items">The rows of the page, at most <paramref name="PageSize"/>.</param>
/// <param name="Page">1-based.</param>
/// <param name="PageSize">1…200.</param>
/// <param name="Total">Rows the reader may see that fit the filters, over all pages.</param>
public sealed record PagedResult<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total);
