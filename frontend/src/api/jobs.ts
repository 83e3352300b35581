import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { apiGet } from './client';

export type JobStatus = 'queued' | 'running' | 'done' | 'failed';

export interface Job {
  id: string;
  /** `module.work`, e.g. `imports.apply`. */
  kind: string;
  status: JobStatus;
  /** 0…100. */
  progress: number;
  message: string | null;
  error: { code: string; message: string } | null;
  result: unknown;
  createdAt?: string | null;
  finishedAt?: string | null;
}

export const jobTones = { queued: 'neutral', running: 'info', done: 'success', failed: 'danger' } as const;

export const isFinished = (job: Pick<Job, 'status'>) => job.status === 'done' || job.status === 'failed';

/** The feature of the work names it: `imports.apply` → the text `imports.job.apply`. */
export function jobTitle(job: Pick<Job, 'kind'>, t: (key: string) => string): string {
  const [module = '', ...rest] = job.kind.split('.');
  const key = `${module}.job.${rest.join('.')}`;
  return i18next.exists(key) ? t(key) : job.kind;
}

/** A job by id, read every second until it ends. */
export function useJob(id: string | null) {
  return useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => apiGet<Job>(`/api/v1/jobs/${encodeURIComponent(id ?? '')}`, undefined, signal),
    enabled: id !== null,
    staleTime: 0,
    retry: 3,
    refetchInterval: (query) => (query.state.data && isFinished(query.state.data) ? false : 1000),
  });
}
