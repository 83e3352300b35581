import { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { onSessionLost } from '../api/client';
import { asProblem } from '../api/problem';
import { sessionQuery } from '../api/session';

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays a refusal; only a lost connection or a restarting server is worth a second try.
        retry: (failures, error) => failures < 1 && [0, 502, 503, 504].includes(asProblem(error).status),
        refetchOnWindowFocus: false,
      },
    },
  });
  onSessionLost((ended) => {
    if (ended)
      client.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, authenticated: false, user: null });
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  });
  // Names and problems come from the server in the language of the interface.
  i18next.on('languageChanged', () => void client.invalidateQueries());
  return client;
}
