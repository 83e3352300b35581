import { useTranslation } from 'react-i18next';
import { useCan, useUser } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Empty } from '../../components/Empty';
import { Page } from '../../components/Page';
import { features } from '../features';

/** «Басты бет»: a tile to every part that the user may open. */
export function HomePage() {
  const { t } = useTranslation();
  const can = useCan();
  const user = useUser();
  const tiles = features.flatMap((feature) => feature.nav).filter((item) => item.text !== undefined && can(item.permission));
  const scope = user?.scope.everything ? t('home.scope.everything') : user?.scope.territoryName;

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
