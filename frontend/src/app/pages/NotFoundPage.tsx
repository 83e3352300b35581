import { CompassOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/AppLink';
import { Empty } from '../../components/Empty';
import { Page } from '../../components/Page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('not-found.title')}>
      <Empty icon={<CompassOutlined />} title={t('not-found.text')} action={<AppLink to="/">{t('nav.to-home')}</AppLink>} />
    </Page>
  );
}
