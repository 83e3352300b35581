import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiPost, apiRead } from '../../api/client';
import { useCan, useUser } from '../../api/session';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { useContextPath } from '../../lib/context';
import { formatDateTime } from '../../lib/formats';
import { useLanguage } from '../../lib/i18n';
import { path, type User } from './api';
import { PasswordDialog } from './PasswordDialog';
import { UserForm } from './UserForm';

export function UserPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const { language } = useLanguage();
  const user = useQuery({
    queryKey: ['access', 'user', id, language],
    queryFn: ({ signal }) => apiRead<User>(`${path}/users/${id}`, undefined, signal),
    enabled: id !== undefined,
  });
  const crumbs = [{ label: t('access.users.title'), to: '/users' }];

  if (id === undefined) return <NewUser />;
  if (user.isError) {
    return (
      <Page title={t('access.user.title')} breadcrumbs={crumbs}>
        <ProblemAlert error={user.error} onRetry={() => void user.refetch()} />
      </Page>
    );
  }
  if (user.data === undefined) {
    return (
      <Page title={t('access.user.title')} breadcrumbs={crumbs}>
        <Skeleton active />
      </Page>
    );
  }
  return <KnownUser key={id} user={user.data.data} etag={user.data.etag} />;
}

function NewUser() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const client = useQueryClient();
  const { message } = App.useApp();
  const back = () => void navigate(contextPath('/users'));
  return (
    <Page narrow title={t('access.users.add')} breadcrumbs={[{ label: t('access.users.title'), to: '/users' }]}>
      <section className="panel">
        <UserForm
          user={null}
          etag={null}
          onCancel={back}
          onSaved={() => {
            void client.invalidateQueries({ queryKey: [`${path}/users`] });
            void message.success(t('access.user.added'));
            back();
          }}
        />
      </section>
    </Page>
  );
}

function KnownUser({ user, etag }: { user: User; etag: string | null }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useUser();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [password, setPassword] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const own = me?.id === user.id;
  const manages = can('access.users.manage');

  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['access', 'user', user.id] }),
      client.invalidateQueries({ queryKey: [`${path}/users`] }),
    ]);
  };
  const setLocked = async (locked: boolean) => {
    setProblem(null);
    try {
      await apiPost(`${path}/users/${user.id}/${locked ? 'lock' : 'unlock'}`);
      void message.success(t(locked ? 'access.user.lock.done' : 'access.user.unlock.done'));
      await refresh();
    } catch (error) {
      setProblem(error);
    }
  };
  const askLock = () =>
    modal.confirm({
      title: t('access.user.lock.ask', { name: user.displayName }),
      content: t('access.user.lock.text'),
      okText: t('access.user.lock'),
      cancelText: t('action.cancel'),
      okButtonProps: { danger: true },
      onOk: () => setLocked(true),
    });

  return (
    <Page
      narrow
      title={user.displayName}
      subtitle={
        user.lastSignInAt
          ? t('access.user.signed-in-at', { at: formatDateTime(user.lastSignInAt) })
          : t('access.user.never-signed-in')
      }
      status={
        user.isLocked ? (
          <StatusTag tone="danger">{t('access.user.locked')}</StatusTag>
        ) : user.isLockedOut ? (
          <StatusTag tone="warning">{t('access.user.locked-out')}</StatusTag>
        ) : undefined
      }
      breadcrumbs={[{ label: t('access.users.title'), to: '/users' }]}
      actions={
        manages && !own ? (
          <>
            <Button onClick={() => setPassword(true)}>{t('access.password.set')}</Button>
            {(user.isLocked || user.isLockedOut) && (
              <Button onClick={() => void setLocked(false)}>{t('access.user.unlock')}</Button>
            )}
            {!user.isLocked && (
              <Button danger onClick={askLock}>
                {t('access.user.lock')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <ProblemAlert error={problem} />
      {own && <Alert className="problem" type="info" showIcon title={t('access.user.own')} />}
      <section className="panel">
        <UserForm
          user={user}
          etag={etag}
          disabled={!manages}
          onSaved={() => {
            void message.success(t('access.saved'));
            void refresh();
          }}
        />
      </section>
      {password && <PasswordDialog user={user} onClose={() => setPassword(false)} />}
    </Page>
  );
}
