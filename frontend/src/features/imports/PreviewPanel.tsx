import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../api/client';
import type { ListPage } from '../../api/lists';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag, type Tone } from '../../components/StatusTag';
import { Rows } from '../../components/table/Rows';
import { formatDate, formatNumber } from '../../lib/formats';
import { importPath, outcomes, type Import, type Outcome, type PreviewRow } from './api';

const pageSize = 50;
const tones: Record<Outcome, Tone> = { created: 'success', changed: 'info', unchanged: 'neutral', rejected: 'danger' };

/** The rows as they were understood, each with its outcome and every error beside its cell. */
export function PreviewPanel({ file }: { file: Import }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const query = useQuery({
    queryKey: ['imports', file.id, 'rows', file.version, page, outcome],
    queryFn: ({ signal }) => apiGet<ListPage<PreviewRow>>(`${importPath(file.id)}/rows`, { page, pageSize, outcome }, signal),
    placeholderData: keepPreviousData,
  });
  const title = t(file.status === 'applied' ? 'imports.file-rows' : 'imports.preview');
  const columns = file.columns.filter((column) => column.letter !== null);
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {file.status === 'checked' && (
        <Select
          allowClear
          aria-label={t('imports.outcome')}
          placeholder={t('imports.outcome')}
          style={{ minWidth: 200, marginBlockEnd: 12 }}
          value={outcome}
          onChange={(value?: Outcome) => {
            setOutcome(value);
            setPage(1);
          }}
          options={outcomes.map((value) => ({ value, label: t(`imports.outcome.${value}`) }))}
        />
      )}
      {!query.data && !query.error && <Skeleton active />}
      {query.data && (
        <>
          <Rows<PreviewRow>
            caption={title}
            rows={query.data.items}
            rowKey={(row) => String(row.row)}
            columns={[
              { key: 'row', title: '№', numeric: true, card: 'title' },
              {
                key: 'outcome',
                title: t('imports.outcome'),
                render: (row) =>
                  row.outcome && <StatusTag tone={tones[row.outcome]}>{t(`imports.row.${row.outcome}`)}</StatusTag>,
              },
              ...columns.map((column) => ({
                title: column.name,
                key: column.key,
                render: (row: PreviewRow) => <Cell row={row} column={column.key} />,
              })),
            ]}
          />
          {query.data.total > pageSize && (
            <Pagination current={page} pageSize={pageSize} total={query.data.total} showSizeChanger={false} onChange={setPage} />
          )}
        </>
      )}
    </section>
  );
}

/** What was understood, when it says more than what stands in the file: no «96.6» under «96,6». */
function understood(text: string, value: string | null): string | null {
  if (value === null || value === text) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value) === text ? null : formatDate(value);
  const fraction = /^-?\d+(?:\.(\d+))?$/.exec(value);
  if (fraction === null) return value;
  const typed = text.replace(/[\s%]/g, '').replace(',', '.');
  return Number(typed) === Number(value) ? null : formatNumber(value, fraction[1]?.length ?? 0);
}

function Cell({ row, column }: { row: PreviewRow; column: string }) {
  const cell = row.cells.find((one) => one.column === column);
  const meant = cell ? understood(cell.text, cell.value) : null;
  const errors = row.errors.filter((error) => error.column === column);
  return (
    <>
      {cell?.text ?? ''}
      {meant !== null && <div className="muted">{meant}</div>}
      {errors.map((error) => (
        <div key={error.code} className="cell-error">
          {error.message}
        </div>
      ))}
    </>
  );
}
