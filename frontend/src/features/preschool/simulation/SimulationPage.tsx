import './simulation.css';
import { DeleteOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Skeleton } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { apiDelete } from '../../../api/client';
import { JobProgress } from '../../../components/JobProgress';
import { Page } from '../../../components/Page';
import { ScrollBox } from '../../../components/ScrollBox';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useContextPath } from '../../../lib/context';
import { formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { courses, simulationKey, simulationsPath, useSimulation, type SimulationCard, type SimulationGroup } from './api';
import { ScenarioWords } from './ScenarioWords';
import { SimulationCharts } from './SimulationCharts';

/** What came out of a scenario, or how far it is. */
export function SimulationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const contextPath = useContextPath();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const read = useSimulation(id);
  const card = read.data?.data;
  const reread = useCallback(() => void client.invalidateQueries({ queryKey: simulationKey(id) }), [client, id]);

  const remove = async () => {
    try {
      await apiDelete(`${simulationsPath}/${id}`, { etag: read.data?.etag ?? null });
      await navigate(contextPath('/preschool/simulations'));
    } catch (error) {
      setProblem(error);
    }
  };

  return (
    <Page
      title={card?.name ?? t('preschool.simulation')}
      subtitle={card?.territories[card.territoryCode] && localized(card.territories[card.territoryCode]!)}
      breadcrumbs={[{ label: t('preschool.simulation'), to: '/preschool/simulations' }]}
      actions={
        card && (
          <Popconfirm title={t('preschool.simulation.delete')} onConfirm={() => void remove()}>
            <Button icon={<DeleteOutlined aria-hidden="true" />}>{t('action.delete')}</Button>
          </Popconfirm>
        )
      }
    >
      <ProblemAlert error={read.error ?? problem} onRetry={reread} />
      {read.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {card && card.result === null && (
        <section className="panel">
          <JobProgress jobId={card.jobId} onFinish={reread} />
        </section>
      )}
      {card?.result && <Outcome card={card} />}
      {card && (
        <section className="panel">
          <h2>{t('preschool.simulation.scenario')}</h2>
          <ScenarioWords card={card} />
        </section>
      )}
    </Page>
  );
}

function Outcome({ card }: { card: SimulationCard }) {
  const { t } = useTranslation();
  const { territories } = card;
  const nameOf = useCallback(
    ({ dimension, key }: Pick<SimulationGroup, 'dimension' | 'key'>) => {
      if (dimension === 'all') return t('preschool.simulation.dimension.all');
      if (dimension === 'language') return t(`preschool.simulation.language.${key}`);
      if (dimension === 'birthYear') return t('preschool.simulation.born', { year: key });
      return territories[key] ? localized(territories[key]) : key;
    },
    [t, territories],
  );
  const result = card.result!;
  const all = result.groups[0];
  if (!all) return <p className="simulation-words">{t('preschool.simulation.nobody')}</p>;
  const figure = (value: number) => formatNumber(value);
  return (
    <>
      <p className="simulation-words">
        {t(all.gained + all.lost === 0 ? 'preschool.simulation.sentence.same' : 'preschool.simulation.sentence', {
          gained: figure(all.gained),
          lost: figure(all.lost),
          before: figure(all.baseline.median),
          after: figure(all.scenario.median),
          queue: figure(all.baseline.waiting),
          left: figure(all.scenario.waiting),
        })}
      </p>
      <dl className="simulation-figures">
        {courses.map((course) => (
          <div key={course}>
            <dt>{t(`preschool.simulation.course.${course}`)}</dt>
            <dd>{t('preschool.simulation.months-short', { months: figure(all[course].median) })}</dd>
            <dt>
              {t('preschool.simulation.tally', {
                p90: figure(all[course].p90),
                placed: figure(all[course].placed),
                waiting: figure(all[course].waiting),
                left: figure(all[course].left),
                unused: figure(result[course].placesUnused),
              })}
            </dt>
          </div>
        ))}
      </dl>
      <SimulationCharts result={result} nameOf={nameOf} />
      <section className="panel">
        <h2>{t('preschool.simulation.who')}</h2>
        <GainTable groups={result.groups} nameOf={nameOf} />
      </section>
    </>
  );
}

function GainTable({ groups, nameOf }: { groups: SimulationGroup[]; nameOf: (group: SimulationGroup) => string }) {
  const { t } = useTranslation();
  const columns = ['children', 'gained', 'lost', 'median-before', 'median-after', 'p90-before', 'p90-after'] as const;
  return (
    <ScrollBox label={t('preschool.simulation.who')} className="plain-table">
      <table aria-label={t('preschool.simulation.who')}>
        <thead>
          <tr>
            <th scope="col">{t('preschool.simulation.group')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="numeric">
                {t(`preschool.simulation.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.dimension}-${group.key}`}>
              <th scope="row">{nameOf(group)}</th>
              {[
                group.baseline.children,
                group.gained,
                group.lost,
                group.baseline.median,
                group.scenario.median,
                group.baseline.p90,
                group.scenario.p90,
              ].map((value, index) => (
                <td key={columns[index]} className="numeric">
                  {formatNumber(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
