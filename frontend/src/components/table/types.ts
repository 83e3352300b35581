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

/** The name a column is sorted by in `sort=`. */
export const sortName = <T>(column: DataColumn<T>) => (typeof column.sortable === 'string' ? column.sortable : column.key);

export interface RowsProps<T extends object> {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: DataColumn<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Path of the row's page; the heading column becomes a link, the whole row opens it. */
  href?: (row: T) => string;
  /** Instead of `href`: opens a drawer or dialog. */
  onOpen?: (row: T) => void;
  /** Keys of the ticked rows; with it every row has a box. */
  selection?: { keys: string[]; onChange: (keys: string[]) => void };
  /** The present order and what to do with another; without it headings do not sort. */
  sort?: string;
  onSort?: (sort: string) => void;
  size?: 'small' | 'middle' | 'large';
}

export interface DataTableProps<T extends object> extends Pick<
  RowsProps<T>,
  'caption' | 'columns' | 'rowKey' | 'href' | 'onOpen' | 'selection'
> {
  /** Address of the list, or a function that reads a page of it. */
  source: string | ((query: ListQuery, signal: AbortSignal) => Promise<ListPage<T>>);
  /** Needed when `source` is a function, and to invalidate after a change; by default the address. */
  queryKey?: readonly unknown[];
  /** Filters that do not belong to the user: context, parent. */
  params?: Params;
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
  /** Re-reads while something runs, in milliseconds. */
  refetchInterval?: number;
}
