import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Drawer } from 'antd';
import { jobTones, type Job } from '../../api/jobs';
import { JobProgress } from '../../components/JobProgress';
import { Page } from '../../components/Page';
import { StatusTag } from '../../components/StatusTag';
import { DataTable } from '../../components/table/DataTable';
import type { DataColumn } from '../../components/table/types';
import { formatDateTime } from '../../lib/formats';
import { useReturnFocus } from '../../lib/hooks';

export function JobsPage() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Job | null>(null);
  useReturnFocus(open !== null);
  const statuses = (['queued', 'running', 'done', 'failed'] as const).map((value) => ({
    value,
    label: t(`job.status.${value}`),
  }));

  const columns: DataColumn<Job>[] = [
    { key: 'kind', title: t('jobs.kind'), render: (job) => job.kindName, sortable: true },
    {
      key: 'status',
      title: t('jobs.status'),
      render: (job) => <StatusTag tone={jobTones[job.status]}>{t(`job.status.${job.status}`)}</StatusTag>,
    },
    { key: 'progress', title: t('jobs.progress'), render: (job) => <JobProgress job={job} compact />, width: 220 },
    { key: 'createdAt', title: t('jobs.created'), sortable: true, render: (job) => formatDateTime(job.createdAt) },
    {
      key: 'step',
      title: t('jobs.step'),
      render: (job) => job.error?.message ?? (job.status === 'running' ? job.step : null) ?? '—',
    },
  ];

  return (
    <Page title={t('jobs.title')} subtitle={t('jobs.subtitle')}>
      <DataTable<Job>
        caption={t('jobs.title')}
        source="/api/v1/jobs"
        columns={columns}
        rowKey={(job) => job.id}
        onOpen={setOpen}
        defaultSort="-createdAt"
        search={false}
        filters={[{ name: 'status', label: t('jobs.status'), options: statuses }]}
        empty={{ title: t('jobs.empty'), text: t('jobs.empty.text') }}
        refetchInterval={5000}
      />
      <Drawer open={open !== null} onClose={() => setOpen(null)} size="min(480px, 100vw)" title={open?.kindName}>
        {open && (
          <>
            <Times job={open} />
            <JobProgress jobId={open.id} />
          </>
        )}
      </Drawer>
    </Page>
  );
}

function Times({ job }: { job: Job }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('jobs.created')}</dt>
      <dd>{formatDateTime(job.createdAt)}</dd>
      {job.finishedAt !== null && (
        <>
          <dt>{t('jobs.finished')}</dt>
          <dd>{formatDateTime(job.finishedAt)}</dd>
        </>
      )}
    </dl>
  );
}
