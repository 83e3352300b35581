import type { ReactNode } from 'react';
import type { Params } from '../../api/client';
import type { ListPage, ListQuery } from '../../api/lists';

export interface DataColumn<T> {
  /** Name of the field in the row and, if sortable, in `sort=`. */
  key: string;
  title: string;
  render?: (row: T) => ReactNode;
  /** true: sorts by `key`; text: by that name. */
  sortable?: boolean | string;
  /** Numbers stand at the right in figures of equal width. */
  numeric?: boolean;
  width?: number | string;
  /** On a phone: the heading of the card, a line of it (default), or nothing. The heading (else the first column) opens the row. */
  card?: 'title' | 'line' | 'hidden';
}

export interface DataFilter {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

export interface DataTableProps<T extends object> {
  /** What the table holds, for screen readers. */
  caption: string;
  /** Address of the list, or a function that reads a page of it. */
  source: string | ((query: ListQuery, signal: AbortSignal) => Promise<ListPage<T>>);
  /** Needed when `source` is a function, and to invalidate after a change; by default the address. */
  queryKey?: readonly unknown[];
  /** Filters that do not belong to the user: context, parent. */
  params?: Params;
  columns: DataColumn<T>[];
  rowKey: (row: T) => string;
  /** Path of the row's page; the heading column becomes a link, the whole row opens it. */
  href?: (row: T) => string;
  /** Instead of `href`: opens a drawer or dialog. */
  onOpen?: (row: T) => void;
  /** Prefix in the address when the page has several tables. */
  name?: string;
  defaultSort?: string;
  defaultPageSize?: number;
  /** Placeholder of the search box, false for none. */
  search?: string | false;
  filters?: DataFilter[];
  /** What an empty register says: what belongs here and how it gets here. */
  empty?: { title: string; text?: ReactNode; action?: ReactNode };
  /** Buttons beside the search, e.g. "Add". */
  toolbar?: ReactNode;
  /** Gets the present query, so that the export holds what is seen. */
  exportSlot?: (query: ListQuery) => ReactNode;
  /** Keys of the ticked rows; with it every row has a box. */
  selection?: { keys: string[]; onChange: (keys: string[]) => void };
  /** Re-reads while something runs, in milliseconds. */
  refetchInterval?: number;
}
