import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../../components/Page';
import { StatusTag } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { useContextPath, usePageContext } from '../../../lib/context';
import { formatDateTime, formatNumber } from '../../../lib/formats';
import { simulationsPath, type SimulationRow } from './api';

/** What was tried out on the queue, newest first. */
export function SimulationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { territory } = usePageContext();
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={() => void navigate(contextPath('/preschool/simulations/new'))}
    >
      {t('preschool.simulation.new')}
    </Button>
  );
  const columns: DataColumn<SimulationRow>[] = [
    { key: 'name', title: t('preschool.simulation.name'), card: 'title', sortable: true },
    {
      key: 'finishedAt',
      title: t('preschool.simulation.state'),
      sortable: true,
      render: ({ finishedAt }) => (
        <StatusTag tone={finishedAt === null ? 'info' : 'success'}>
          {t(finishedAt === null ? 'preschool.simulation.running' : 'preschool.simulation.done')}
        </StatusTag>
      ),
    },
    {
      key: 'children',
      title: t('preschool.simulation.children'),
      numeric: true,
      render: ({ children }) => (children === null ? '—' : formatNumber(children)),
    },
    {
      key: 'gained',
      title: t('preschool.simulation.gained'),
      numeric: true,
      sortable: true,
      render: ({ gained }) => (gained === null ? '—' : formatNumber(gained)),
    },
    {
      key: 'lost',
      title: t('preschool.simulation.lost'),
      numeric: true,
      sortable: true,
      render: ({ lost }) => (lost === null ? '—' : formatNumber(lost)),
    },
    {
      key: 'createdAt',
      title: t('preschool.simulation.created'),
      sortable: true,
      render: ({ createdAt }) => formatDateTime(createdAt),
    },
  ];
  return (
    <Page title={t('preschool.simulation')} subtitle={t('preschool.simulation.text')} actions={begin}>
      <DataTable<SimulationRow>
        caption={t('preschool.simulation')}
        source={simulationsPath}
        params={{ territory }}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/preschool/simulations/${row.id}`}
        defaultSort="-createdAt"
        empty={{ title: t('preschool.simulation.empty'), text: t('preschool.simulation.empty.text'), action: begin }}
      />
    </Page>
  );
}
