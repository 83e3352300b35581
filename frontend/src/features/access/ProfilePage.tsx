import './access.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut, apiRead, setCsrfToken, type Versioned } from '../../api/client';
import { sessionQuery, type Session } from '../../api/session';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useLanguage } from '../../lib/i18n';
import type { Language } from '../../lib/language';
import { path, type Scope } from './api';
import { languageOptions } from './languages';

interface Profile {
  userName: string;
  displayName: string;
  language: Language;
  roles: string[];
  scope: Scope;
}

type ProfileValues = Pick<Profile, 'displayName' | 'language'>;

export function ProfilePage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const profile = useQuery({
    queryKey: ['access', 'profile', language],
    queryFn: ({ signal }) => apiRead<Profile>(`${path}/profile`, undefined, signal),
  });
  return (
    <Page narrow title={t('access.profile.title')}>
      {profile.isError && <ProblemAlert error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.isPending && <Skeleton active />}
      {profile.data && (
        <>
          <section className="panel">
            <ProfileForm read={profile.data} />
          </section>
          <section className="panel">
            <h2>{t('access.password.change')}</h2>
            <p className="access-hint">{t('access.password.change.text')}</p>
            <PasswordForm />
          </section>
        </>
      )}
    </Page>
  );
}

function scopeLine(scope: Scope, t: (key: string) => string): string {
  if (scope.everything) return t('access.scope.everything');
  const parts = [scope.territoryName, ...scope.institutions.map((institution) => institution.name)].filter(Boolean);
  return parts.length === 0 ? t('access.scope.nothing') : parts.join(', ');
}

function ProfileForm({ read }: { read: Versioned<Profile> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { userName, displayName, language, roles, scope } = read.data;
  const state = useApiForm<ProfileValues>({
    initial: { displayName, language },
    etag: read.etag,
    save: (values, version) =>
      apiPut(`${path}/profile`, { displayName: values.displayName, language: values.language }, { etag: version }),
    reload: () => apiRead<ProfileValues>(`${path}/profile`),
    fields: [
      { name: 'displayName', label: t('access.user.display-name') },
      { name: 'language', label: t('access.user.language') },
    ],
    onSaved: () => {
      void message.success(t('access.saved'));
      void client.invalidateQueries({ queryKey: ['access', 'profile'] });
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <>
      <dl className="facts">
        <dt>{t('access.user.user-name')}</dt>
        <dd>{userName}</dd>
        <dt>{t('access.user.roles')}</dt>
        <dd>{roles.join(', ') || '—'}</dd>
        <dt>{t('access.scope.title')}</dt>
        <dd>{scopeLine(scope, t)}</dd>
      </dl>
      <ApiForm state={state}>
        <Form.Item name="displayName" label={t('access.user.display-name')}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="language" label={t('access.user.language')}>
          <Select options={languageOptions} />
        </Form.Item>
      </ApiForm>
    </>
  );
}

interface PasswordValues {
  currentPassword: string;
  newPassword: string;
}

function PasswordForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const state = useApiForm<PasswordValues, Session>({
    initial: { currentPassword: '', newPassword: '' },
    save: (values) => apiPost<Session>(`${path}/session/password`, values),
    onSaved: (session) => {
      setCsrfToken(session.csrfToken);
      client.setQueryData(sessionQuery.queryKey, session);
      state.form.resetFields();
      void message.success(t('access.password.change.done'));
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('access.password.change')}>
      <Form.Item name="currentPassword" label={t('access.password.current')}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="newPassword" label={t('access.password.new')} extra={t('access.password.text')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </ApiForm>
  );
}
