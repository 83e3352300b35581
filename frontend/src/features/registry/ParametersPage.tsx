import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../api/client';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { DataTable } from '../../components/table/DataTable';
import { Rows } from '../../components/table/Rows';
import { formatDate, formatNumber } from '../../lib/formats';
import { cited, localized, type LocalizedText } from '../../lib/localized';

interface ParameterRow {
  id: string;
  code: string;
  name: LocalizedText;
  unit: string;
  value: number | null;
  validFrom: string | null;
  legalAct: string | null;
  periods: number;
}

interface ParameterPeriod {
  id: string;
  value: number;
  validFrom: string;
  validTo: string | null;
  legalAct: string;
  territoryCode: string | null;
}

/** Norms of law and ministry: the value of today, and behind it all its dates. */
export function ParametersPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ParameterRow | null>(null);
  return (
    <Page title={t('registry.parameters')} subtitle={t('registry.parameters.subtitle')}>
      <DataTable<ParameterRow>
        caption={t('registry.parameters')}
        source="/api/v1/registry/parameters"
        rowKey={(row) => row.id}
        onOpen={setOpen}
        defaultSort="code"
        defaultPageSize={100}
        search={t('registry.parameter.search')}
        columns={[
          { key: 'name', title: t('registry.parameter'), sortable: true, card: 'title', render: (row) => localized(row.name) },
          { key: 'value', title: t('registry.parameter.today'), numeric: true, render: (row) => <Value row={row} /> },
          {
            key: 'validFrom',
            title: t('registry.parameter.since'),
            render: (row) => (row.validFrom === null ? '—' : formatDate(row.validFrom)),
          },
          {
            key: 'legalAct',
            title: t('registry.parameter.act'),
            card: 'hidden',
            render: (row) => (row.legalAct ? cited(row.legalAct) : '—'),
          },
          { key: 'periods', title: t('registry.parameter.values'), numeric: true, card: 'hidden' },
        ]}
      />
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open && localized(open.name)} size={620}>
        {open && <Values code={open.code} unit={open.unit} />}
      </Drawer>
    </Page>
  );
}

function Value({ row }: { row: ParameterRow }) {
  const { t } = useTranslation();
  return row.value === null ? '—' : <>{`${formatNumber(row.value)} ${t(`registry.unit.${row.unit}`)}`}</>;
}

function Values({ code, unit }: { code: string; unit: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['registry', 'parameter', code],
    queryFn: ({ signal }) => apiGet<{ periods: ParameterPeriod[] }>(`/api/v1/registry/parameters/${code}`, {}, signal),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active />;
  return (
    <>
      <p className="muted">
        {t('registry.parameter.code')}: <code>{code}</code>
      </p>
      <Rows<ParameterPeriod>
        caption={t('registry.parameter.values')}
        rows={query.data.periods}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'value',
            title: t(`registry.unit.${unit}`),
            numeric: true,
            card: 'title',
            render: (row) => formatNumber(row.value),
          },
          {
            key: 'period',
            title: t('registry.parameter.period'),
            render: (row) => `${formatDate(row.validFrom)} – ${row.validTo ? formatDate(row.validTo) : '…'}`,
          },
          { key: 'territory', title: t('registry.territory'), render: (row) => row.territoryCode ?? t('registry.republic') },
          { key: 'legalAct', title: t('registry.parameter.act'), render: (row) => cited(row.legalAct) },
        ]}
      />
    </>
  );
}
