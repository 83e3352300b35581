import { HomeOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useCan } from '../../api/session';
import { useContextPath } from '../../lib/context';
import type { NavSection } from '../../lib/feature';
import { features } from '../features';

const sections: { key: NavSection; label: string }[] = [
  { key: 'registers', label: 'nav.registers' },
  { key: 'preschool', label: 'nav.preschool' },
  { key: 'analysis', label: 'nav.analysis' },
  { key: 'administration', label: 'nav.administration' },
];

function Item({ to, label, icon: Icon, end }: { to: string; label: string; icon: ComponentType; end?: boolean }) {
  const contextPath = useContextPath();
  return (
    <li>
      <NavLink to={contextPath(to)} end={end}>
        <span className="nav-icon" aria-hidden="true">
          <Icon />
        </span>
        {label}
      </NavLink>
    </li>
  );
}

export function Navigation() {
  const { t } = useTranslation();
  const can = useCan();
  const items = features.flatMap((feature) => feature.nav).filter((item) => can(item.permission));

  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <ul>
        <Item to="/" end label={t('nav.home')} icon={HomeOutlined} />
      </ul>
      {sections.map(({ key, label }) => {
        const own = items.filter((item) => item.section === key);
        if (own.length === 0) return null;
        return (
          <div key={key}>
            <h2 id={`nav-${key}`}>{t(label)}</h2>
            <ul aria-labelledby={`nav-${key}`}>
              {own.map((item) => (
                // A page below another of the menu marks only itself.
                <Item
                  key={item.path}
                  to={item.path}
                  label={t(item.label)}
                  icon={item.icon}
                  end={own.some((other) => other.path.startsWith(`${item.path}/`))}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
