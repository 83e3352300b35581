import { Alert, Button, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** The only sight of a secret: it cannot be read again, only replaced. */
export function SecretModal({ id, secret, onClose }: { id: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      title={t('access.secret.title')}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('access.secret.kept')}
        </Button>
      }
    >
      <Alert className="problem" type="warning" showIcon title={t('access.secret.text')} />
      <dl className="facts">
        <dt>client_id</dt>
        <dd>
          <Typography.Text code copyable>
            {id}
          </Typography.Text>
        </dd>
        <dt>client_secret</dt>
        <dd>
          <Typography.Text code copyable>
            {secret}
          </Typography.Text>
        </dd>
      </dl>
    </Modal>
  );
}
