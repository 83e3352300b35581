import { Skeleton } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/Empty';
import { Chart } from '../../components/figures/Chart';
import { ProblemAlert } from '../../components/ProblemAlert';
import { localized } from '../../lib/localized';
import { useAllSchools, mostSchools, type SchoolResult, type TestScope, type View } from './api';
import { barsHeight, type Bar, type Look } from './bars';
import { Choice } from './Choice';
import { SchoolDrawer } from './SchoolDrawer';
import { useLook } from './useLook';

type Part = 'all' | 'first' | 'last';
const few = 15;

interface SchoolBarsProps {
  scope: TestScope;
  view: View;
  smallestGroup: number;
  title: string;
  /** The figure that is drawn; schools without it are left out. */
  value: (school: SchoolResult) => number | null;
  option: (bars: Bar[], look: Look) => EChartsCoreOption;
  columns: string[];
  row: (school: SchoolResult) => (string | number | null)[];
  children?: (shown: SchoolResult[]) => ReactNode;
}

/** Schools as bars, the greatest figure on top; a click opens the school. */
export function SchoolBars(props: SchoolBarsProps) {
  const { t } = useTranslation();
  const { scope, view, value, option, title } = props;
  const all = useAllSchools(scope, view);
  const look = useLook();
  const [chosen, setChosen] = useState<Part | null>(null);
  const [open, setOpen] = useState<SchoolResult | null>(null);

  const sorted = useMemo(
    () => (all.data ?? []).filter((school) => value(school) !== null).sort((one, other) => value(other)! - value(one)!),
    [all.data, value],
  );
  const part = chosen ?? (sorted.length <= (look.phone ? 20 : 60) ? 'all' : 'first');
  const shown = useMemo(
    () => (part === 'all' ? sorted : part === 'first' ? sorted.slice(0, few) : sorted.slice(-few)),
    [sorted, part],
  );
  const drawn = useMemo(
    () =>
      option(
        shown.map((school) => ({ name: localized(school.name), value: value(school)! })),
        look,
      ),
    [option, shown, value, look],
  );

  if (all.isError) return <ProblemAlert error={all.error} onRetry={() => void all.refetch()} />;
  if (all.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (all.data === null) return <Empty title={t('testing.too-many', { most: mostSchools })} text={t('testing.too-many.text')} />;
  if (sorted.length === 0) return <Empty title={t('testing.no-figures')} />;

  return (
    <section className="panel">
      {props.children?.(sorted)}
      {sorted.length > few && (
        <Choice<Part>
          label={t('testing.part')}
          value={part}
          onChange={setChosen}
          options={[
            { value: 'first', label: t('testing.part.first') },
            { value: 'last', label: t('testing.part.last') },
            { value: 'all', label: t('testing.part.all') },
          ]}
        />
      )}
      <Chart
        title={title}
        option={drawn}
        height={barsHeight(shown.length)}
        digits={2}
        table={{
          columns: [t('testing.school'), ...props.columns],
          rows: shown.map((school) => [localized(school.name), ...props.row(school)]),
        }}
        onSelect={({ dataIndex }) => setOpen(shown[dataIndex] ?? null)}
      />
      <SchoolDrawer school={open} year={scope.year} smallestGroup={props.smallestGroup} onClose={() => setOpen(null)} />
    </section>
  );
}
