import './access.css';
import { CheckOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Page } from '../../components/Page';
import { ScrollBox } from '../../components/ScrollBox';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { useContextPath } from '../../lib/context';
import { usePhone } from '../../lib/hooks';
import { localized } from '../../lib/localized';
import { administrator, path, usePermissions, useRoles, type PermissionGroup, type Role } from './api';

export function RolesPage() {
  const { t } = useTranslation();
  const can = useCan();
  const phone = usePhone();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const roles = useRoles();
  const permissions = usePermissions();
  const total = permissions.data?.reduce((sum, group) => sum + group.permissions.length, 0) ?? 0;

  const columns: DataColumn<Role>[] = [
    { key: 'name', title: t('access.role.name'), render: (role) => localized(role.name), card: 'title' },
    {
      key: 'permissions',
      title: t('access.role.permissions'),
      numeric: true,
      render: (role) => (role.code === administrator ? total : role.permissions.length),
    },
    {
      key: 'isBuiltIn',
      title: t('access.role.origin'),
      render: (role) => <StatusTag>{t(role.isBuiltIn ? 'access.role.shipped' : 'access.role.own')}</StatusTag>,
    },
  ];

  return (
    <Page title={t('access.roles.title')} subtitle={t('access.roles.subtitle')}>
      <DataTable<Role>
        caption={t('access.roles.title')}
        source={`${path}/roles`}
        columns={columns}
        rowKey={(role) => role.id}
        href={(role) => `/roles/${role.id}`}
        defaultSort="code"
        search={false}
        toolbar={
          can('access.roles.manage') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate(contextPath('/roles/new'))}>
              {t('access.roles.add')}
            </Button>
          )
        }
      />
      {!phone && roles.data && permissions.data && <Matrix roles={roles.data.items} groups={permissions.data} />}
    </Page>
  );
}

/** Which role may do what. */
function Matrix({ roles, groups }: { roles: Role[]; groups: PermissionGroup[] }) {
  const { t } = useTranslation();
  const has = (role: Role, code: string) => role.code === administrator || role.permissions.includes(code);
  return (
    <section className="panel">
      <h2>{t('access.matrix.title')}</h2>
      <ScrollBox className="access-matrix" label={t('access.matrix.title')}>
        <table aria-label={t('access.matrix.title')}>
          <thead>
            <tr>
              <th scope="col">{t('access.matrix.permission')}</th>
              {roles.map((role) => (
                <th key={role.id} scope="col">
                  <AppLink to={`/roles/${role.id}`}>{localized(role.name)}</AppLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.module}>
                <tr className="access-module">
                  <th scope="rowgroup" colSpan={roles.length + 1}>
                    {t(`access.module.${group.module}`, { defaultValue: group.module })}
                  </th>
                </tr>
                {group.permissions.map(({ code, name }) => (
                  <tr key={code}>
                    <th scope="row">{name}</th>
                    {roles.map((role) => (
                      <td key={role.id}>
                        {has(role, code) ? (
                          <CheckOutlined aria-label={t('action.yes')} />
                        ) : (
                          <span aria-label={t('action.no')} role="img">
                            ·
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
