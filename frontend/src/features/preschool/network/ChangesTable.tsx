import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Params } from '../../../api/client';
import { DataTable } from '../../../components/table/DataTable';
import { formatDate, formatNumber, monthName } from '../../../lib/formats';
import { changesPath, type ChangeRow, type Stage } from './api';

interface ChangesTableProps {
  params: Params;
  onOpen?: (row: ChangeRow) => void;
  toolbar?: ReactNode;
}

export function ChangesTable({ params, onOpen, toolbar }: ChangesTableProps) {
  const { t } = useTranslation();
  const when = (stage: Stage | null | undefined) =>
    stage ? `${stage.month === null ? '' : `${monthName(stage.month)} `}${stage.year}` : '—';
  const places = (stage: Stage | null | undefined) => (stage && stage.places > 0 ? formatNumber(stage.places) : '—');
  return (
    <DataTable<ChangeRow>
      caption={t('preschool.network.changes')}
      name="changes"
      source={changesPath}
      params={params}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      toolbar={toolbar}
      columns={[
        { key: 'name', title: t('preschool.network.name'), sortable: true, card: 'title' },
        { key: 'kind', title: t('preschool.network.change'), render: (row) => t(`preschool.network.change.${row.kind}`) },
        { key: 'planned', title: t('preschool.network.planned'), sortable: true, render: (row) => when(row.planned) },
        {
          key: 'plannedPlaces',
          title: t('preschool.network.planned-places'),
          numeric: true,
          card: 'hidden',
          render: (row) => places(row.planned),
        },
        { key: 'actual', title: t('preschool.network.actual'), sortable: true, render: (row) => when(row.actual) },
        {
          key: 'places',
          title: t('preschool.network.actual-places'),
          sortable: true,
          numeric: true,
          render: (row) => places(row.actual),
        },
        {
          key: 'resolution',
          title: t('preschool.network.resolution'),
          card: 'hidden',
          render: (row) => (row.resolutionNumber ? `№ ${row.resolutionNumber}, ${formatDate(row.resolutionDate)}` : '—'),
        },
      ]}
      filters={[
        {
          name: 'state',
          label: t('preschool.network.state'),
          options: ['pending', 'done'].map((value) => ({ value, label: t(`preschool.network.state.${value}`) })),
        },
      ]}
      empty={{ title: t('preschool.network.changes.empty'), text: t('preschool.network.changes.empty.text') }}
    />
  );
}
