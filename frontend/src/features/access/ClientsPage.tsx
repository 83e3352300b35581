import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { Page } from '../../components/Page';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { useContextPath } from '../../lib/context';
import { formatDateTime } from '../../lib/formats';
import { path, type ClientRow } from './api';
import { scopeText } from './scopeText';

export function ClientsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const states = {
    false: <StatusTag tone="success">{t('access.client.active')}</StatusTag>,
    true: <StatusTag tone="danger">{t('access.client.revoked')}</StatusTag>,
  };

  const columns: DataColumn<ClientRow>[] = [
    { key: 'name', title: t('access.client.name'), sortable: true, card: 'title' },
    { key: 'id', title: t('access.client.id'), render: (client) => <code>{client.id}</code> },
    { key: 'permissions', title: t('access.role.permissions'), numeric: true, render: (client) => client.permissions.length },
    { key: 'scope', title: t('access.scope.title'), render: (client) => scopeText(client, t) },
    {
      key: 'secretIssuedAt',
      title: t('access.client.secret-issued'),
      sortable: true,
      render: (client) => formatDateTime(client.secretIssuedAt),
    },
    { key: 'isRevoked', title: t('access.user.state'), render: (client) => states[`${client.isRevoked}`] },
  ];

  return (
    <Page title={t('access.clients.title')} subtitle={t('access.clients.subtitle')}>
      <DataTable<ClientRow>
        caption={t('access.clients.title')}
        source={`${path}/clients`}
        columns={columns}
        rowKey={(client) => client.id}
        href={(client) => `/clients/${client.id}`}
        defaultSort="name"
        filters={[
          {
            name: 'isRevoked',
            label: t('access.user.state'),
            options: [
              { value: 'false', label: t('access.client.active') },
              { value: 'true', label: t('access.client.revoked') },
            ],
          },
        ]}
        empty={{ title: t('access.clients.empty'), text: t('access.clients.empty.text') }}
        toolbar={
          can('access.clients.manage') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(contextPath('/clients/new'))}>
              {t('access.clients.add')}
            </Button>
          )
        }
      />
    </Page>
  );
}
