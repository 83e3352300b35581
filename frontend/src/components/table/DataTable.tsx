import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Pagination, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { fetchList } from '../../api/lists';
import { formatNumber } from '../../lib/formats';
import { usePhone } from '../../lib/hooks';
import { currentLanguage } from '../../lib/language';
import { Empty } from '../Empty';
import { ProblemAlert } from '../ProblemAlert';
import { Rows } from './Rows';
import { Toolbar } from './Toolbar';
import { sortName, type DataTableProps } from './types';
import { useListState } from './useListState';
import './table.css';

/** A list of the API: pages, sorting, search and filters on the server, their state in the address. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { caption, source, columns, rowKey, href, onOpen, filters = [], empty, selection, params } = props;
  const { t } = useTranslation();
  const phone = usePhone();
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

  // Cards have no headings to click.
  const sorts = columns
    .filter((column) => column.sortable)
    .flatMap((column) => [
      { value: sortName(column), label: `${column.title} ↑` },
      { value: `-${sortName(column)}`, label: `${column.title} ↓` },
    ]);

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
    return (
      <Rows
        {...{ caption, columns, rows, rowKey, href, onOpen, selection }}
        size="middle"
        sort={query.sort}
        onSort={(sort) => state.setSort(sort === '' ? (props.defaultSort ?? '') : sort)}
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
