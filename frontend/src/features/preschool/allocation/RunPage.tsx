import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiGet, apiPut, apiRead } from '../../../api/client';
import { useCan } from '../../../api/session';
import { ExportButton } from '../../../components/ExportButton';
import { JobProgress } from '../../../components/JobProgress';
import { Page } from '../../../components/Page';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { StatusTag } from '../../../components/StatusTag';
import { formatDate, formatNumber } from '../../../lib/formats';
import { localized } from '../../../lib/localized';
import { runsPath, runTones, type Recheck, type Run } from './api';
import { RunTables } from './RunTables';

/** A run from its draft to its protocol: preview, second person's approval, publication, recheck by anybody. */
export function RunPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const key = ['preschool', 'run', id];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => apiRead<Run>(`${runsPath}/${id}`, {}, signal) });
  const crumbs = [{ label: t('preschool.allocation.runs'), to: '/preschool/allocation' }];
  const again = () => void queries.invalidateQueries({ queryKey: key });
  if (!query.data) {
    return (
      <Page title={t('preschool.allocation.run')} breadcrumbs={crumbs}>
        {query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton active />}
      </Page>
    );
  }

  const { data: run, etag } = query.data;
  const running = run.state === 'computing' || run.state === 'publishing';
  const counts = ['waiting', 'places', 'proposed'] as const;
  return (
    <Page
      title={localized(run.territoryName)}
      subtitle={t('preschool.allocation.run.on', { day: formatDate(run.day) })}
      breadcrumbs={crumbs}
      status={<StatusTag tone={runTones[run.state]}>{t(`preschool.allocation.run-state.${run.state}`)}</StatusTag>}
      actions={<RunActions run={run} etag={etag} onDone={again} />}
    >
      {running && run.jobId && (
        <section className="panel">
          <JobProgress jobId={run.jobId} onFinish={again} />
        </section>
      )}
      {run.state === 'stale' && <Alert type="warning" showIcon title={t('preschool.allocation.stale.text')} />}
      {run.state === 'draft' && run.madeByMe && <Alert type="info" showIcon title={t('preschool.allocation.second.text')} />}
      {!running && (
        <>
          <section className="panel">
            <ul className="counts">
              {counts.map((count) => (
                <li key={count}>
                  <strong>{formatNumber(run[count])}</strong> {t(`preschool.allocation.count.${count}`)}
                </li>
              ))}
              <li>
                <strong>{formatNumber(run.waiting - run.proposed)}</strong> {t('preschool.allocation.count.left')}
              </li>
            </ul>
          </section>
          <RunTables run={run} />
        </>
      )}
    </Page>
  );
}

function RunActions({ run, etag, onDone }: { run: Run; etag: string | null; onDone: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const { modal } = App.useApp();
  const [error, setError] = useState<unknown>(null);
  const [recheck, setRecheck] = useState<Recheck | null>(null);
  const [busy, setBusy] = useState(false);
  const work = async (doing: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await doing();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
      onDone();
    }
  };
  const put = (action: string) =>
    work(async () => {
      await apiPut(`${runsPath}/${run.id}/${action}`, {}, { etag });
    });
  const sure = (action: string, title: string, text: string) =>
    modal.confirm({ title, content: text, okText: title, cancelText: t('action.cancel'), onOk: () => put(action) });
  const protocolLabel = t('preschool.allocation.protocol.xlsx');
  const writes = can('preschool.allocation.write');
  const open = run.state === 'draft' || run.state === 'approved' || run.state === 'stale';
  return (
    <>
      {run.proposed > 0 && <ExportButton url={`${runsPath}/${run.id}/protocol`} label={protocolLabel} />}
      {run.proposed > 0 && (
        <Button
          loading={busy}
          onClick={() => void work(async () => setRecheck(await apiGet<Recheck>(`${runsPath}/${run.id}/recheck`)))}
        >
          {t('preschool.allocation.recheck')}
        </Button>
      )}
      {writes && open && (
        <Button disabled={busy} onClick={() => void put('discard')}>
          {t('preschool.allocation.discard')}
        </Button>
      )}
      {can('preschool.allocation.approve') && run.state === 'draft' && (
        <Button
          type="primary"
          disabled={busy || run.madeByMe || run.proposed === 0}
          onClick={() => sure('approval', t('preschool.allocation.approve'), t('preschool.allocation.approve.text'))}
        >
          {t('preschool.allocation.approve')}
        </Button>
      )}
      {writes && run.state === 'approved' && (
        <Button
          type="primary"
          disabled={busy}
          onClick={() => sure('publication', t('preschool.allocation.publish'), t('preschool.allocation.publish.text'))}
        >
          {t('preschool.allocation.publish')}
        </Button>
      )}
      <div aria-live="polite">
        <ProblemAlert error={error} />
        {recheck && <RecheckAlert recheck={recheck} />}
      </div>
    </>
  );
}

function RecheckAlert({ recheck }: { recheck: Recheck }) {
  const { t } = useTranslation();
  return (
    <Alert
      type={recheck.matches ? 'success' : 'error'}
      showIcon
      title={
        recheck.matches
          ? t('preschool.allocation.recheck.matches', { places: formatNumber(recheck.compared) })
          : t('preschool.allocation.recheck.differs')
      }
      description={
        recheck.differences.length > 0 && (
          <ul>
            {recheck.differences.map((difference) => (
              <li key={difference.order}>
                <code>{difference.expected ?? '—'}</code> ≠ <code>{difference.found ?? '—'}</code>
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
