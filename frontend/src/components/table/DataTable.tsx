import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Pagination, Skeleton, Table, type TableProps } from 'antd';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '../../api/problem';
import { fetchList } from '../../api/lists';
import { useContextPath } from '../../lib/context';
import { formatNumber } from '../../lib/formats';
import { usePhone } from '../../lib/hooks';
import { currentLanguage } from '../../lib/language';
import { AppLink } from '../AppLink';
import { Empty } from '../Empty';
import { ProblemAlert } from '../ProblemAlert';
import { Cards } from './Cards';
import { Toolbar } from './Toolbar';
import type { DataColumn, DataTableProps } from './types';
import { useListState } from './useListState';
import './table.css';

type SortOrder = 'ascend' | 'descend' | null;

const sortName = <T,>(column: DataColumn<T>) => (typeof column.sortable === 'string' ? column.sortable : column.key);

function sortOrder(sort: string, name: string): SortOrder {
  const first = sort.split(',')[0];
  if (first === name) return 'ascend';
  return first === `-${name}` ? 'descend' : null;
}

function content<T extends object>(column: DataColumn<T>, row: T): ReactNode {
  if (column.render) return column.render(row);
  const value = (row as Record<string, unknown>)[column.key];
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'number' ? formatNumber(value) : (value as ReactNode);
}

/** Up and Down walk over the rows, as in a spreadsheet. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = (event.target as HTMLElement).closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>('.row-link');
  if (!link || !(event.target as HTMLElement).classList.contains('row-link')) return;
  event.preventDefault();
  link.focus();
}

/** A list of the API: pages, sorting, search and filters on the server, their state in the address. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { caption, source, columns, rowKey, href, onOpen, filters = [], empty, selection, params } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const state = useListState({
    name: props.name,
    sort: props.defaultSort,
    pageSize: props.defaultPageSize,
    filterNames: filters.map((filter) => filter.name),
  });
  const { query } = state;

  const list = useQuery({
    queryKey: [...(props.queryKey ?? [typeof source === 'string' ? source : caption]), currentLanguage(), params, query],
    queryFn: ({ signal }) => (typeof source === 'string' ? fetchList<T>(source, query, params, signal) : source(query, signal)),
    placeholderData: keepPreviousData,
    refetchInterval: props.refetchInterval,
  });
  const rows = list.data?.items ?? [];
  const total = list.data?.total ?? 0;

  const link = (row: T, inner: ReactNode): ReactNode => {
    if (href) {
      return (
        <AppLink className="row-link" to={href(row)}>
          {inner}
        </AppLink>
      );
    }
    if (!onOpen) return inner;
    return (
      <button type="button" className="row-link" onClick={() => onOpen(row)}>
        {inner}
      </button>
    );
  };

  const openRow = (row: T, event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.closest('a, button, input, label, .ant-checkbox-wrapper') || window.getSelection()?.toString()) return;
    if (href) void navigate(contextPath(href(row)));
    else onOpen?.(row);
  };

  const heading = columns.find((column) => column.card === 'title') ?? columns[0];
  const tableColumns: TableProps<T>['columns'] = columns.map((column) => ({
    key: column.key,
    title: column.title,
    width: column.width,
    align: column.numeric ? 'right' : 'left',
    className: column.numeric ? 'numeric' : undefined,
    sorter: Boolean(column.sortable),
    sortOrder: column.sortable ? sortOrder(query.sort, sortName(column)) : undefined,
    render: (_: unknown, row: T) => (column === heading ? link(row, content(column, row)) : content(column, row)),
  }));

  // Cards have no headings to click.
  const sorts = columns
    .filter((column) => column.sortable)
    .flatMap((column) => [
      { value: sortName(column), label: `${column.title} ↑` },
      { value: `-${sortName(column)}`, label: `${column.title} ↓` },
    ]);

  const onChange: TableProps<T>['onChange'] = (_page, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    const column = columns.find((c) => c.key === one?.columnKey);
    if (!column) return;
    state.setSort(one?.order ? (one.order === 'descend' ? '-' : '') + sortName(column) : (props.defaultSort ?? ''));
  };

  const nothing =
    total > 0 ? (
      <Empty
        title={t('table.beyond')}
        action={<Button onClick={() => state.setPage(1, query.pageSize)}>{t('table.first-page')}</Button>}
      />
    ) : state.narrowed ? (
      <Empty title={t('table.nothing-found')} text={t('table.nothing-found.text')} />
    ) : (
      <Empty title={empty?.title ?? t('table.empty')} text={empty?.text ?? t('table.empty.text')} action={empty?.action} />
    );

  const body = () => {
    if (list.isError) {
      // A refused sort or filter of the address would be refused again: begin anew without them.
      const refused = asProblem(list.error).status === 400;
      return <ProblemAlert error={list.error} onRetry={() => (refused ? state.reset() : void list.refetch())} />;
    }
    if (list.isPending) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
    if (rows.length === 0) return nothing;
    if (phone) return <Cards {...{ caption, columns, rows, rowKey, link, selection }} cell={content} />;
    return (
      <Table<T>
        aria-label={caption}
        columns={tableColumns}
        dataSource={rows}
        rowKey={rowKey}
        pagination={false}
        showSorterTooltip={false}
        scroll={{ x: 'max-content' }}
        onChange={onChange}
        rowSelection={selection && { selectedRowKeys: selection.keys, onChange: (keys) => selection.onChange(keys.map(String)) }}
        onRow={(row) => ({
          className: href || onOpen ? 'row-opens' : undefined,
          onClick: (event: MouseEvent<HTMLElement>) => openRow(row, event),
          onKeyDown: moveFocus,
        })}
      />
    );
  };

  return (
    <section className="data-table" aria-label={caption} aria-busy={list.isFetching}>
      <Toolbar state={state} search={props.search ?? t('table.search')} filters={filters} sorts={phone ? sorts : []}>
        {props.toolbar || props.exportSlot ? (
          <>
            {props.exportSlot?.(query)}
            {props.toolbar}
          </>
        ) : null}
      </Toolbar>
      <div className={list.isPlaceholderData ? 'table-body table-stale' : 'table-body'}>{body()}</div>
      {rows.length > 0 && !list.isError && (
        <div className="table-foot">
          <span aria-live="polite">{t('table.total', { count: total, shown: formatNumber(total) })}</span>
          {total > Math.min(query.pageSize, 20) && (
            <Pagination
              current={query.page}
              pageSize={query.pageSize}
              total={total}
              simple={phone}
              showSizeChanger={!phone && { 'aria-label': t('table.page-size') }}
              pageSizeOptions={[20, 50, 100, 200]}
              onChange={state.setPage}
            />
          )}
        </div>
      )}
    </section>
  );
}
