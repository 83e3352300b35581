import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { apiDelete, apiGet, apiPost, setCsrfToken } from './client';

export interface SessionUser {
  id: string;
  userName: string;
  displayName: string;
  language: string | null;
  permissions: string[];
  scope: { everything: boolean; territoryCode: string | null; territoryName: string | null; institutionCount: number };
}

export interface Session {
  authenticated: boolean;
  user: SessionUser | null;
  csrfToken: string;
  demo: { userName: string; password: string } | null;
}

const path = '/api/v1/access/session';

function keep(session: Session): Session {
  setCsrfToken(session.csrfToken);
  return session;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => keep(await apiGet<Session>(path, undefined, signal)),
  staleTime: 5 * 60_000,
});

export function useSession() {
  return useQuery(sessionQuery);
}

/** The signed-in user; pages stand behind the session guard, so there it is never null. */
export function useUser(): SessionUser | null {
  return useSession().data?.user ?? null;
}

export function useCan(): (permission: string | undefined) => boolean {
  const permissions = useUser()?.permissions;
  return useCallback((permission) => permission === undefined || (permissions?.includes(permission) ?? false), [permissions]);
}

/** What one user has read must not be shown to the next. */
function forgetData(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
}

export function useSignIn() {
  const client = useQueryClient();
  return async (userName: string, password: string): Promise<Session> => {
    const session = keep(await apiPost<Session>(path, { userName, password }));
    forgetData(client);
    client.setQueryData(sessionQuery.queryKey, session);
    return session;
  };
}

export function useSignOut() {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await apiDelete(path);
    setCsrfToken(null);
    forgetData(client);
    await client.resetQueries({ queryKey: sessionQuery.queryKey });
  };
}
