import type { Page, Route } from '@playwright/test';

/* The API as the shell sees it, for journeys that test the shell alone. Everything else is tested against the real server. */

const user = {
  id: '01890000-0000-7000-8000-000000000001',
  userName: 'demo',
  displayName: 'Айгүл Серікқызы Нұрланова',
  language: 'kk',
  permissions: [] as string[],
  scope: {
    everything: false,
    territoryCode: '351010000',
    territoryName: 'Қарағанды қаласы',
    institutionCount: 312,
  },
};

const kinds = [
  ['imports.apply', 'Импортты қолдану'],
  ['planning.report', 'Есеп құру'],
] as const;
const statuses = ['running', 'done', 'failed', 'queued'] as const;
const jobs = Array.from({ length: 57 }, (_, i) => {
  const status = statuses[i % 4]!;
  return {
    id: `job-${i}`,
    kind: kinds[i % 2]![0],
    kindName: kinds[i % 2]![1],
    status,
    progress: status === 'done' ? 100 : status === 'queued' ? 0 : 42,
    step: status === 'running' ? '4 200 / 10 000' : null,
    error: status === 'failed' ? { code: 'imports.file-broken', message: 'Файл оқылмайды' } : null,
    result: null,
    createdAt: '2026-05-04T04:05:00Z',
    startedAt: null,
    finishedAt: null,
  };
});

const json = (route: Route, body: unknown, status = 200) =>
  route.fulfill({
    status,
    contentType: status < 400 ? 'application/json' : 'application/problem+json',
    body: JSON.stringify(body),
  });

export async function mockApi(page: Page, { signedIn = false, empty = false, permissions = [] as string[] } = {}): Promise<void> {
  let authenticated = signedIn;
  const session = () => ({
    authenticated,
    user: authenticated ? { ...user, permissions } : null,
    csrfToken: 'token',
    demo: { userName: 'demo', password: 'Demo-2017' },
  });

  await page.route('**/api/v1/**', (route) => json(route, { code: 'not-found', title: 'Not found' }, 404));
  await page.route('**/api/v1/jobs*', (route) => {
    const search = new URL(route.request().url()).searchParams;
    const status = search.get('status');
    const found = empty ? [] : jobs.filter((job) => status === null || job.status === status);
    const number = Number(search.get('page'));
    const size = Number(search.get('pageSize'));
    return json(route, {
      items: found.slice((number - 1) * size, number * size),
      page: number,
      pageSize: size,
      total: found.length,
    });
  });
  await page.route('**/api/v1/jobs/*', (route) =>
    json(
      route,
      jobs.find((job) => route.request().url().endsWith(`/${job.id}`)),
    ),
  );
  await page.route('**/api/v1/registry/territories*', (route) =>
    json(route, {
      items: [
        {
          code: '351010000',
          name: { kk: 'Қарағанды қаласы', ru: 'город Караганда', en: null },
        },
        {
          code: '352410000',
          name: { kk: 'Теміртау қаласы', ru: 'город Темиртау', en: null },
        },
      ],
      page: 1,
      pageSize: 50,
      total: 2,
    }),
  );
  await page.route('**/api/v1/access/session', async (route) => {
    const request = route.request();
    if (request.method() === 'DELETE') {
      authenticated = false;
      return route.fulfill({ status: 204 });
    }
    if (request.method() === 'POST') {
      const { password } = request.postDataJSON() as { password: string };
      if (password !== 'Demo-2017') {
        return json(
          route,
          {
            type: 'urn:education:problem:access.sign-in-failed',
            code: 'access.sign-in-failed',
            title: 'Логин немесе құпиясөз қате',
            status: 401,
          },
          401,
        );
      }
      authenticated = true;
    }
    return json(route, session());
  });
}
