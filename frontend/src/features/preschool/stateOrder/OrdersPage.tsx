import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { apiGet } from '../../../api/client';
import { useCan } from '../../../api/session';
import { AppLink } from '../../../components/AppLink';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { DataTable } from '../../../components/table/DataTable';
import type { DataColumn } from '../../../components/table/types';
import { useContextPath, usePageContext } from '../../../lib/context';
import { formatDate, formatNumber, today } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { contractsPath, root, writeOrder, type OrderContract, type OrderSummary } from './api';
import './stateOrder.css';

function Tile({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="kpi">
      <dt>{label}</dt>
      <dd className="kpi-value">{value}</dd>
      {children && <dd className="kpi-more">{children}</dd>}
    </div>
  );
}

/** Names in the list and the kindergartens that they stand for; places only when every contract says how many. */
function Summary({ on, territory }: { on: string | undefined; territory: string | null }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['preschool', 'order-summary', on, territory],
    queryFn: ({ signal }) => apiGet<OrderSummary>(`${root}/state-order/summary`, { on, territory }, signal),
  });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const sum = query.data;
  if (!sum) return null;
  return (
    <>
      <p className="hint">{t('preschool.order.on', { date: formatDate(sum.on) })}</p>
      <dl className="order-tiles">
        <Tile label={t('preschool.order.contracts')} value={formatNumber(sum.contracts)} />
        <Tile label={t('preschool.order.kindergartens')} value={formatNumber(sum.kindergartens)} />
        <Tile label={t('preschool.order.places')} value={sum.places === null ? '—' : formatNumber(sum.places)}>
          {sum.contractsWithoutPlaces > 0 &&
            t('preschool.order.places-unknown', {
              contracts: formatNumber(sum.contractsWithoutPlaces),
              known: formatNumber(sum.placesKnown),
            })}
        </Tile>
        <Tile label={t('preschool.order.children')} value={formatNumber(sum.children)} />
      </dl>
    </>
  );
}

export function OrdersPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const { year, territory } = usePageContext();
  const on = year === null ? undefined : `${year}-12-31`;
  const columns: DataColumn<OrderContract>[] = [
    {
      key: 'name',
      title: t('preschool.order.kindergarten'),
      sortable: true,
      card: 'title',
      render: (row) => (
        <>
          {localized(row.institutionName)}
          {row.kindergartens > 1 && <> {t('preschool.order.stands-for', { number: formatNumber(row.kindergartens) })}</>}
        </>
      ),
    },
    { key: 'number', title: t('preschool.order.number'), sortable: true },
    {
      key: 'startsOn',
      title: t('preschool.order.term'),
      sortable: true,
      render: (row) => `${formatDate(row.startsOn)} – ${formatDate(row.lastDay)}`,
    },
    { key: 'places', title: t('preschool.order.places'), sortable: true, numeric: true },
    {
      key: 'status',
      title: t('preschool.order.status'),
      sortable: true,
      render: (row) => {
        const state = row.status === 'active' && row.lastDay < today() ? 'ended' : row.status;
        return <StatusTag tone={state === 'active' ? 'success' : 'neutral'}>{t(`preschool.order.status.${state}`)}</StatusTag>;
      },
    },
  ];
  return (
    <Page
      title={t('preschool.order.title')}
      subtitle={t('preschool.order.subtitle')}
      actions={<AppLink to="/preschool/state-order/tariffs">{t('preschool.tariff.title')}</AppLink>}
    >
      <Summary on={on} territory={territory} />
      <DataTable<OrderContract>
        caption={t('preschool.order.title')}
        source={contractsPath}
        params={{ on, territory }}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/preschool/state-order/${row.id}`}
        defaultSort="name"
        search={t('preschool.order.search')}
        filters={[
          {
            name: 'status',
            label: t('preschool.order.status'),
            options: ['active', 'terminated'].map((value) => ({ value, label: t(`preschool.order.status.${value}`) })),
          },
        ]}
        empty={{ title: t('preschool.order.empty'), text: t('preschool.order.empty.text') }}
        toolbar={
          can(writeOrder) && (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden="true" />}
              onClick={() => void navigate(contextPath('/preschool/state-order/new'))}
            >
              {t('preschool.order.add')}
            </Button>
          )
        }
      />
    </Page>
  );
}
