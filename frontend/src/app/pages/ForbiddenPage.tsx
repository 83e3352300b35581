import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/AppLink';
import { Empty } from '../../components/Empty';
import { Page } from '../../components/Page';

export function ForbiddenPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('forbidden.title')}>
      <Empty
        icon={<LockOutlined />}
        title={t('problem.forbidden')}
        text={t('forbidden.text')}
        action={<AppLink to="/">{t('nav.to-home')}</AppLink>}
      />
    </Page>
  );
}
