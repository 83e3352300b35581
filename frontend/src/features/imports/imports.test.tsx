import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { renderRoutes } from '../../test/render';
import { server, sessionIs, signedIn, url } from '../../test/server';
import type { Import, ImportDefinition } from './api';
import { ImportPage } from './ImportPage';
import { ImportsPage } from './ImportsPage';
import { NewImportPage } from './NewImportPage';

const file: Import = {
  id: 'i1',
  version: 3,
  definition: 'testing.schools',
  definitionName: 'ҰБТ-ның мектептер бойынша нәтижелері',
  fileName: 'unt-2017.xlsx',
  size: 43622,
  sha256: 'a'.repeat(64),
  ownerName: 'demo',
  isMine: true,
  createdAt: '2026-11-28T19:00:00Z',
  options: { year: '2017', territory: '351000000' },
  sheets: ['Лист1'],
  sheet: 0,
  headerRow: 1,
  headings: [{ letter: 'A', text: 'Школа' }],
  columns: [
    { key: 'school', name: 'Мектеп', required: true, personal: false, letter: 'A' },
    { key: 'mean', name: 'Орташа балл', required: false, personal: false, letter: 'B' },
    { key: 'date', name: 'Күні', required: false, personal: false, letter: 'C' },
  ],
  missing: [],
  fileRows: 1,
  status: 'checked',
  total: 1,
  created: 0,
  changed: 1,
  unchanged: 0,
  rejected: 0,
  errorCount: 0,
  errors: [],
  failure: null,
  jobId: null,
  appliedAt: null,
};
const definition: ImportDefinition = {
  key: 'testing.schools',
  name: file.definitionName,
  columns: [{ key: 'school', name: 'Мектеп', required: true }],
  options: [],
};
const card = (change: Partial<Import> = {}) =>
  HttpResponse.json({ ...file, ...change }, { headers: { ETag: `"${file.version}"` } });
const show = (at: string) =>
  renderRoutes(
    [
      { path: '/imports', element: <ImportsPage /> },
      { path: '/imports/new', element: <NewImportPage /> },
      { path: '/imports/:id', element: <ImportPage /> },
    ],
    at,
  );

beforeEach(() => {
  server.use(
    sessionIs(signedIn),
    http.get(url('/api/v1/imports'), () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
    http.get(url('/api/v1/imports/definitions'), () => HttpResponse.json([definition])),
    http.get(url('/api/v1/imports/i1'), () => card()),
    http.get(url('/api/v1/imports/i1/rows'), () =>
      HttpResponse.json({
        items: [
          {
            row: 2,
            outcome: 'changed',
            cells: [
              { column: 'school', text: 'Лицей№2', value: '№ 2 лицей' },
              { column: 'mean', text: '107,8', value: '107.80' },
              { column: 'date', text: '43040', value: '2017-11-01' },
            ],
            errors: [],
          },
        ],
        page: 1,
        pageSize: 50,
        total: 1,
      }),
    ),
    http.get(url('/api/v1/registry/territories'), () =>
      HttpResponse.json({
        items: [{ code: '351000000', name: { kk: 'Қарағанды қаласы', ru: 'город Караганда' } }],
        page: 1,
        pageSize: 20,
        total: 1,
      }),
    ),
  );
});

describe('an import', () => {
  test('says year and territory in words, and what the cells were taken for when that differs', async () => {
    show('/imports/i1');
    expect(await screen.findByText(/· 2017 · Қарағанды қаласы ·/)).toBeTruthy();
    const table = await screen.findByRole('table', { name: 'Алдын ала қарау' });
    expect(within(table).getByText('№ 2 лицей')).toBeTruthy();
    expect(within(table).getByText('107,8')).toBeTruthy();
    expect(within(table).queryByText('107.80')).toBeNull();
    expect(within(table).getByText('01.11.2017')).toBeTruthy();
  });

  test('is applied once, however often the button is pressed', async () => {
    let times = 0;
    let status: Import['status'] = 'checked';
    server.use(
      http.get(url('/api/v1/imports/i1'), () => card({ status })),
      http.post(url('/api/v1/imports/i1/apply'), () => {
        times += 1;
        status = 'applied';
        return HttpResponse.json({ jobId: 'j1' });
      }),
    );
    show('/imports/i1');
    await userEvent.dblClick(await screen.findByRole('button', { name: 'Барлық жолды енгізу' }));
    expect(await screen.findByText('1 жол енгізілді.')).toBeTruthy();
    expect(times).toBe(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('of a colleague can be read, not applied', async () => {
    server.use(http.get(url('/api/v1/imports/i1'), () => card({ isMine: false })));
    show('/imports/i1');
    expect(await screen.findByText('Тексеру нәтижесі')).toBeTruthy();
    for (const name of ['Барлық жолды енгізу', 'Қайта тексеру', 'Импорттан бас тарту', 'Бастапқы файл']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

test('who may import nothing is told so', async () => {
  server.use(http.get(url('/api/v1/imports/definitions'), () => HttpResponse.json([])));
  show('/imports');
  expect(await screen.findByText(/Сізге кесте импорттау рұқсаты берілмеген/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Жаңа импорт/ })).toBeNull();
});

test('after the upload, “back” leads to the list and not to the form', async () => {
  server.use(http.post(url('/api/v1/imports'), () => HttpResponse.json(file)));
  const view = show('/imports?year=2017');
  await userEvent.click((await screen.findAllByRole('button', { name: /Жаңа импорт/ }))[0]!);
  await userEvent.click(await screen.findByRole('combobox', { name: 'Кесте түрі' }));
  await userEvent.click(await screen.findByTitle(file.definitionName));
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await userEvent.upload(input, new File(['x'], 'unt-2017.xlsx'));
  await userEvent.click(screen.getByRole('button', { name: 'Жүктеу' }));
  await waitFor(() => expect(view.path()).toBe('/imports/i1'));
  expect(view.search()).toEqual({ year: '2017' });
  await view.router.navigate(-1);
  await waitFor(() => expect(view.path()).toBe('/imports'));
});
