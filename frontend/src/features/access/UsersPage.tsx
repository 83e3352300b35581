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
import { localized } from '../../lib/localized';
import { path, useRoles, type UserRow } from './api';
import { scopeText } from './scopeText';

export function UsersPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const roles = useRoles().data?.items ?? [];
  const roleName = (code: string) => {
    const role = roles.find((one) => one.code === code);
    return role ? localized(role.name) : code;
  };

  const columns: DataColumn<UserRow>[] = [
    {
      key: 'displayName',
      title: t('access.user.display-name'),
      sortable: true,
      card: 'title',
      render: (user) => (
        <>
          {user.displayName} {user.isLocked && <StatusTag tone="danger">{t('access.user.locked')}</StatusTag>}
        </>
      ),
    },
    { key: 'userName', title: t('access.user.user-name'), sortable: true },
    { key: 'roles', title: t('access.user.roles'), render: (user) => user.roles.map(roleName).join(', ') || '—' },
    { key: 'scope', title: t('access.scope.title'), render: (user) => scopeText(user, t) },
    {
      key: 'lastSignInAt',
      title: t('access.user.last-sign-in'),
      sortable: true,
      render: (user) => (user.lastSignInAt ? formatDateTime(user.lastSignInAt) : '—'),
    },
  ];

  return (
    <Page title={t('access.users.title')} subtitle={t('access.users.subtitle')}>
      <DataTable<UserRow>
        caption={t('access.users.title')}
        source={`${path}/users`}
        columns={columns}
        rowKey={(user) => user.id}
        href={(user) => `/users/${user.id}`}
        defaultSort="displayName"
        search={t('access.users.search')}
        filters={[
          {
            name: 'role',
            label: t('access.user.role'),
            options: roles.map((r) => ({ value: r.code, label: localized(r.name) })),
          },
          {
            name: 'isLocked',
            label: t('access.user.state'),
            options: [
              { value: 'false', label: t('access.user.active') },
              { value: 'true', label: t('access.user.locked') },
            ],
          },
        ]}
        toolbar={
          can('access.users.manage') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(contextPath('/users/new'))}>
              {t('access.users.add')}
            </Button>
          )
        }
      />
    </Page>
  );
}
