import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/session';
import { AppLink } from '../../components/AppLink';
import { Empty } from '../../components/Empty';
import { Chart } from '../../components/figures/Chart';
import { ProblemAlert } from '../../components/ProblemAlert';
import { StatusTag } from '../../components/StatusTag';
import { Rows } from '../../components/table/Rows';
import { formatNumber } from '../../lib/formats';
import { localized } from '../../lib/localized';
import { useSubjects, type SubjectResult } from './api';
import { barsHeight, subjectBars } from './bars';
import { Change } from './Change';
import type { TabProps } from './tabs';
import { useLook } from './useLook';

type Level = 'mean' | 'oblastMean' | 'republicMean';

export function SubjectsTab({ scope, summary }: TabProps) {
  const { t } = useTranslation();
  const can = useCan();
  const subjects = useSubjects(scope);

  if (subjects.isError) return <ProblemAlert error={subjects.error} onRetry={() => void subjects.refetch()} />;
  if (subjects.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  const rows = subjects.data;
  const importLink = can('testing.write') && (
    <AppLink to="/imports/new?definition=testing.subjects">{t('testing.subjects.import')}</AppLink>
  );
  if (rows.length === 0) {
    return (
      <section className="panel">
        <Empty title={t('testing.subjects.empty')} text={t('testing.subjects.empty.text')} action={importLink} />
      </section>
    );
  }

  const others = (['oblastMean', 'republicMean'] as const).filter((level) => rows.some((row) => row[level] !== null));
  return (
    <>
      {(['compulsory', 'profile'] as const).map((block) => {
        const own = rows.filter((row) => row.block === block);
        return own.length === 0 ? null : (
          <Block
            key={block}
            block={block}
            rows={own}
            levels={['mean', ...others.filter((level) => own.some((row) => row[level] !== null))]}
          />
        );
      })}
      <SubjectTable rows={rows} others={others} />
      <div className="testing-legend">
        {others.length === 0 && (
          <p>
            {t('testing.subjects.alone')} {importLink}
          </p>
        )}
        {rows.some((row) => row.hidden) && (
          <p>
            <StatusTag>{t('testing.hidden')}</StatusTag>{' '}
            {t('testing.hidden.why', { people: formatNumber(summary.smallestGroup) })}
          </p>
        )}
      </div>
    </>
  );
}

/** Subjects of one block have one maximum, so they share an axis. */
function Block({ block, rows, levels }: { block: SubjectResult['block']; rows: SubjectResult[]; levels: Level[] }) {
  const { t } = useTranslation();
  const look = useLook();
  const most = rows.every((row) => row.maxScore === rows[0]!.maxScore) ? rows[0]!.maxScore : null;
  const shown = useMemo(() => rows.filter((row) => row.mean !== null).sort((one, other) => other.mean! - one.mean!), [rows]);
  const title =
    most === null
      ? t(`testing.block.${block}`)
      : t('testing.block.of-max', { block: t(`testing.block.${block}`), max: formatNumber(most) });
  const names = levels.map((level) => t(`testing.level.${level}`));
  const series = names.join('|');
  const shownLevels = levels.join(' ');
  const option = useMemo(
    () =>
      subjectBars(
        shown.map((row) => ({ name: localized(row.name), values: shownLevels.split(' ').map((level) => row[level as Level]) })),
        series.split('|'),
        most,
        look,
      ),
    [shown, shownLevels, series, most, look],
  );
  if (shown.length === 0) return null;
  return (
    <section className="panel">
      <Chart
        title={title}
        option={option}
        height={barsHeight(shown.length, levels.length) + 28}
        digits={2}
        table={{
          columns: [t('testing.subject'), ...names],
          rows: shown.map((row) => [localized(row.name), ...levels.map((level) => row[level])]),
        }}
      />
    </section>
  );
}

function SubjectTable({ rows, others }: { rows: SubjectResult[]; others: ('oblastMean' | 'republicMean')[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('testing.subjects.title')}</h2>
      <Rows<SubjectResult>
        caption={t('testing.subjects.title')}
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: t('testing.subject'), render: (row) => localized(row.name) },
          {
            key: 'participants',
            title: t('testing.participants'),
            numeric: true,
            render: (row) => (row.hidden ? <StatusTag>{t('testing.hidden')}</StatusTag> : formatNumber(row.participants)),
          },
          { key: 'mean', title: t('testing.mean'), numeric: true, render: (row) => formatNumber(row.mean, 2) },
          { key: 'maxScore', title: t('testing.max'), numeric: true },
          ...others.map((level) => ({
            key: level,
            title: t(`testing.difference.${level}`),
            numeric: true,
            render: (row: SubjectResult) => (
              <Change value={row.mean === null || row[level] === null ? null : row.mean - row[level]} digits={2} />
            ),
          })),
        ]}
      />
    </section>
  );
}
