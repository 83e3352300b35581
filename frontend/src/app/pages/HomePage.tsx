import { useTranslation } from 'react-i18next';
import { useCan, useUser } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Empty } from '../../components/Empty';
import { Page } from '../../components/Page';
import { formatNumber } from '../../lib/formats';
import { features } from '../features';

/** «Басты бет»: a tile to every part that the user may open. */
export function HomePage() {
  const { t } = useTranslation();
  const can = useCan();
  const user = useUser();
  const tiles = features.flatMap((feature) => feature.nav).filter((item) => item.text !== undefined && can(item.permission));
  const place = user?.scope;
  const count = place?.institutionCount ?? 0;
  const scope = place?.everything
    ? t('home.scope.everything')
    : (place?.territoryName ?? (count > 0 ? t('home.scope.institutions', { count, shown: formatNumber(count) }) : undefined));

  return (
    <Page title={t('home.title')} subtitle={scope ? t('home.scope', { scope }) : undefined}>
      {tiles.length === 0 ? (
        <Empty title={t('home.empty')} text={t('home.empty.text')} />
      ) : (
        <ul className="tiles">
          {tiles.map(({ path, icon: Icon, label, text }) => (
            <li key={path} className="tile">
              <span className="tile-icon" aria-hidden="true">
                <Icon />
              </span>
              <h2>
                <AppLink to={path}>{t(label)}</AppLink>
              </h2>
              <p>{t(text ?? label)}</p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
