import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useUser } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Emblem } from '../../components/Emblem';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { useMediaQuery } from '../../lib/hooks';
import { ForbiddenPage } from '../pages/ForbiddenPage';
import { ContextBar } from './ContextBar';
import { useRouteHandles } from './Guard';
import { Navigation } from './Navigation';
import { UserMenu } from './UserMenu';

/** The frame of all pages: header, navigation, context, content. */
export function AppLayout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const user = useUser();
  const { allowed, context } = useRouteHandles();
  const desktop = useMediaQuery('(min-width: 992px)');
  const [open, setOpen] = useState(false);
  const shown = useRef(pathname);

  useEffect(() => {
    setOpen(false);
    if (shown.current === pathname) return;
    shown.current = pathname;
    // After a change of page the reader of the screen starts at its heading.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <header className="head">
        {!desktop && (
          <Button
            type="text"
            className="head-menu"
            icon={<MenuOutlined aria-hidden="true" />}
            aria-label={t('nav.open')}
            aria-expanded={open}
            onClick={() => setOpen(true)}
          />
        )}
        <AppLink to="/" className="brand">
          <Emblem />
          <span className="brand-name">
            <strong>{t('app.name')}</strong>
            <small>{user?.scope.territoryName ?? t('app.tagline')}</small>
          </span>
        </AppLink>
        <span className="head-space" />
        <LanguageSwitch />
        <UserMenu />
      </header>
      <div className="frame-body">
        {desktop ? (
          <aside className="side">
            <Navigation />
          </aside>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={300} title={t('app.name')}>
            <Navigation />
          </Drawer>
        )}
        <main id="content" className="content" tabIndex={-1}>
          {allowed && context && <ContextBar />}
          {allowed ? <Outlet /> : <ForbiddenPage />}
        </main>
      </div>
    </div>
  );
}
