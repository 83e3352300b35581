import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from './AppLink';

export interface Crumb {
  label: ReactNode;
  to?: string;
}

export interface PageProps {
  title: string;
  /** One line under the title: what is shown, for what period. */
  subtitle?: ReactNode;
  /** A `StatusTag` beside the title. */
  status?: ReactNode;
  breadcrumbs?: Crumb[];
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Text to read: narrow measure instead of the full width. */
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of every page: title of the window, breadcrumbs, heading, actions. */
export function Page({ title, subtitle, status, breadcrumbs, actions, narrow, children }: PageProps) {
  const { t } = useTranslation();
  const product = t('app.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);

  return (
    <div className={narrow ? 'page page-narrow' : 'page'}>
      {breadcrumbs !== undefined && breadcrumbs.length > 0 && (
        <nav className="crumbs" aria-label={t('app.breadcrumbs')}>
          <ol>
            {breadcrumbs.map((crumb, index) => (
              <li key={index}>{crumb.to ? <AppLink to={crumb.to}>{crumb.label}</AppLink> : <span>{crumb.label}</span>}</li>
            ))}
          </ol>
        </nav>
      )}
      <header className="page-head">
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {status}
          {subtitle && <p>{subtitle}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
