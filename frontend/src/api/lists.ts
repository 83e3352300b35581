import { apiGet, type Params } from './client';

/** The list contract: `?page=1&pageSize=50&sort=name,-date&q=…&<filters>` → a page. */
export interface ListPage<T> {
  items: T[];
  page: number;
  pageSize: number;
  total: number;
}

export interface ListQuery {
  page: number;
  pageSize: number;
  sort: string;
  q: string;
  filters: Record<string, string>;
}

export function listParams(query: ListQuery, fixed: Params = {}): Params {
  const { page, pageSize, sort, q, filters } = query;
  return { ...fixed, ...filters, page, pageSize, sort, q };
}

export function fetchList<T>(path: string, query: ListQuery, fixed?: Params, signal?: AbortSignal): Promise<ListPage<T>> {
  return apiGet<ListPage<T>>(path, listParams(query, fixed), signal);
}
