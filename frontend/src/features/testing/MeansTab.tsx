import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/formats';
import type { SchoolResult } from './api';
import { meanBars, type Bar, type Look } from './bars';
import { SchoolBars } from './SchoolBars';
import type { TabProps } from './tabs';

const meanOf = (school: SchoolResult) => school.mean;

/** Means of the schools, the best on top. */
export function MeansTab({ scope, view, summary }: TabProps) {
  const { t } = useTranslation();
  const mean = summary.mean.value;
  const label = t('testing.mean.line', { mean: formatNumber(mean, 1) });
  const option = useCallback(
    (bars: Bar[], look: Look) => meanBars(bars, mean === null ? null : { value: mean, label }, look),
    [mean, label],
  );
  return (
    <SchoolBars
      scope={scope}
      view={view}
      smallestGroup={summary.smallestGroup}
      title={t('testing.means.title', { year: scope.year })}
      value={meanOf}
      option={option}
      columns={[t('testing.mean')]}
      row={(school) => [school.mean]}
    />
  );
}
