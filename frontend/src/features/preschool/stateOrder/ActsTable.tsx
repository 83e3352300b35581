import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Params } from '../../../api/client';
import { StatusTag, type Tone } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import { formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { actsPath, type Act } from './api';
import { monthTitle } from './month';

const tones: Record<Act['state'], Tone> = { draft: 'info', approved: 'success', superseded: 'neutral' };

export function ActState({ state }: { state: Act['state'] }) {
  const { t } = useTranslation();
  return <StatusTag tone={tones[state]}>{t(`preschool.act.state.${state}`)}</StatusTag>;
}

export function ActsTable({ params, toolbar }: { params: Params; toolbar?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <DataTable<Act>
      name="acts"
      caption={t('preschool.act.title')}
      source={actsPath}
      params={params}
      columns={[
        { key: 'month', title: t('preschool.attendance.month'), sortable: true, render: (row) => monthTitle(row.month) },
        {
          key: 'name',
          title: t('preschool.order.kindergarten'),
          sortable: true,
          card: 'title',
          render: (row) => localized(row.institutionName),
        },
        { key: 'revision', title: t('preschool.act.revision'), sortable: true, numeric: true },
        { key: 'state', title: t('preschool.act.state'), sortable: true, render: (row) => <ActState state={row.state} /> },
        { key: 'confirmedDays', title: t('preschool.act.days'), sortable: true, numeric: true },
        {
          key: 'amount',
          title: t('preschool.act.amount'),
          sortable: true,
          numeric: true,
          render: (row) => formatNumber(row.amount, 2),
        },
      ]}
      rowKey={(row) => row.id}
      href={(row) => `/preschool/acts/${row.id}`}
      defaultSort="-month,name,-revision"
      search={t('preschool.order.search')}
      filters={[
        {
          name: 'state',
          label: t('preschool.act.state'),
          options: ['draft', 'approved', 'superseded'].map((value) => ({ value, label: t(`preschool.act.state.${value}`) })),
        },
      ]}
      toolbar={toolbar}
      empty={{ title: t('preschool.act.empty'), text: t('preschool.act.empty.text') }}
    />
  );
}
