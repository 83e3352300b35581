import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ListQuery } from '../../api/lists';

export interface ListState {
  query: ListQuery;
  /** True when a search or filter narrows the list. */
  narrowed: boolean;
  setPage: (page: number, pageSize: number) => void;
  setSort: (sort: string) => void;
  setSearch: (q: string) => void;
  setFilter: (name: string, value: string) => void;
  reset: () => void;
}

export interface ListDefaults {
  /** Prefix of the address keys when a page holds several lists: `pupils` → `pupils.page`. */
  name?: string;
  sort?: string;
  pageSize?: number;
  filterNames: string[];
}

const positive = (text: string | null, other: number, most: number) => {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : other;
};

/** The state of a list, kept in the address: what equals the default is left out. */
export function useListState({ name, sort = '', pageSize = 50, filterNames }: ListDefaults): ListState {
  const [search, setParams] = useSearchParams();
  const prefix = name ? `${name}.` : '';
  const names = filterNames.join(' ');

  const query = useMemo<ListQuery>(() => {
    const filters: Record<string, string> = {};
    for (const filter of names.split(' ')) {
      const value = filter === '' ? null : search.get(prefix + filter);
      if (value !== null && value !== '') filters[filter] = value;
    }
    return {
      page: positive(search.get(`${prefix}page`), 1, 1_000_000),
      pageSize: positive(search.get(`${prefix}pageSize`), pageSize, 200),
      sort: search.get(`${prefix}sort`) ?? sort,
      q: search.get(`${prefix}q`) ?? '',
      filters,
    };
  }, [search, prefix, names, pageSize, sort]);

  const change = useCallback(
    (values: Record<string, string | null>, replace = false) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries(values)) {
            if (value === null || value === '') next.delete(prefix + key);
            else next.set(prefix + key, value);
          }
          return next;
        },
        { replace },
      ),
    [setParams, prefix],
  );

  return useMemo<ListState>(
    () => ({
      query,
      narrowed: query.q !== '' || Object.keys(query.filters).length > 0,
      setPage: (page, size) =>
        change({ page: page === 1 ? null : String(page), pageSize: size === pageSize ? null : String(size) }),
      setSort: (next) => change({ sort: next === sort ? null : next, page: null }),
      // Typing replaces the address, so that "back" leaves the list instead of walking through letters.
      setSearch: (q) => change({ q: q.trim(), page: null }, true),
      setFilter: (filter, value) => change({ [filter]: value, page: null }),
      reset: () =>
        change(Object.fromEntries(['q', 'page', 'sort', ...names.split(' ')].filter(Boolean).map((key) => [key, null]))),
    }),
    [query, change, names, pageSize, sort],
  );
}
