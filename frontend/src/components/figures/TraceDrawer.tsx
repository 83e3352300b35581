import './figures.css';
import { FileTextOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/formats';
import { usePhone } from '../../lib/hooks';
import { currentLanguage } from '../../lib/language';
import { AppLink } from '../AppLink';
import { ProblemAlert } from '../ProblemAlert';
import { ScrollBox } from '../ScrollBox';
import type { FigureTrace, TracePart } from './trace';

export interface TraceDrawerProps {
  open: boolean;
  onClose: () => void;
  /** Names the figure among all: indicator, period, territory. */
  traceKey: readonly unknown[];
  load: (signal: AbortSignal) => Promise<FigureTrace>;
}

/** Opens a figure: formula, numerator and denominator, the rows it was computed from, the files they came from. */
export function TraceDrawer({ open, onClose, traceKey, load }: TraceDrawerProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const trace = useQuery({
    queryKey: ['trace', currentLanguage(), ...traceKey],
    queryFn: ({ signal }) => load(signal),
    enabled: open,
  });
  return (
    <Drawer open={open} onClose={onClose} size={phone ? '100%' : 640} title={t('trace.title')} destroyOnHidden>
      {trace.isError ? (
        <ProblemAlert error={trace.error} onRetry={() => void trace.refetch()} />
      ) : trace.data ? (
        <TraceView trace={trace.data} />
      ) : (
        <Skeleton active />
      )}
    </Drawer>
  );
}

export function TraceView({ trace }: { trace: FigureTrace }) {
  const { t } = useTranslation();
  const { numerator, denominator, rows, sources = [], facts = [] } = trace;
  const parts = [numerator, denominator].filter((part): part is TracePart => part !== undefined);

  return (
    <div className="trace">
      <div className="trace-figure">
        <h2>{trace.title}</h2>
        <p>{trace.value}</p>
      </div>
      {(trace.formula || parts.length > 0) && (
        <section>
          <h3>{t('trace.formula')}</h3>
          {trace.formula && <p className="trace-formula">{trace.formula}</p>}
          {parts.length > 0 && (
            <dl className="trace-parts">
              {parts.map((part, index) => (
                <div key={part.label}>
                  <dt>
                    <small>{t(index === 0 && numerator ? 'trace.numerator' : 'trace.denominator')}</small>
                    {part.label}
                  </dt>
                  <dd>{part.value}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      )}
      {facts.length > 0 && (
        <dl className="trace-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {rows && (
        <section>
          <h3>{t('trace.rows', { count: formatNumber(rows.total ?? rows.items.length) })}</h3>
          <ScrollBox className="plain-table" label={t('trace.rows.label')}>
            <table>
              <thead>
                <tr>
                  {rows.columns.map((column) => (
                    <th key={column.key} scope="col" className={column.numeric ? 'numeric' : undefined}>
                      {column.title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.items.map((row, index) => (
                  <tr key={index}>
                    {rows.columns.map((column) => (
                      <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                        {row[column.key] ?? '—'}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          {rows.href && <AppLink to={rows.href}>{t('trace.rows.all')}</AppLink>}
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h3>{t('trace.sources')}</h3>
          <ul className="trace-sources">
            {sources.map((source) => (
              <li key={source.name + (source.detail ?? '')}>
                <FileTextOutlined aria-hidden="true" />
                <span>
                  {source.href ? <AppLink to={source.href}>{source.name}</AppLink> : source.name}
                  {source.detail && <small>{source.detail}</small>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
