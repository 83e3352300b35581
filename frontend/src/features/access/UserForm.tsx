import './access.css';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost, apiPut, apiRead } from '../../api/client';
import { useUser } from '../../api/session';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import type { Language } from '../../lib/language';
import { localized } from '../../lib/localized';
import { noScope, path, scopeBody, scopeValues, useRoles, type ScopeValues, type User } from './api';
import { languageOptions } from './languages';
import { ScopeFields } from './ScopeFields';

interface UserValues {
  userName: string;
  password: string;
  displayName: string;
  language: Language;
  roles: string[];
  scope: ScopeValues;
}

const valuesOf = (user: User): UserValues => ({
  userName: user.userName,
  password: '',
  displayName: user.displayName,
  language: user.language,
  roles: user.roles,
  scope: scopeValues(user.scope),
});

const empty: UserValues = { userName: '', password: '', displayName: '', language: 'kk', roles: [], scope: noScope };

interface UserFormProps {
  user: User | null;
  etag: string | null;
  disabled?: boolean;
  onSaved: () => void;
  onCancel?: () => void;
}

export function UserForm({ user, etag, disabled, onSaved, onCancel }: UserFormProps) {
  const { t } = useTranslation();
  const own = useUser()?.id === user?.id && user !== null;
  const roles = useRoles().data?.items ?? [];
  const known = roles.map((role) => ({ value: role.code, label: localized(role.name) }));
  const held = (user?.roles ?? []).filter((code) => !known.some((role) => role.value === code));

  const state = useApiForm<UserValues>({
    initial: user === null ? empty : valuesOf(user),
    etag,
    save: ({ userName, password, displayName, language, roles: codes, scope }, version) => {
      const rest = { displayName, language, roles: codes, scope: scopeBody(scope) };
      return user === null
        ? apiPost(`${path}/users`, { userName, password, ...rest }, { idempotencyKey: true })
        : apiPut(`${path}/users/${user.id}`, rest, { etag: version });
    },
    reload: async () => {
      const read = await apiRead<User>(`${path}/users/${user!.id}`);
      return { ...read, data: valuesOf(read.data) };
    },
    fields: [
      { name: 'displayName', label: t('access.user.display-name') },
      { name: 'language', label: t('access.user.language') },
      { name: 'roles', label: t('access.user.roles'), render: (value) => (value as string[]).join(', ') },
      { name: 'scope', label: t('access.scope.title') },
    ],
    onSaved,
  });

  return (
    <ApiForm state={state} disabled={disabled} onCancel={onCancel} submitLabel={user === null ? t('action.add') : undefined}>
      {user === null ? (
        <>
          <Form.Item name="userName" label={t('access.user.user-name')} extra={t('access.user.user-name.text')}>
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t('access.password')} extra={t('access.password.text')}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </>
      ) : (
        <Form.Item label={t('access.user.user-name')}>
          <span className="access-fixed">{user.userName}</span>
        </Form.Item>
      )}
      <Form.Item name="displayName" label={t('access.user.display-name')} extra={t('access.user.display-name.text')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="language" label={t('access.user.language')}>
        <Select options={languageOptions} />
      </Form.Item>
      <Form.Item name="roles" label={t('access.user.roles')}>
        <Select
          mode="multiple"
          disabled={disabled || own}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...known, ...held.map((code) => ({ value: code, label: code }))]}
        />
      </Form.Item>
      <ScopeFields scope={user?.scope ?? null} disabled={disabled || own} />
    </ApiForm>
  );
}
