import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent, formatShare, type Figure } from '../../lib/formats';
import type { NationalSummary } from './api';
import { Change, signOf } from './Change';

function Tile({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="kpi">
      <dt>{label}</dt>
      <dd className="kpi-value">{value}</dd>
      {children && <dd className="kpi-more">{children}</dd>}
    </div>
  );
}

/** A mean of somebody else's beside the own one: the difference, in words. */
function Beside({ label, other, own }: { label: string; other: number | null; own: number | null }) {
  const { t } = useTranslation();
  if (other === null) return null;
  const difference = own === null ? null : own - other;
  return (
    <p>
      {label}: <strong>{formatNumber(other, 1)}</strong>
      {difference !== null && (
        <span> ({t(`testing.beside.${signOf(difference, 1)}`, { points: formatNumber(Math.abs(difference), 1) })})</span>
      )}
    </p>
  );
}

/** The year in figures; every share with what it is made of. */
export function SummaryTiles({ summary }: { summary: NationalSummary }) {
  const { t } = useTranslation();
  const { year, mean, participation, meanWithoutCreative: pure, previousMean, belowThreshold, threshold } = summary;
  const change = mean.value === null || previousMean === null ? null : mean.value - previousMean;
  const otherTest =
    summary.maxScore !== null && summary.previousMaxScore !== null && summary.maxScore !== summary.previousMaxScore;
  const nearest = summary.oblastMean ?? summary.republicMean;
  const count = (value: Figure) => formatNumber(value);

  return (
    <section aria-label={t('testing.summary')}>
      <dl className="kpis">
        <Tile label={t('testing.mean')} value={formatNumber(mean.value, 1)}>
          {summary.maxScore !== null && <p>{t('testing.of-max', { max: count(summary.maxScore) })}</p>}
          <p>{t('testing.mean.weighted', { people: count(mean.participants) })}</p>
        </Tile>
        <Tile label={t('testing.participation')} value={formatShare(participation?.numerator, participation?.denominator)}>
          <p>{t('testing.participants.count', { count: summary.participants, shown: count(summary.participants) })}</p>
          <p>{t('testing.graduates.of', { count: summary.graduates, shown: count(summary.graduates) })}</p>
        </Tile>
        <Tile label={t('testing.change-since', { year: year - 1 })} value={<Change value={change} words />}>
          {previousMean !== null && <p>{t('testing.mean.in-year', { year: year - 1, mean: formatNumber(previousMean, 1) })}</p>}
          {summary.schoolsBothYears > 0 && (
            <p>{t('testing.risen', { risen: count(summary.schoolsRisen), schools: count(summary.schoolsBothYears) })}</p>
          )}
        </Tile>
        <Tile label={t('testing.without-creative')} value={formatNumber(pure?.value, 1)}>
          {pure && <p>{t('testing.participants.count', { count: pure.participants, shown: count(pure.participants) })}</p>}
          <p>{t('testing.creative-schools', { count: summary.creativeSchools, shown: count(summary.creativeSchools) })}</p>
        </Tile>
        {nearest !== null && (
          <Tile
            label={t(summary.oblastMean === null ? 'testing.beside.republic' : 'testing.beside.oblast')}
            value={<Change value={mean.value === null ? null : mean.value - nearest} />}
          >
            {summary.oblastMean !== null && (
              <p>
                {t('testing.oblast')}: <strong>{formatNumber(summary.oblastMean, 1)}</strong>
              </p>
            )}
            <Beside label={t('testing.republic')} other={summary.republicMean} own={mean.value} />
          </Tile>
        )}
        {belowThreshold !== null && threshold !== null && (
          <Tile
            label={t('testing.below', { threshold: count(threshold) })}
            value={formatShare(belowThreshold, summary.participants)}
          >
            <p>{t('testing.below.people', { people: count(belowThreshold), all: count(summary.participants) })}</p>
          </Tile>
        )}
      </dl>
      {otherTest && change !== null && (
        <p className="testing-note">
          {t('testing.not-comparable', {
            before: year - 1,
            beforeMax: count(summary.previousMaxScore),
            year,
            max: count(summary.maxScore),
            beforeShare: formatPercent((previousMean! / summary.previousMaxScore!) * 100),
            share: formatPercent((mean.value! / summary.maxScore!) * 100),
          })}
        </p>
      )}
    </section>
  );
}
