import './figures.css';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../lib/hooks';
import type { TraceDrawerProps } from './TraceDrawer';

const TraceDrawer = lazy(() => import('./TraceDrawer').then((m) => ({ default: m.TraceDrawer })));

export interface FigureLinkProps extends Pick<TraceDrawerProps, 'traceKey' | 'load'> {
  /** The figure as printed. */
  children: ReactNode;
  /** Name of the figure, for screen readers. */
  label: string;
}

/** A figure that opens its origin. */
export function FigureLink({ children, label, traceKey, load }: FigureLinkProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<boolean | null>(null);
  useReturnFocus(open === true);
  return (
    <>
      <button type="button" className="figure" title={t('trace.open')} onClick={() => setOpen(true)}>
        {children}
        <span className="visually-hidden"> – {label}</span>
      </button>
      {open !== null && (
        <Suspense>
          <TraceDrawer open={open} onClose={() => setOpen(false)} traceKey={traceKey} load={load} />
        </Suspense>
      )}
    </>
  );
}
