import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { DataColumn, RowsProps } from './types';

interface CardsProps<T extends object> extends Pick<RowsProps<T>, 'caption' | 'columns' | 'rows' | 'rowKey' | 'selection'> {
  cell: (column: DataColumn<T>, row: T) => ReactNode;
  link: (row: T, content: ReactNode) => ReactNode;
}

/** The table on a phone: one card a row, no sideways scrolling. */
export function Cards<T extends object>({ caption, columns, rows, rowKey, cell, link, selection }: CardsProps<T>) {
  const heading = columns.find((column) => column.card === 'title') ?? columns[0];
  const lines = columns.filter((column) => column !== heading && column.card !== 'hidden');
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => {
        const key = rowKey(row);
        return (
          <li key={key} className="card">
            <div className="card-title">
              {selection && (
                <Checkbox
                  checked={selection.keys.includes(key)}
                  onChange={(event) =>
                    selection.onChange(event.target.checked ? [...selection.keys, key] : selection.keys.filter((k) => k !== key))
                  }
                />
              )}
              {heading && link(row, cell(heading, row))}
            </div>
            <dl>
              {lines.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{cell(column, row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
