import './access.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiPost, apiPut, apiRead, type Versioned } from '../../api/client';
import { useCan, useUser } from '../../api/session';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { useContextPath } from '../../lib/context';
import { formatDateTime } from '../../lib/formats';
import { useLanguage } from '../../lib/i18n';
import { noScope, path, scopeBody, scopeValues, type Client, type ScopeValues } from './api';
import { PermissionPicker } from './PermissionPicker';
import { ScopeFields } from './ScopeFields';
import { SecretModal } from './SecretModal';

interface ClientValues {
  name: string;
  permissions: string[];
  scope: ScopeValues;
}

interface Issued {
  id: string;
  secret: string;
}

const valuesOf = (client: Client): ClientValues => ({
  name: client.name,
  permissions: client.permissions,
  scope: scopeValues(client.scope),
});

export function ClientPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const { language } = useLanguage();
  const client = useQuery({
    queryKey: ['access', 'client', id, language],
    queryFn: ({ signal }) => apiRead<Client>(`${path}/clients/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
  if (id === undefined) return <ClientEditor read={null} />;
  if (client.data !== undefined) return <ClientEditor key={id} read={client.data} />;
  return (
    <Page narrow title={t('access.client.title')} breadcrumbs={[{ label: t('access.clients.title'), to: '/clients' }]}>
      {client.isError ? <ProblemAlert error={client.error} onRetry={() => void client.refetch()} /> : <Skeleton active />}
    </Page>
  );
}

function ClientEditor({ read }: { read: Versioned<Client> | null }) {
  const { t } = useTranslation();
  const can = useCan();
  const user = useUser();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [issued, setIssued] = useState<Issued | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const client = read?.data ?? null;
  const manages = can('access.clients.manage') && client?.isRevoked !== true;

  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['access', 'client'] }),
      queries.invalidateQueries({ queryKey: [`${path}/clients`] }),
    ]);
  };
  const back = () => void navigate(contextPath('/clients'));

  const state = useApiForm<ClientValues, Issued | undefined>({
    initial: client === null ? { name: '', permissions: [], scope: noScope } : valuesOf(client),
    etag: read?.etag,
    save: async ({ name, permissions, scope }, version) => {
      const body = { name, permissions, scope: scopeBody(scope) };
      if (client === null) return apiPost<Issued>(`${path}/clients`, body);
      await apiPut(`${path}/clients/${client.id}`, body, { etag: version });
      return undefined;
    },
    reload: async () => {
      const again = await apiRead<Client>(`${path}/clients/${client!.id}`);
      return { ...again, data: valuesOf(again.data) };
    },
    fields: [
      { name: 'name', label: t('access.client.name') },
      { name: 'permissions', label: t('access.role.permissions'), render: (value) => (value as string[]).join(', ') },
      { name: 'scope', label: t('access.scope.title') },
    ],
    onSaved: (result) => {
      void refresh();
      if (result) setIssued(result);
      else void message.success(t('access.saved'));
    },
  });

  const act = async (what: 'secret' | 'revoke') => {
    setProblem(null);
    try {
      const result = await apiPost<Issued>(`${path}/clients/${client!.id}/${what}`);
      if (what === 'secret') setIssued(result);
      await refresh();
    } catch (error) {
      setProblem(error);
    }
  };
  const ask = (what: 'secret' | 'revoke') =>
    modal.confirm({
      title: t(`access.client.${what}.ask`),
      content: t(`access.client.${what}.text`),
      okText: t(`access.client.${what}`),
      cancelText: t('action.cancel'),
      okButtonProps: { danger: true },
      onOk: () => act(what),
    });

  return (
    <Page
      narrow
      title={client?.name ?? t('access.clients.add')}
      status={client?.isRevoked && <StatusTag tone="danger">{t('access.client.revoked')}</StatusTag>}
      breadcrumbs={[{ label: t('access.clients.title'), to: '/clients' }]}
      actions={
        client !== null && manages ? (
          <>
            <Button onClick={() => ask('secret')}>{t('access.client.secret')}</Button>
            <Button danger onClick={() => ask('revoke')}>
              {t('access.client.revoke')}
            </Button>
          </>
        ) : undefined
      }
    >
      <ProblemAlert error={problem} />
      <section className="panel">
        {client !== null && (
          <dl className="facts">
            <dt>{t('access.client.id')}</dt>
            <dd>
              <code>{client.id}</code>
            </dd>
            <dt>{t('access.client.secret-issued')}</dt>
            <dd>{formatDateTime(client.secretIssuedAt)}</dd>
          </dl>
        )}
        <ApiForm state={state} disabled={!manages} onCancel={back} submitLabel={client === null ? t('action.add') : undefined}>
          <Form.Item name="name" label={t('access.client.name')} extra={t('access.client.name.text')}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="permissions" label={t('access.role.permissions')}>
            <PermissionPicker disabled={!manages} allowed={user?.permissions} />
          </Form.Item>
          <ScopeFields scope={client?.scope ?? null} disabled={!manages} />
        </ApiForm>
      </section>
      {issued !== null && (
        <SecretModal
          id={issued.id}
          secret={issued.secret}
          onClose={() => {
            setIssued(null);
            if (client === null) back();
          }}
        />
      )}
    </Page>
  );
}
