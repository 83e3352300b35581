import './access.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiDelete, apiPost, apiPut, apiRead, type Versioned } from '../../api/client';
import { useCan, useUser } from '../../api/session';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useContextPath } from '../../lib/context';
import { localized, type LocalizedText } from '../../lib/localized';
import { administrator, path, type Role } from './api';
import { PermissionPicker } from './PermissionPicker';

interface RoleValues {
  code: string;
  name: LocalizedText;
  permissions: string[];
}

const empty: RoleValues = { code: '', name: { kk: '', ru: '', en: '' }, permissions: [] };

export function RolePage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const role = useQuery({
    queryKey: ['access', 'role', id],
    queryFn: ({ signal }) => apiRead<Role>(`${path}/roles/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
  if (id === undefined) return <RoleEditor read={null} />;
  if (role.data !== undefined) return <RoleEditor key={id} read={role.data} />;
  return (
    <Page narrow title={t('access.role.title')} breadcrumbs={[{ label: t('access.roles.title'), to: '/roles' }]}>
      {role.isError ? <ProblemAlert error={role.error} onRetry={() => void role.refetch()} /> : <Skeleton active />}
    </Page>
  );
}

function RoleEditor({ read }: { read: Versioned<Role> | null }) {
  const { t } = useTranslation();
  const can = useCan();
  const user = useUser();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [problem, setProblem] = useState<unknown>(null);
  const role = read?.data ?? null;
  const fixed = role?.code === administrator;
  const manages = can('access.roles.manage') && !fixed;

  const back = () => {
    void client.invalidateQueries({ queryKey: [`${path}/roles`] });
    void client.invalidateQueries({ queryKey: ['access', 'roles'] });
    void navigate(contextPath('/roles'));
  };
  const state = useApiForm<RoleValues>({
    initial: role ?? empty,
    etag: read?.etag,
    save: ({ code, name, permissions }, version) =>
      role === null
        ? apiPost(`${path}/roles`, { code, name, permissions }, { idempotencyKey: true })
        : apiPut(`${path}/roles/${role.id}`, { name, permissions }, { etag: version }),
    reload: () => apiRead<Role>(`${path}/roles/${role!.id}`),
    fields: [
      { name: 'name.kk', label: t('access.role.name.kk') },
      { name: 'name.ru', label: t('access.role.name.ru') },
      { name: 'name.en', label: t('access.role.name.en') },
      { name: 'permissions', label: t('access.role.permissions'), render: (value) => (value as string[]).join(', ') },
    ],
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['access', 'role'] });
      void message.success(t('access.saved'));
      back();
    },
  });
  const remove = () =>
    modal.confirm({
      title: t('access.role.delete.ask', { name: localized(role!.name) }),
      okText: t('action.delete'),
      cancelText: t('action.cancel'),
      okButtonProps: { danger: true },
      onOk: () => apiDelete(`${path}/roles/${role!.id}`, { etag: read!.etag }).then(back, setProblem),
    });

  return (
    <Page
      narrow
      title={role ? localized(role.name) : t('access.roles.add')}
      breadcrumbs={[{ label: t('access.roles.title'), to: '/roles' }]}
      actions={
        role !== null && manages && !role.isBuiltIn ? (
          <Button danger onClick={remove}>
            {t('action.delete')}
          </Button>
        ) : undefined
      }
    >
      <ProblemAlert error={problem} />
      {fixed && <Alert className="problem" type="info" showIcon title={t('access.role.administrator')} />}
      <section className="panel">
        <ApiForm state={state} disabled={!manages} onCancel={back}>
          {role === null ? (
            <Form.Item name="code" label={t('access.role.code')} extra={t('access.role.code.text')}>
              <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
            </Form.Item>
          ) : (
            <Form.Item label={t('access.role.code')}>
              <code className="access-fixed">{role.code}</code>
            </Form.Item>
          )}
          <div className="access-names">
            <Form.Item name={['name', 'kk']} label={t('access.role.name.kk')}>
              <Input lang="kk" />
            </Form.Item>
            <Form.Item name={['name', 'ru']} label={t('access.role.name.ru')}>
              <Input lang="ru" />
            </Form.Item>
            <Form.Item name={['name', 'en']} label={t('access.role.name.en')}>
              <Input lang="en" />
            </Form.Item>
          </div>
          {!fixed && (
            <Form.Item name="permissions" label={t('access.role.permissions')}>
              <PermissionPicker disabled={!manages} allowed={user?.permissions} />
            </Form.Item>
          )}
        </ApiForm>
      </section>
    </Page>
  );
}
