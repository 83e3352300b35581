import { Alert, Progress } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinished, jobTones, useJob, type Job } from '../api/jobs';
import { ProblemAlert } from './ProblemAlert';
import { StatusTag } from './StatusTag';

export interface JobProgressProps {
  /** The job to follow until it ends… */
  jobId?: string;
  /** …or a job that is already read. */
  job?: Job;
  /** Only the bar, for a row of a table. */
  compact?: boolean;
  /** Once, when it is done or has failed. */
  onFinish?: (job: Job) => void;
  /** Shown under the bar when it is done. */
  children?: (job: Job) => ReactNode;
}

export function JobProgress({ jobId, job: given, compact, onFinish, children }: JobProgressProps) {
  const { t } = useTranslation();
  const read = useJob(given ? null : (jobId ?? null));
  const job = given ?? read.data;
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (!job || !isFinished(job) || told.current === job.id) return;
    told.current = job.id;
    onFinish?.(job);
  }, [job, onFinish]);

  if (!job) return <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />;
  const bar = (
    <Progress
      percent={job.status === 'done' ? 100 : Math.round(job.progress)}
      status={job.status === 'failed' ? 'exception' : job.status === 'done' ? 'success' : 'active'}
      aria-label={job.kindName}
    />
  );
  if (compact) return bar;

  return (
    <div className="job" aria-live="polite">
      <StatusTag tone={jobTones[job.status]}>{t(`job.status.${job.status}`)}</StatusTag>
      {bar}
      {job.step && !isFinished(job) && <p>{job.step}</p>}
      {job.error && <Alert type="error" showIcon title={job.error.message} description={<code>{job.error.code}</code>} />}
      {job.status === 'done' && children?.(job)}
    </div>
  );
}
