import { Table, type TableProps } from 'antd';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useContextPath } from '../../lib/context';
import { formatNumber } from '../../lib/formats';
import { usePhone } from '../../lib/hooks';
import { AppLink } from '../AppLink';
import { ScrollBox } from '../ScrollBox';
import { Cards } from './Cards';
import { sortName, type DataColumn, type RowsProps } from './types';
import './table.css';

type SortOrder = 'ascend' | 'descend' | null;

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

/** THE table: rows that are at hand already, as a table or, on a phone, as cards. `DataTable` shows lists of the API with it. */
export function Rows<T extends object>(props: RowsProps<T>) {
  const { caption, columns, rows, rowKey, href, onOpen, selection, sort = '', onSort, size = 'small' } = props;
  const phone = usePhone();
  const navigate = useNavigate();
  const contextPath = useContextPath();

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

  if (phone) return <Cards {...{ caption, columns, rows, rowKey, link, selection }} cell={content} />;

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
    rowScope: column === heading ? 'row' : undefined,
    align: column.numeric ? 'right' : 'left',
    className: column.numeric ? 'numeric' : undefined,
    sorter: Boolean(column.sortable && onSort),
    sortOrder: column.sortable && onSort ? sortOrder(sort, sortName(column)) : undefined,
    render: (_: unknown, row: T) => (column === heading ? link(row, content(column, row)) : content(column, row)),
  }));

  const onChange: TableProps<T>['onChange'] = (_page, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    const column = columns.find((c) => c.key === one?.columnKey);
    if (column) onSort?.(one?.order ? (one.order === 'descend' ? '-' : '') + sortName(column) : '');
  };

  return (
    <ScrollBox label={caption} className="rows">
      <Table<T>
        aria-label={caption}
        size={size}
        columns={tableColumns}
        dataSource={rows}
        rowKey={rowKey}
        // A field `children` is a number of children here, never rows of a tree.
        expandable={{ childrenColumnName: 'rowsBelow' }}
        pagination={false}
        showSorterTooltip={false}
        onChange={onChange}
        rowSelection={selection && { selectedRowKeys: selection.keys, onChange: (keys) => selection.onChange(keys.map(String)) }}
        onRow={(row) => ({
          className: href || onOpen ? 'row-opens' : undefined,
          onClick: (event: MouseEvent<HTMLElement>) => openRow(row, event),
          onKeyDown: moveFocus,
        })}
      />
    </ScrollBox>
  );
}
