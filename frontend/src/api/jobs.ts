import { useQuery } from '@tanstack/react-query';
import { apiGet } from './client';

export type JobStatus = 'queued' | 'running' | 'done' | 'failed';

export interface Job {
  id: string;
  /** Code of the work; `kindName` is it in the language of the interface. */
  kind: string;
  kindName: string;
  status: JobStatus;
  /** 0…100. */
  progress: number;
  /** What is being done now, in words. */
  step: string | null;
  error: { code: string; message: string } | null;
  result: unknown;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export const jobTones = { queued: 'neutral', running: 'info', done: 'success', failed: 'danger' } as const;

export const isFinished = (job: Pick<Job, 'status'>) => job.status === 'done' || job.status === 'failed';

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
