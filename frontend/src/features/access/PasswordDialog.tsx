import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPost } from '../../api/client';
import { ApiForm } from '../../components/form/ApiForm';
import { useApiForm } from '../../components/form/useApiForm';
import { path, type User } from './api';

export function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const state = useApiForm<{ password: string }>({
    initial: { password: '' },
    save: ({ password }) => apiPost(`${path}/users/${user.id}/password`, { password }),
    onSaved: () => {
      void message.success(t('access.password.set.done'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('access.password.set.title', { name: user.displayName })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="access-hint">{t('access.password.set.text')}</p>
      <ApiForm state={state} onCancel={onClose}>
        <Form.Item name="password" label={t('access.password.new')} extra={t('access.password.text')}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </ApiForm>
    </Modal>
  );
}
