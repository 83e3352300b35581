import { http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { setLanguage } from '../lib/i18n';
import { problem, server, url } from '../test/server';
import { api, apiDelete, apiGet, apiPost, apiPut, apiRead, apiUpload, onSessionLost, setCsrfToken } from './client';
import { ApiProblem, asProblem } from './problem';

const refused = async (call: Promise<unknown>): Promise<ApiProblem> => {
  const error: unknown = await call.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiProblem);
  return error as ApiProblem;
};

describe('requests', () => {
  test('ask in the language of the interface and leave absent parameters out', async () => {
    let seen: Request | undefined;
    server.use(
      http.get(url('/api/v1/things'), ({ request }) => {
        seen = request;
        return HttpResponse.json([]);
      }),
    );
    await setLanguage('ru');
    await apiGet('/api/v1/things', { q: 'шг 95', year: 2017, none: null, empty: '', kind: ['a', 'b'] });
    await setLanguage('kk');

    expect(seen?.headers.get('Accept-Language')).toBe('ru');
    expect([...new URL(seen!.url).searchParams]).toEqual([
      ['q', 'шг 95'],
      ['year', '2017'],
      ['kind', 'a'],
      ['kind', 'b'],
    ]);
  });

  test('carry the anti-forgery token only where something is changed', async () => {
    const tokens: Record<string, string | null> = {};
    server.use(
      http.all(url('/api/v1/things'), ({ request }) => {
        tokens[request.method] = request.headers.get('X-CSRF-Token');
        return new HttpResponse(null, { status: 204 });
      }),
    );
    setCsrfToken('secret');
    await apiGet('/api/v1/things');
    await apiPost('/api/v1/things', {});
    await apiPut('/api/v1/things', {});
    await apiDelete('/api/v1/things');
    expect(tokens).toEqual({ GET: null, POST: 'secret', PUT: 'secret', DELETE: 'secret' });
  });

  test('carry the version that was read and a key against repetition', async () => {
    let headers = new Headers();
    server.use(
      http.get(url('/api/v1/things/1'), () => HttpResponse.json({ id: 1 }, { headers: { ETag: '"7"' } })),
      http.put(url('/api/v1/things/1'), ({ request }) => {
        headers = request.headers;
        return HttpResponse.json({ id: 1 });
      }),
      http.post(url('/api/v1/things'), ({ request }) => HttpResponse.json(request.headers.get('Idempotency-Key'))),
    );
    const { data, etag } = await apiRead<{ id: number }>('/api/v1/things/1');
    await apiPut('/api/v1/things/1', data, { etag });
    expect(etag).toBe('"7"');
    expect(headers.get('If-Match')).toBe('"7"');

    expect(await apiPost('/api/v1/things', {}, { idempotencyKey: 'first-try' })).toBe('first-try');
    expect(await apiPost<string>('/api/v1/things', {}, { idempotencyKey: true })).toMatch(/^[0-9a-f]{32}$/);
  });

  test('of the typed client go the same way', async () => {
    server.use(http.get(url('/api/v1/things'), () => problem(409, 'things.duplicate')));
    const typed = api as unknown as { GET: (path: string) => Promise<unknown> };
    expect((await refused(typed.GET('/api/v1/things'))).code).toBe('things.duplicate');
  });

  test('send a file as a form', async () => {
    let type: string | null = null;
    let body = '';
    server.use(
      http.post(url('/api/v1/files'), async ({ request }) => {
        type = request.headers.get('Content-Type');
        body = await request.text();
        return HttpResponse.json({ id: 'f' });
      }),
    );
    await apiUpload('/api/v1/files', new File(['a;b'], 'unt.csv'), { kind: 'unt' });
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(body).toContain('unt');
  });
});

describe('refusals', () => {
  test('keep code, trace and all field errors', async () => {
    server.use(
      http.post(url('/api/v1/things'), () =>
        problem(400, 'validation', {
          title: 'Деректер дұрыс емес',
          errors: {
            'name.kk': [{ code: 'required', message: 'Атауын жазыңыз' }],
            bin: [{ code: 'bin.check-digit', message: 'БСН қате' }],
          },
        }),
      ),
    );
    const error = await refused(apiPost('/api/v1/things', {}));
    expect(error).toMatchObject({ status: 400, code: 'validation', title: 'Деректер дұрыс емес', traceId: 'trace-1' });
    expect(error.errors).toEqual({
      'name.kk': [{ code: 'required', message: 'Атауын жазыңыз' }],
      bin: [{ code: 'bin.check-digit', message: 'БСН қате' }],
    });
  });

  test('take the code from the type when it stands only there', async () => {
    server.use(
      http.get(url('/api/v1/things'), () =>
        HttpResponse.json({ type: 'urn:education:problem:registry.institution-closed' }, { status: 409 }),
      ),
    );
    expect((await refused(apiGet('/api/v1/things'))).code).toBe('registry.institution-closed');
  });

  test('of a proxy in HTML are told by their status', async () => {
    server.use(http.get(url('/api/v1/things'), () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })));
    expect(await refused(apiGet('/api/v1/things'))).toMatchObject({ status: 502, code: 'http-502', errors: {} });
  });

  test('of the network are told apart', async () => {
    server.use(http.get(url('/api/v1/things'), () => HttpResponse.error()));
    expect(await refused(apiGet('/api/v1/things'))).toMatchObject({ status: 0, code: 'network' });
    expect(asProblem(new Error('bug'))).toMatchObject({ status: 0, code: 'unexpected' });
  });

  test('401 ends the session, but not when it is the sign-in that is refused', async () => {
    const ended = vi.fn();
    onSessionLost(ended);
    server.use(
      http.get(url('/api/v1/things'), () => problem(401, 'unauthenticated')),
      http.post(url('/api/v1/access/session'), () => problem(401, 'access.sign-in-failed')),
    );
    await refused(apiPost('/api/v1/access/session', {}));
    expect(ended).not.toHaveBeenCalled();
    await refused(apiGet('/api/v1/things'));
    expect(ended).toHaveBeenCalledExactlyOnceWith(true);
  });

  test('of a token that another window has renewed ask for the session anew', async () => {
    const lost = vi.fn();
    onSessionLost(lost);
    server.use(http.post(url('/api/v1/things'), () => problem(400, 'csrf-token')));
    await refused(apiPost('/api/v1/things', {}));
    expect(lost).toHaveBeenCalledExactlyOnceWith(false);
  });
});
