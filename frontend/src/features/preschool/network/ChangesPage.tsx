import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../api/client';
import { useCan } from '../../../api/session';
import { AppLink } from '../../../components/AppLink';
import { Chart } from '../../../components/figures/Chart';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { usePageContext } from '../../../lib/context';
import { currentYear, formatNumber, monthName } from '../../../lib/formats';
import { usePhone } from '../../../lib/hooks';
import { changeKinds, changesPath, changeTotalsPath, type ChangeKind, type ChangeRow, type ChangeTotals } from './api';
import { ChangeModal } from './ChangeModal';
import { ChangesTable } from './ChangesTable';

/** Openings, expansions and renamings of a year: plan and fact by month, the list, and its sum. */
export function ChangesPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { year: chosen, territory, change } = usePageContext();
  const mayWrite = useCan()('preschool.network.write');
  const phone = usePhone();
  const [kind, setKind] = useState<ChangeKind>('opening');
  const [edited, setEdited] = useState<ChangeRow | 'new' | null>(null);
  const [latest, setLatest] = useState<number | null>(null);
  const year = chosen ?? latest ?? currentYear();
  const params = { year, kind, territory: territory ?? undefined };
  const totals = useQuery({
    queryKey: [changeTotalsPath, params],
    queryFn: ({ signal }) => apiGet<ChangeTotals>(changeTotalsPath, params, signal),
    placeholderData: keepPreviousData,
  });
  const known = totals.data?.years ?? [];
  // Nothing is written of this year yet: the last year that has something is of more use than an empty page.
  if (chosen === null && latest === null && known.length > 0 && !known.includes(year)) setLatest(Math.max(...known));
  const saved = () => {
    setEdited(null);
    void queries.invalidateQueries({ queryKey: [changeTotalsPath] });
    void queries.invalidateQueries({ queryKey: [changesPath] });
  };
  const others = known.filter((other) => other !== year);
  return (
    <Page
      title={t('preschool.network.changes')}
      subtitle={t('preschool.network.changes.subtitle', { year })}
      actions={
        mayWrite && (
          <>
            <AppLink to="/imports">{t('action.import')}</AppLink>
            <Button type="primary" onClick={() => setEdited('new')}>
              {t('action.add')}
            </Button>
          </>
        )
      }
    >
      <Segmented<ChangeKind>
        aria-label={t('preschool.network.change')}
        orientation={phone ? 'vertical' : 'horizontal'}
        value={kind}
        onChange={setKind}
        options={changeKinds.map((value) => ({ value, label: t(`preschool.network.changes.${value}`) }))}
      />
      {others.length > 0 && (
        <p>
          {t('preschool.network.other-years')}{' '}
          {others.map((other) => (
            <Button key={other} type="link" size="small" onClick={() => change({ year: other })}>
              {other}
            </Button>
          ))}
        </p>
      )}
      {totals.error && <ProblemAlert error={totals.error} onRetry={() => void totals.refetch()} />}
      {totals.data && <Figures totals={totals.data} kind={kind} />}
      <ChangesTable params={params} onOpen={mayWrite ? setEdited : undefined} />
      {edited !== null && (
        <ChangeModal
          row={edited === 'new' ? null : edited}
          kind={kind}
          year={year}
          territory={territory}
          onClose={() => setEdited(null)}
          onSaved={saved}
        />
      )}
    </Page>
  );
}

function Figures({ totals, kind }: { totals: ChangeTotals; kind: ChangeKind }) {
  const { t } = useTranslation();
  const counts = kind === 'renaming';
  const drawn = useMemo(() => {
    const months = totals.months.filter((month) => month.month !== null || month.planned + month.actual > 0);
    const names = months.map((month) => (month.month === null ? t('preschool.network.no-month') : monthName(month.month)));
    const planned = months.map((month) => (counts ? month.planned : month.plannedPlaces));
    const actual = months.map((month) => (counts ? month.actual : month.actualPlaces));
    const series = [t('preschool.network.planned'), t('preschool.network.actual')];
    return {
      option: {
        legend: {},
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: names, axisLabel: { rotate: 45 } },
        yAxis: { type: 'value', minInterval: 1 },
        series: [planned, actual].map((data, index) => ({ name: series[index], type: 'bar', data, barMaxWidth: 22 })),
      },
      table: {
        columns: [t('preschool.network.month'), ...series],
        rows: names.map((name, index) => [name, planned[index]!, actual[index]!]),
      },
    };
  }, [totals, counts, t]);
  return (
    <section className="panel">
      <p aria-live="polite">
        <strong>
          {counts
            ? t('preschool.network.sum.renamed', { count: totals.actual, shown: formatNumber(totals.actual) })
            : t('preschool.network.sum.actual', {
                count: totals.actual,
                shown: formatNumber(totals.actual),
                places: formatNumber(totals.actualPlaces),
              })}
        </strong>
        {totals.planned > 0 &&
          ` · ${t('preschool.network.sum.planned', { planned: formatNumber(totals.planned), places: formatNumber(totals.plannedPlaces), pending: formatNumber(totals.pending) })}`}
      </p>
      <Chart title={t('preschool.network.by-month')} digits={0} height={280} {...drawn} />
    </section>
  );
}
