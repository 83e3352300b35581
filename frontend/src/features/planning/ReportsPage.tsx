import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/session';
import { Page } from '../../components/Page';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { usePageContext } from '../../lib/context';
import { formatDateTime } from '../../lib/formats';
import { localized } from '../../lib/localized';
import { reportsPath, states, stateTones, type ReportRow } from './api';
import { NewReport } from './NewReport';

export function ReportsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { year, territory } = usePageContext();
  const [creating, setCreating] = useState(false);
  const begin = can('planning.reports.write') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('planning.new')}
    </Button>
  );

  const columns: DataColumn<ReportRow>[] = [
    { key: 'chapter', title: t('planning.chapter'), card: 'title', render: (report) => localized(report.chapterTitle) },
    { key: 'period', title: t('planning.period'), sortable: true },
    { key: 'territory', title: t('planning.territory'), sortable: true, render: (report) => localized(report.territoryName) },
    { key: 'number', title: t('planning.version'), sortable: true, numeric: true },
    {
      key: 'state',
      title: t('planning.state'),
      sortable: true,
      render: (report) => <StatusTag tone={stateTones[report.state]}>{t(`planning.state.${report.state}`)}</StatusTag>,
    },
    {
      key: 'openErrors',
      title: t('planning.open-errors'),
      numeric: true,
      render: (report) => (report.openErrors === 0 ? '0' : <StatusTag tone="danger">{report.openErrors}</StatusTag>),
    },
    { key: 'modifiedAt', title: t('planning.modified'), sortable: true, render: (report) => formatDateTime(report.modifiedAt) },
  ];

  return (
    <Page title={t('planning.reports')} subtitle={t('planning.reports.text')} actions={begin}>
      <DataTable<ReportRow>
        caption={t('planning.reports')}
        source={reportsPath}
        params={{ period: year === null ? null : String(year), territory }}
        columns={columns}
        rowKey={(report) => report.id}
        href={(report) => `/planning/reports/${report.id}`}
        defaultSort="-period,-number"
        filters={[
          {
            name: 'state',
            label: t('planning.state'),
            options: states.map((value) => ({ value, label: t(`planning.state.${value}`) })),
          },
        ]}
        empty={{
          title: t('planning.reports.empty'),
          text: t(begin ? 'planning.reports.empty.text' : 'planning.reports.empty.reader'),
          action: begin,
        }}
      />
      {creating && <NewReport year={year} territory={territory} onClose={() => setCreating(false)} />}
    </Page>
  );
}
