import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { renderRoutes } from '../../test/render';
import { problem, server, sessionIs, signedIn, url } from '../../test/server';
import type { Role, User } from './api';
import { feature } from './index';

const me = {
  ...signedIn,
  user: {
    ...signedIn.user!,
    permissions: [
      'access.users.read',
      'access.users.manage',
      'access.roles.read',
      'access.roles.manage',
      'access.clients.read',
      'access.clients.manage',
      'platform.audit.read',
    ],
    scope: { everything: true, territoryCode: null, territoryName: null, institutionCount: 0 },
  },
};

const roles: Role[] = [
  { id: 'r1', code: 'administrator', name: { kk: 'Әкімші', ru: 'Администратор' }, isBuiltIn: true, permissions: [] },
  { id: 'r2', code: 'auditor', name: { kk: 'Аудитор', ru: 'Аудитор' }, isBuiltIn: true, permissions: ['platform.audit.read'] },
];

const user = (id: string): User => ({
  id,
  userName: 'aigul',
  displayName: 'Айгүл Сәрсенова',
  language: 'kk',
  isLocked: false,
  isLockedOut: false,
  roles: ['auditor'],
  scope: {
    everything: false,
    territoryCode: '351000000',
    territoryName: 'Қарағанды қаласы',
    institutions: [{ id: 'i1', name: '№1 мектеп' }],
  },
  lastSignInAt: null,
});

const page = <T,>(items: T[]) => HttpResponse.json({ items, page: 1, pageSize: 50, total: items.length });
const versioned = (body: object, version: number) => HttpResponse.json(body, { headers: { ETag: `"${version}"` } });
const open = (at: string) => renderRoutes([{ path: '/', element: null }, ...feature.routes], at);
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));

/** A field that may be typed into: the form opens when the session is known. */
const field = async (label: string) => {
  const box = await screen.findByLabelText<HTMLInputElement>(label);
  await waitFor(() => expect(box.disabled).toBe(false));
  return box;
};

let sent: { path: string; body: unknown; etag: string | null }[] = [];
const keep = async (request: Request) => {
  const text = await request.text();
  sent.push({
    path: new URL(request.url).pathname,
    body: text === '' ? null : (JSON.parse(text) as unknown),
    etag: request.headers.get('If-Match'),
  });
};

beforeEach(() => {
  sent = [];
  server.use(
    sessionIs(me),
    http.get(url('/api/v1/access/roles'), () => page(roles)),
    http.get(url('/api/v1/access/permissions'), () =>
      HttpResponse.json([
        { module: 'platform', permissions: [{ code: 'platform.audit.read', name: 'Журналды көру' }] },
        { module: 'testing', permissions: [{ code: 'testing.write', name: 'Нәтижелерді енгізу' }] },
      ]),
    ),
    http.get(url('/api/v1/access/users/:id'), ({ params }) => versioned(user(String(params.id)), 7)),
  );
});

describe('a user', () => {
  test('is saved with the version that was read, territory and institutions as they were', async () => {
    server.use(
      http.put(url('/api/v1/access/users/u1'), async ({ request }) => {
        await keep(request);
        return HttpResponse.json({ id: 'u1', version: 8 });
      }),
    );
    open('/users/u1');
    const name = await field('Аты-жөні');
    await userEvent.clear(name);
    await userEvent.type(name, 'Айгүл');
    await press('Сақтау');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      path: '/api/v1/access/users/u1',
      etag: '"7"',
      body: {
        displayName: 'Айгүл',
        language: 'kk',
        roles: ['auditor'],
        scope: { everything: false, territoryCode: '351000000', institutionIds: ['i1'] },
      },
    });
    expect(screen.getByText('№1 мектеп')).toBeTruthy();
    expect(screen.getByText('Қарағанды қаласы')).toBeTruthy();
  });

  test('who is oneself cannot be locked, and keeps roles and scope', async () => {
    open('/users/1');
    expect(await screen.findByText(/Бұл — сіздің тіркелгіңіз/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Бұғаттау' })).toBeNull();
    expect(screen.getByLabelText('Рөлдер').hasAttribute('disabled')).toBe(true);
  });

  test('gets every error of the server on its field', async () => {
    server.use(
      http.post(url('/api/v1/access/users'), () =>
        problem(400, 'validation', {
          errors: {
            userName: [{ code: 'access.user-name-format', message: 'Аты қате' }],
            password: [
              { code: 'access.password-too-short', message: 'Тым қысқа' },
              { code: 'access.password-common', message: 'Тым көп тараған' },
            ],
          },
        }),
      ),
    );
    open('/users/new');
    await press('Қосу');
    for (const text of ['Аты қате', 'Тым қысқа', 'Тым көп тараған']) expect(await screen.findByText(text)).toBeTruthy();
  });

  test('is locked only after the question', async () => {
    server.use(
      http.post(url('/api/v1/access/users/u1/lock'), async ({ request }) => {
        await keep(request);
        return HttpResponse.json({ id: 'u1', version: 8, isLocked: true });
      }),
    );
    open('/users/u1');
    await press('Бұғаттау');
    const dialog = await screen.findByRole('dialog');
    expect(sent).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Бұғаттау' }));
    await waitFor(() => expect(sent).toHaveLength(1));
  });
});

describe('roles', () => {
  test('stand in a matrix in which the administrator has everything', async () => {
    open('/roles');
    const matrix = await screen.findByRole('table', { name: 'Кім не істей алады' });
    const row = within(matrix).getByRole('row', { name: /Нәтижелерді енгізу/ });
    expect(
      within(row)
        .getAllByRole('img')
        .map((mark) => mark.getAttribute('aria-label')),
    ).toEqual(['Иә', 'Жоқ']);
  });

  test('offer only the permissions that one has oneself', async () => {
    server.use(http.get(url('/api/v1/access/roles/r2'), () => versioned(roles[1]!, 3)));
    open('/roles/r2');
    expect((await screen.findByLabelText<HTMLInputElement>('Нәтижелерді енгізу')).disabled).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Журналды көру').disabled).toBe(false);
  });
});

test('the secret of a new machine client is shown once, then the page leaves', async () => {
  server.use(
    http.get(url('/api/v1/access/clients'), () => page([])),
    http.post(url('/api/v1/access/clients'), async ({ request }) => {
      await keep(request);
      return HttpResponse.json({ id: 'c1', version: 1, secret: 'edu_abc' }, { status: 201 });
    }),
  );
  const view = open('/clients/new');
  await userEvent.type(await field('Атауы'), 'Портал');
  await userEvent.click(await screen.findByLabelText('Журналды көру'));
  await press('Қосу');
  expect(await screen.findByText('edu_abc')).toBeTruthy();
  expect(sent[0]!.body).toEqual({
    name: 'Портал',
    permissions: ['platform.audit.read'],
    scope: { everything: false, territoryCode: null, institutionIds: [] },
  });
  await press('Сақтап алдым');
  await waitFor(() => expect(view.path()).toBe('/clients'));
  expect(screen.queryByText('edu_abc')).toBeNull();
});

test('an audit entry opens with the values before and after', async () => {
  server.use(
    http.get(url('/api/v1/audit'), () =>
      page([
        {
          sequence: 12,
          at: '2026-09-01T04:00:00Z',
          userId: 'u',
          userName: 'director',
          module: 'access',
          entity: 'User',
          entityId: 'u1',
          action: 'changed',
          entityVersion: 2,
          changes: { Roles: [['auditor'], ['head', 'specialist']], IsLocked: [false, true] },
        },
      ]),
    ),
  );
  open('/audit');
  await press('Өзгертілді');
  const changes = await screen.findByRole('list', { name: 'Өзгерістер' });
  expect(within(changes).getByText('auditor')).toBeTruthy();
  expect(within(changes).getByText('head, specialist')).toBeTruthy();
  expect(within(changes).getByText('Иә')).toBeTruthy();
});

test('one’s own password: the new session’s token is used from then on', async () => {
  let csrf: string | null = null;
  server.use(
    http.get(url('/api/v1/access/profile'), () => versioned({ ...user('1'), roles: ['Аудитор'] }, 7)),
    http.post(url('/api/v1/access/session/password'), () => HttpResponse.json({ ...me, csrfToken: 'token-after' })),
    http.put(url('/api/v1/access/profile'), ({ request }) => {
      csrf = request.headers.get('X-CSRF-Token');
      return versioned(user('1'), 8);
    }),
  );
  open('/profile');
  await userEvent.type(await screen.findByLabelText('Қазіргі құпиясөз'), 'ескі');
  await userEvent.type(screen.getByLabelText('Жаңа құпиясөз'), 'жаңа құпиясөз тіркесі');
  await press('Құпиясөзді өзгерту');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Жаңа құпиясөз').value).toBe(''));
  await press('Сақтау');
  await waitFor(() => expect(csrf).toBe('token-after'));
});
