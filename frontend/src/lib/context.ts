import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';

/** What every page shares stands in the address, so that a link shows the colleague the same thing. */
export const contextKeys = ['year', 'territory', 'institution', 'lang'] as const;

export interface PageContext {
  /** Reporting year; null = not chosen. */
  year: number | null;
  /** КАТО code; null = the whole scope of the user. */
  territory: string | null;
  institution: string | null;
}

export type ContextChange = Partial<Record<(typeof contextKeys)[number], string | number | null>>;

/** The context of the address and a function that changes it in place. */
export function usePageContext(): PageContext & { change: (values: ContextChange) => void } {
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year'));
  const change = useCallback(
    (values: ContextChange) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries(values)) {
            if (value === null || value === '') next.delete(key);
            else next.set(key, String(value));
          }
          // Another year or territory is another list: its first page is shown.
          for (const key of [...next.keys()]) if (key === 'page' || key.endsWith('.page')) next.delete(key);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return {
    year: Number.isInteger(year) && year >= 1991 && year <= 2100 ? year : null,
    territory: search.get('territory'),
    institution: search.get('institution'),
    change,
  };
}

/** Adds the context of the present address to a path, leaving what the path itself says. */
export function withContext(to: string, presentSearch: string): string {
  const [path = '', own = ''] = to.split('?', 2);
  const present = new URLSearchParams(presentSearch);
  const next = new URLSearchParams(own);
  for (const key of contextKeys) {
    const value = present.get(key);
    if (value !== null && !next.has(key)) next.set(key, value);
  }
  const search = next.toString();
  return search === '' ? path : `${path}?${search}`;
}

export function useContextPath(): (to: string) => string {
  const { search } = useLocation();
  return useMemo(() => (to: string) => withContext(to, search), [search]);
}
