import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { apiDelete, apiDownload, apiPost, apiRead } from '../../api/client';
import { AppLink } from '../../components/AppLink';
import { JobProgress } from '../../components/JobProgress';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { formatBytes, formatNumber } from '../../lib/formats';
import { importPath, outcomes, type Import } from './api';
import { ColumnsPanel } from './ColumnsPanel';
import { ImportStatusTag } from './ImportStatusTag';
import { PreviewPanel } from './PreviewPanel';
import { QuestionsPanel } from './QuestionsPanel';

/** The rest of the way: columns, check, errors and questions, apply, result. Each step shows itself when it is reached. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const key = ['imports', id];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => apiRead<Import>(importPath(id), {}, signal) });
  const again = () => queries.invalidateQueries({ queryKey: key });
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: again,
  });
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
  const open = file.status === 'recognised' || file.status === 'checked' || file.status === 'failed';
  const good = file.created + file.changed;
  const path = importPath(id);
  const originalLabel = t('imports.original');
  return (
    <Page
      title={file.fileName}
      subtitle={`${file.definitionName} · ${Object.values(file.options).join(', ')} · ${formatBytes(file.size)}`}
      breadcrumbs={crumbs}
      status={<ImportStatusTag status={file.status} />}
      actions={
        <>
          <Button onClick={() => void apiDownload(`${path}/original`, {}, file.fileName)}>{originalLabel}</Button>
          {open && (
            <Button danger onClick={() => act.mutate(() => apiDelete(path, { etag }))}>
              {t('imports.cancel')}
            </Button>
          )}
        </>
      }
    >
      <ProblemAlert error={act.error} />
      {file.failure && <ProblemAlert error={new Error(file.failure.message)} />}
      {open && <ColumnsPanel file={file} etag={etag} onSaved={again} />}
      {running && file.jobId && (
        <section className="panel">
          <JobProgress jobId={file.jobId} onFinish={() => void again()} />
        </section>
      )}
      {open && (
        <section className="panel">
          <Button
            type={file.status === 'checked' ? 'default' : 'primary'}
            disabled={file.missing.length > 0}
            loading={act.isPending}
            onClick={() => act.mutate(() => apiPost(`${path}/check`, {}))}
          >
            {t(file.status === 'checked' ? 'imports.check.again' : 'imports.check')}
          </Button>
        </section>
      )}
      {(file.status === 'checked' || file.status === 'applied') && (
        <section className="panel" aria-live="polite">
          <h2>{t(file.status === 'applied' ? 'imports.result' : 'imports.checked')}</h2>
          <ul className="counts">
            {outcomes.map((outcome) => (
              <li key={outcome}>
                <strong>{formatNumber(file[outcome])}</strong> {t(`imports.outcome.${outcome}`)}
              </li>
            ))}
          </ul>
          {file.status === 'applied' && (
            <p>
              {good === 0 ? t('imports.result.nothing') : t('imports.result.done', { count: good, shown: formatNumber(good) })}
            </p>
          )}
          {file.status === 'applied' && file.definition.startsWith('testing.') && (
            <AppLink to={`/testing/national?year=${file.options.year ?? ''}&territory=${file.options.territory ?? ''}`}>
              {t('imports.result.testing')}
            </AppLink>
          )}
          {file.status === 'checked' && (
            <Space wrap>
              <Button
                type="primary"
                disabled={file.rejected > 0}
                loading={act.isPending}
                onClick={() => act.mutate(() => apiPost(`${path}/apply`, { mode: 'all' }))}
              >
                {t('imports.apply.all')}
              </Button>
              {file.rejected > 0 && (
                <>
                  <Button
                    disabled={good + file.unchanged === 0}
                    onClick={() => act.mutate(() => apiPost(`${path}/apply`, { mode: 'good' }))}
                  >
                    {t('imports.apply.good')}
                  </Button>
                  <Button onClick={() => void apiDownload(`${path}/annotated`, {}, file.fileName)}>
                    {t('imports.annotated')}
                  </Button>
                </>
              )}
            </Space>
          )}
        </section>
      )}
      {file.status === 'checked' && file.rejected > 0 && <QuestionsPanel id={id} onAnswered={again} />}
      {!running && file.missing.length === 0 && <PreviewPanel file={file} />}
    </Page>
  );
}
