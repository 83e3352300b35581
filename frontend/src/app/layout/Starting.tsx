import { useTranslation } from 'react-i18next';
import { Emblem } from '../../components/Emblem';

export function Starting() {
  const { t } = useTranslation();
  return (
    <div className="starting" role="status">
      <Emblem size={56} />
      <span>{t('app.loading')}</span>
    </div>
  );
}
