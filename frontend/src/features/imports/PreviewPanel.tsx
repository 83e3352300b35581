import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../api/client';
import type { ListPage } from '../../api/lists';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag, type Tone } from '../../components/StatusTag';
import { Rows } from '../../components/table/Rows';
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
  const columns = file.columns.filter((column) => column.letter !== null);
  return (
    <section className="panel">
      <h2>{t('imports.preview')}</h2>
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
            caption={t('imports.preview')}
            rows={query.data.items}
            rowKey={(row) => String(row.row)}
            columns={[
              { key: 'row', title: '№', numeric: true, card: 'title' },
              {
                key: 'outcome',
                title: t('imports.outcome'),
                render: (row) =>
                  row.outcome && <StatusTag tone={tones[row.outcome]}>{t(`imports.outcome.${row.outcome}`)}</StatusTag>,
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

function Cell({ row, column }: { row: PreviewRow; column: string }) {
  const cell = row.cells.find((one) => one.column === column);
  const errors = row.errors.filter((error) => error.column === column);
  return (
    <>
      {cell?.text ?? ''}
      {cell?.value && cell.value !== cell.text && <div className="muted">{cell.value}</div>}
      {errors.map((error) => (
        <div key={error.code} className="cell-error">
          {error.message}
        </div>
      ))}
    </>
  );
}
