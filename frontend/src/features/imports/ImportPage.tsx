import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiDelete, apiDownload, apiPost, apiRead } from '../../api/client';
import { useCan } from '../../api/session';
import { useTerritoryName } from '../../api/territories';
import { JobProgress } from '../../components/JobProgress';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { formatBytes } from '../../lib/formats';
import { importPath, type Import } from './api';
import { ColumnsPanel } from './ColumnsPanel';
import { ImportStatusTag } from './ImportStatusTag';
import { PreviewPanel } from './PreviewPanel';
import { QuestionsPanel } from './QuestionsPanel';
import { ResultPanel } from './ResultPanel';

/** The rest of the way: columns, check, errors and questions, apply, result. The step that waits for the user stands first. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const can = useCan();
  const key = ['imports', id];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => apiRead<Import>(importPath(id), {}, signal) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const busy = useRef(false);
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: async () => {
      await again();
      busy.current = false;
    },
  });
  // Of a double click the first counts: the second would be refused, and the refusal shown.
  const run = (work: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    act.mutate(work);
  };
  const crumbs = [{ label: t('imports.title'), to: '/imports' }];
  if (!query.data) {
    return (
      <Page title={t('imports.one')} breadcrumbs={crumbs}>
        {query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton active />}
      </Page>
    );
  }

  const { data: file, etag } = query.data;
  const running = file.status === 'checking' || file.status === 'applying';
  const open = file.isMine && ['recognised', 'checked', 'failed'].includes(file.status);
  const checked = file.status === 'checked';
  const path = importPath(id);
  const columns = <ColumnsPanel file={file} etag={etag} onSaved={again} />;
  return (
    <Page
      title={file.fileName}
      subtitle={<Subtitle file={file} />}
      breadcrumbs={crumbs}
      status={<ImportStatusTag status={file.status} />}
      actions={
        <>
          {(file.isMine || can('imports.download')) && (
            <Button onClick={() => void apiDownload(`${path}/original`, {}, file.fileName)}>{t('imports.original')}</Button>
          )}
          {open && (
            <Button danger disabled={act.isPending} onClick={() => run(() => apiDelete(path, { etag }))}>
              {t('imports.cancel')}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert error={act.error} />
      {file.failure && <ProblemAlert error={new Error(file.failure.message)} />}
      {running && file.jobId && (
        <section className="panel">
          <JobProgress jobId={file.jobId} onFinish={() => void again()} />
        </section>
      )}
      {open && !checked && columns}
      {open && !checked && (
        <section className="panel">
          <Button
            type="primary"
            disabled={file.missing.length > 0}
            loading={act.isPending}
            onClick={() => run(() => apiPost(`${path}/check`, {}))}
          >
            {t('imports.check')}
          </Button>
        </section>
      )}
      {(checked || file.status === 'applied') && <ResultPanel file={file} busy={act.isPending} onAct={run} />}
      {checked && file.rejected > 0 && <QuestionsPanel id={id} onAnswered={again} />}
      {open && checked && (
        <details className="panel">
          <summary>{t('imports.columns')}</summary>
          {columns}
        </details>
      )}
      {!running && file.missing.length === 0 && <PreviewPanel file={file} />}
    </Page>
  );
}

/** Which table, of what year and territory, how large. */
function Subtitle({ file }: { file: Import }) {
  const territory = useTerritoryName(file.options.territory ?? null);
  const chosen = Object.entries(file.options).map(([key, value]) => (key === 'territory' ? (territory ?? value) : value));
  return [file.definitionName, ...chosen, formatBytes(file.size)].join(' · ');
}
