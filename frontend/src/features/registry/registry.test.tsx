import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { problem, server, sessionIs, signedIn, url } from '../../test/server';
import { renderRoutes } from '../../test/render';
import type { InstitutionCard } from './api';
import { EventModal } from './EventModal';
import { InstitutionFormPage } from './InstitutionFormPage';
import { TerritoriesPage } from './TerritoriesPage';

const card: InstitutionCard = {
  id: 'school-1',
  bin: null,
  name: { kk: '№95 орта мектеп', ru: 'Средняя школа №95' },
  kind: 'secondary-school',
  ownership: 'state',
  legalForm: null,
  languages: ['kk'],
  territoryCode: '351000000',
  territoryName: { kk: 'Қарағанды қаласы', ru: 'город Караганда' },
  status: 'active',
  openedOn: '1980-09-01',
  closedOn: null,
  parentId: null,
  parentName: null,
  isBranch: false,
  importId: null,
  modifiedAt: '2026-09-01T04:00:00Z',
  version: 3,
};

const path = '/api/v1/registry/institutions';
const versioned = (data: InstitutionCard) => HttpResponse.json(data, { headers: { ETag: `"${data.version}"` } });

beforeEach(() => {
  server.use(
    sessionIs({
      ...signedIn,
      user: { ...signedIn.user!, permissions: ['registry.institutions.read', 'registry.institutions.write'] },
    }),
    http.get(url('/api/v1/registry/institution-kinds'), () =>
      HttpResponse.json([{ code: 'secondary-school', name: { kk: 'Орта мектеп', ru: 'Средняя школа' }, group: 'school' }]),
    ),
    http.get(url('/api/v1/registry/territories'), () =>
      HttpResponse.json({
        items: [{ code: '351600000', name: { kk: 'Балқаш қаласы', ru: 'город Балхаш' } }],
        page: 1,
        pageSize: 50,
        total: 1,
      }),
    ),
    http.get(url(`${path}/school-1`), () => versioned(card)),
  );
});

const form = (at: string) =>
  renderRoutes(
    [
      { path: '/registry/institutions/new', element: <InstitutionFormPage /> },
      { path: '/registry/institutions/:id/edit', element: <InstitutionFormPage /> },
      { path: '*', element: <p>card</p> },
    ],
    at,
  );

describe('the passport', () => {
  test('shows the errors of the server on their fields', async () => {
    server.use(
      http.post(url(path), () =>
        problem(400, 'validation', {
          errors: {
            'name.kk': [{ code: 'required', message: 'Міндетті' }],
            bin: [{ code: 'registry.bin.check-digit', message: 'БСН бақылау цифры сәйкес емес' }],
          },
        }),
      ),
    );
    form('/registry/institutions/new');
    await userEvent.type(await screen.findByLabelText('БСН'), '040840005679');
    await userEvent.click(screen.getByRole('button', { name: 'Сақтау' }));
    expect(await screen.findByText('БСН бақылау цифры сәйкес емес')).toBeTruthy();
    expect(screen.getByText('Міндетті')).toBeTruthy();
  });

  test('is saved with the version that was read', async () => {
    let seen: { etag: string | null; body: unknown } | null = null;
    server.use(
      http.put(url(`${path}/school-1`), async ({ request }) => {
        seen = { etag: request.headers.get('If-Match'), body: await request.json() };
        return HttpResponse.json({ id: 'school-1', version: 4 });
      }),
    );
    const view = form('/registry/institutions/school-1/edit?year=2017&lang=kk');
    const name = await screen.findByDisplayValue('Средняя школа №95');
    await userEvent.clear(name);
    await userEvent.type(name, 'Школа №95');
    await userEvent.click(screen.getByRole('button', { name: 'Сақтау' }));
    await waitFor(() => expect(view.path()).toBe('/registry/institutions/school-1'));
    expect(view.search()).toEqual({ year: '2017', lang: 'kk' });
    expect(seen).toMatchObject({
      etag: '"3"',
      body: { name: { kk: '№95 орта мектеп', ru: 'Школа №95' }, openedOn: '1980-09-01' },
    });
  });

  test('changed by somebody else meanwhile is compared, and his languages are not lost', async () => {
    const bodies: { name: { ru: string }; languages: string[] }[] = [];
    server.use(
      http.put(url(`${path}/school-1`), async ({ request }) => {
        if (request.headers.get('If-Match') === '"3"') return problem(412, 'stale-version');
        bodies.push((await request.json()) as (typeof bodies)[number]);
        return HttpResponse.json({ id: 'school-1', version: 5 });
      }),
    );
    const view = form('/registry/institutions/school-1/edit');
    const name = await screen.findByDisplayValue('Средняя школа №95');
    await userEvent.clear(name);
    await userEvent.type(name, 'Школа №95');
    server.use(http.get(url(`${path}/school-1`), () => versioned({ ...card, languages: ['kk', 'ru'], version: 4 })));
    await userEvent.click(screen.getByRole('button', { name: 'Сақтау' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Жазбаны басқа адам өзгертіп қойған')).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Таңдалғанын сақтау' }));
    await waitFor(() => expect(view.path()).toBe('/registry/institutions/school-1'));
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatchObject({ name: { ru: 'Школа №95' }, languages: ['kk', 'ru'] });
  });
});

describe('an event', () => {
  const open = () =>
    renderRoutes([{ path: '*', element: <EventModal card={card} etag='"3"' onClose={() => {}} onSaved={() => {}} /> }], '/');

  test('of an open institution is any but the reopening, and asks for its own fields', async () => {
    open();
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText('Атауы қазақша')).toBeTruthy();
    await userEvent.click(within(dialog).getAllByRole('combobox')[0]!);
    expect(screen.queryByTitle('қайта ашылды')).toBeNull();
    await userEvent.click(await screen.findByTitle('басқа аумаққа өтті'));
    expect(await within(dialog).findByLabelText('Аумақ')).toBeTruthy();
    expect(within(dialog).queryByLabelText('Атауы қазақша')).toBeNull();
  });
});

describe('territories', () => {
  test('show what stands above and lead to what stands below', async () => {
    server.use(
      http.get(url('/api/v1/registry/territories/350000000'), () =>
        HttpResponse.json({
          territory: {
            code: '350000000',
            kind: 'oblast',
            name: { kk: 'Қарағанды облысы', ru: 'Карагандинская область' },
            hasChildren: true,
          },
          ancestors: [
            {
              code: '000000000',
              kind: 'republic',
              name: { kk: 'Қазақстан Республикасы', ru: 'Республика Казахстан' },
              hasChildren: true,
            },
          ],
        }),
      ),
      http.get(url('/api/v1/registry/territories'), ({ request }) => {
        expect(new URL(request.url).searchParams.get('parent')).toBe('350000000');
        const items = [
          { code: '351600000', kind: 'city', name: { kk: 'Балқаш қаласы', ru: 'город Балхаш' }, hasChildren: false },
        ];
        return HttpResponse.json({ items, page: 1, pageSize: 100, total: 1 });
      }),
    );
    renderRoutes([{ path: '*', element: <TerritoriesPage /> }], '/registry/territories?code=350000000');
    expect((await screen.findByRole('link', { name: 'Қазақстан Республикасы' })).getAttribute('href')).toContain(
      'code=000000000',
    );
    expect((await screen.findByRole('link', { name: 'Балқаш қаласы' })).getAttribute('href')).toContain('code=351600000');
    expect(screen.getByRole('heading', { name: 'Қарағанды облысы' })).toBeTruthy();
  });
});
