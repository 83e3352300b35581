import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import type { Place, Position } from './api';

/** Where an application stands and why it moved, for the desk and for the family alike. */
export function PositionPanel({ position }: { position: Position }) {
  const { t } = useTranslation();
  const place = ({ place, of }: Place) => t('preschool.queue.place', { place: formatNumber(place), of: formatNumber(of) });
  const rows: [string, Place | null][] = [
    [t('preschool.queue.in-year'), position.inYear],
    [t('preschool.queue.in-territory'), position.inTerritory],
    ...position.byWish.map((wish): [string, Place] => [localized(wish.name), wish.place]),
  ];

  return (
    <section className="panel" aria-label={t('preschool.queue.position')}>
      <h2>{t('preschool.queue.position')}</h2>
      <p>
        {position.stateText}
        {position.stateUntil && ` · ${t('preschool.queue.until')} ${formatDate(position.stateUntil)}`}
      </p>
      {position.inPool && (
        <ul className="counts">
          <li>
            <strong>{place(position.inPool)}</strong> {t('preschool.queue.in-pool')}
          </li>
          {rows.map(
            ([label, row]) =>
              row && (
                <li key={label}>
                  {label}: {place(row)}
                </li>
              ),
          )}
        </ul>
      )}
      {position.inPool && (
        <>
          <h3>{t('preschool.queue.causes')}</h3>
          {position.before && (
            <p>
              {t('preschool.queue.was', {
                before: formatNumber(position.before.place),
                now: formatNumber(position.inPool.place),
              })}
            </p>
          )}
          {position.causes.length === 0 ? (
            <p className="muted">{t('preschool.queue.causes.none')}</p>
          ) : (
            <ul>
              {position.causes.map((cause) => (
                <li key={cause.code}>
                  {cause.text}{' '}
                  <strong>
                    {cause.change > 0
                      ? t('preschool.queue.back', { places: formatNumber(cause.change) })
                      : t('preschool.queue.forward', { places: formatNumber(-cause.change) })}
                  </strong>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <p className="muted">
        {t('preschool.queue.computed', {
          time: formatDateTime(position.asOf),
          rules: position.rulesVersion,
          sequence: formatNumber(position.sequence),
        })}
      </p>
    </section>
  );
}
