import { useTranslation } from 'react-i18next';
import { formatChange, formatNumber } from '../../lib/formats';
import type { SchoolResult } from './api';
import { changeBars } from './bars';
import { signOf } from './Change';
import { SchoolBars } from './SchoolBars';
import type { TabProps } from './tabs';

const changeOf = (school: SchoolResult) => school.change;

/** Two years side by side: who rose, who fell. */
export function YearsTab({ scope, view, summary }: TabProps) {
  const { t } = useTranslation();
  const { year } = scope;
  const count = (schools: SchoolResult[], sign: 'up' | 'down' | 'same') =>
    formatNumber(schools.filter((school) => signOf(school.change!, 2) === sign).length);
  return (
    <SchoolBars
      scope={scope}
      view={view}
      smallestGroup={summary.smallestGroup}
      title={t('testing.years.title', { before: year - 1, year })}
      value={changeOf}
      option={changeBars}
      columns={[String(year - 1), String(year), t('testing.change')]}
      row={(school) => [school.previousMean, school.mean, formatChange(school.change, 2)]}
    >
      {(schools) => (
        <p className="testing-counts">
          {t('testing.years.counts', {
            schools: formatNumber(schools.length),
            up: count(schools, 'up'),
            down: count(schools, 'down'),
            same: count(schools, 'same'),
          })}
        </p>
      )}
    </SchoolBars>
  );
}
