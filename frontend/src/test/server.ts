import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { Session } from '../api/session';

/** The API of the tests; a test adds what it needs with `server.use(…)`. */
export const server = setupServer();

export const url = (path: string) => new URL(path, 'http://localhost').toString();

export const problem = (status: number, code: string, extra: object = {}) =>
  HttpResponse.json(
    { type: `urn:education:problem:${code}`, status, code, title: code, traceId: 'trace-1', ...extra },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

export const signedIn: Session = {
  authenticated: true,
  user: {
    id: '1',
    userName: 'demo',
    displayName: 'Айгүл',
    language: 'kk',
    permissions: ['registry.read'],
    scope: { everything: false, territoryCode: '351010000', territoryName: 'Қарағанды', institutionCount: 3 },
  },
  csrfToken: 'token-2',
  demo: null,
};

export const signedOut: Session = { authenticated: false, user: null, csrfToken: 'token-1', demo: null };

export const sessionIs = (session: Session) => http.get(url('/api/v1/access/session'), () => HttpResponse.json(session));
