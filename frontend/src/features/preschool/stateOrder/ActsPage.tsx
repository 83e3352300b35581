import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/Page';
import { ActsTable } from './ActsTable';

export function ActsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('preschool.act.title')} subtitle={t('preschool.act.subtitle')}>
      <ActsTable params={{}} />
    </Page>
  );
}
