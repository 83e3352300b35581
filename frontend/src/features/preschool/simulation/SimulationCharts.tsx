import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/figures/Chart';
import { courses, monthsFrom, type Dimension, type SimulationGroup, type SimulationResult } from './api';
import { columnChart, monthChart } from './charts';

interface Props {
  result: SimulationResult;
  nameOf: (group: Pick<SimulationGroup, 'dimension' | 'key'>) => string;
}

/** Waiting time by class for one group of children, and the length of the line month by month. */
export function SimulationCharts({ result, nameOf }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(0);
  const [dimension, setDimension] = useState<Exclude<Dimension, 'all'>>('birthYear');
  const group = result.groups[chosen] ?? result.groups[0];
  const names = useMemo(() => courses.map((course) => t(`preschool.simulation.course.${course}`)), [t]);

  const classes = useMemo(
    () =>
      result.histogramFrom.map((from, index) => {
        const next = result.histogramFrom[index + 1];
        return next === undefined ? `≥ ${from}` : `${from}–${next - 1}`;
      }),
    [result.histogramFrom],
  );
  const histogram = useMemo(() => courses.map((course) => group?.[course].histogram ?? []), [group]);
  const waits = useMemo(
    () =>
      columnChart(
        classes,
        histogram.slice(0, 2).map((values, index) => ({ name: names[index]!, values })),
      ),
    [classes, histogram, names],
  );

  const parts = useMemo(() => result.groups.filter((one) => one.dimension === dimension), [result.groups, dimension]);
  const medians = useMemo(
    () =>
      columnChart(
        parts.map(nameOf),
        courses.slice(0, 2).map((course, index) => ({ name: names[index]!, values: parts.map((part) => part[course].median) })),
      ),
    [parts, names, nameOf],
  );

  const months = useMemo(() => monthsFrom(result.start, result.months).map(({ label }) => label), [result.start, result.months]);
  const line = useMemo(
    () =>
      monthChart(
        months,
        courses.map((course, index) => ({ name: names[index]!, values: result[course].waitingByMonth })),
      ),
    [months, names, result],
  );
  if (!group) return null;

  return (
    <>
      <section className="panel">
        <div className="simulation-choices">
          <Select
            aria-label={t('preschool.simulation.group')}
            showSearch={{ optionFilterProp: 'label' }}
            value={chosen}
            onChange={setChosen}
            options={result.groups.map((one, value) => ({ value, label: nameOf(one) }))}
          />
        </div>
        <Chart
          title={t('preschool.simulation.waits', { group: nameOf(group) })}
          option={waits}
          digits={0}
          table={{
            columns: [t('preschool.simulation.class'), ...names],
            rows: classes.map((label, index) => [label, ...histogram.map((values) => values[index] ?? 0)]),
          }}
        />
      </section>
      <section className="panel">
        <div className="simulation-choices">
          <Select<Exclude<Dimension, 'all'>>
            aria-label={t('preschool.simulation.dimension')}
            value={dimension}
            onChange={setDimension}
            options={(['birthYear', 'language', 'territory'] as const).map((value) => ({
              value,
              label: t(`preschool.simulation.dimension.${value}`),
            }))}
          />
        </div>
        <Chart
          title={t('preschool.simulation.medians')}
          option={medians}
          digits={0}
          table={{
            columns: [t(`preschool.simulation.dimension.${dimension}`), ...names],
            rows: parts.map((part) => [nameOf(part), ...courses.map((course) => part[course].median)]),
          }}
        />
      </section>
      <section className="panel">
        <Chart
          title={t('preschool.simulation.line')}
          option={line}
          digits={0}
          table={{
            columns: [t('preschool.simulation.month'), ...names],
            rows: months.map((month, index) => [month, ...courses.map((course) => result[course].waitingByMonth[index] ?? 0)]),
          }}
        />
      </section>
    </>
  );
}
