import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../api/session';
import { problem, server, sessionIs, signedIn, url } from '../../test/server';
import { renderPage } from '../../test/render';
import type { NationalSummary } from './api';
import { schools, small, summary, veiled } from './testData';
import { NationalTestPage } from './NationalTestPage';

const nbsp = '\u00a0';

let asked: Record<string, string>[] = [];

const as = (permissions: string[], territoryCode: string | null = '351010000'): Session => ({
  ...signedIn,
  user: { ...signedIn.user!, permissions, scope: { ...signedIn.user!.scope, territoryCode, everything: territoryCode === null } },
});
const summaryIs = (found: NationalSummary) =>
  http.get(url('/api/v1/testing/national/summary'), ({ request }) => {
    const { year, territory } = Object.fromEntries(new URL(request.url).searchParams);
    const empty = { ...found, schools: 0, mean: { value: null, total: 0, participants: 0 } };
    return HttpResponse.json({ ...(Number(year) === found.year ? found : empty), year: Number(year), territory });
  });

beforeEach(() => {
  asked = [];
  server.use(
    sessionIs(as(['testing.read', 'testing.write'])),
    summaryIs(summary),
    http.get(url('/api/v1/registry/territories'), () =>
      HttpResponse.json({
        items: [{ code: '351010000', name: { kk: 'Қарағанды қаласы', ru: 'город Караганда' } }],
        page: 1,
        pageSize: 20,
        total: 1,
      }),
    ),
    http.get(url('/api/v1/testing/national/schools'), ({ request }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      asked.push(query);
      const items = [...schools, query.view === 'internal' ? small : veiled];
      return HttpResponse.json({ items, page: 1, pageSize: Number(query.pageSize), total: items.length });
    }),
    http.get(url('/api/v1/imports/import-1'), () =>
      HttpResponse.json({ fileName: 'unt-2017.xlsx', createdAt: '2026-05-04T04:05:00Z', ownerName: 'Асанов Асан' }),
    ),
  );
});

const tile = async (name: string) => (await screen.findByText(name, { selector: 'dt' })).parentElement!;
const row = async (name: string) => (await screen.findByRole('button', { name })).closest('tr')!;

describe('the figures of the year', () => {
  test('are shown as the country writes them, the share with its parts', async () => {
    renderPage(<NationalTestPage />);
    expect((await tile('Қатысу үлесі')).textContent).toContain('79,6%');
    expect((await tile('Қатысу үлесі')).textContent).toContain(`1${nbsp}401 қатысушы`);
    expect((await tile('Қатысу үлесі')).textContent).toContain(`барлығы 1${nbsp}761 бітіруші`);
    expect((await tile('Орташа балл')).textContent).toContain('76,6');
    expect((await tile('Шекті балдан (50) төмен')).textContent).toContain('9,4%');
  });

  test('tell the direction in a word and that tests of different size are not comparable', async () => {
    renderPage(<NationalTestPage />);
    expect((await tile('2016 жылмен салыстырғанда')).textContent).toContain('-6,8 төмендеді');
    // 83,4 of 125 and 76,587 of 140 points.
    expect(screen.getByText(/тікелей салыстыруға болмайды/).textContent).toMatch(/2016 жылы – 66,7%, 2017 жылы – 54,7%/);
  });

  test('of two tests with one maximum are compared without a warning', async () => {
    server.use(summaryIs({ ...summary, previousMaxScore: 140 }));
    renderPage(<NationalTestPage />);
    await tile('Орташа балл');
    expect(screen.queryByText(/тікелей салыстыруға болмайды/)).toBeNull();
  });

  test('stand beside oblast and republic, where those are known', async () => {
    renderPage(<NationalTestPage />);
    expect((await tile('Облыспен салыстырғанда')).textContent).toMatch(
      /\+1,7.*Облыс: 74,9.*Республика: 78,2 \(1,6 балға төмен\)/,
    );
  });
});

describe('year and territory', () => {
  test('are the newest year with results and the territory of the user, and go into the address', async () => {
    const { search } = renderPage(<NationalTestPage />);
    await row('№2 лицей');
    expect(asked[0]).toMatchObject({ year: '2017', territory: '351010000', sort: '-mean', view: 'publication' });
    await waitFor(() => expect(search()).toEqual({ year: '2017' }));
    expect(await screen.findByText('Қарағанды қаласы, 2017 жыл')).toBeTruthy();
  });

  test('of the address win', async () => {
    renderPage(<NationalTestPage />, '/?year=2017&territory=352410000');
    await row('№2 лицей');
    expect(asked[0]).toMatchObject({ territory: '352410000' });
  });

  test('are those of all results for who sees everything', async () => {
    server.use(
      sessionIs(as(['testing.read'], null)),
      http.get(url('/api/v1/testing/national/territory'), () => HttpResponse.json({ territory: '351010000' })),
    );
    const { search } = renderPage(<NationalTestPage />);
    await row('№2 лицей');
    await waitFor(() => expect(search()).toEqual({ year: '2017', territory: '351010000' }));
  });

  test('without results lead to the years that have some', async () => {
    const { search } = renderPage(<NationalTestPage />, '/?year=2019');
    expect(await screen.findByText('2019 жылғы ҰБТ нәтижелері енгізілмеген')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '2017 жылды көрсету' }));
    await row('№2 лицей');
    expect(search()).toEqual({ year: '2017' });
  });
});

describe('the league table', () => {
  test('shows rank, mean, participation and the change by arrow, sign and word', async () => {
    renderPage(<NationalTestPage />);
    const first = await row('№2 лицей');
    const cells = within(first).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual([
      '1',
      '107,78',
      ' +11,18 өсті',
      '96,60',
      '36 / 44',
      '81,8% Кестеде басылған пайыз есептелгенімен бірдей',
    ]);
    const second = await row('Гимназия№38');
    expect(within(second).getByText(/-1,92/).textContent).toContain('төмендеді');
    expect(within(second).getByText(/қиып тасталған/)).toBeTruthy();
  });

  test('hides small groups and says why', async () => {
    renderPage(<NationalTestPage />);
    const hidden = await row('«Альтер»');
    expect(within(hidden).getByText('жасырылған')).toBeTruthy();
    expect(hidden.textContent).not.toMatch(/\d/);
    expect(screen.getByText(/топ 5 адамнан аз/)).toBeTruthy();
  });

  test('shows them to who may write, when he asks, with a warning; the choice stands in the address', async () => {
    const { search } = renderPage(<NationalTestPage />, '/?year=2017');
    await row('№2 лицей');
    await userEvent.click(screen.getByRole('button', { name: 'Қызметтік' }));
    await waitFor(async () => expect((await row('«Альтер»')).textContent).toContain('71,50'));
    expect(screen.getByText(/жариялауға болмайды/)).toBeTruthy();
    expect(search()).toEqual({ year: '2017', view: 'internal' });
  });

  test('has no such choice for who only reads, not even by the address', async () => {
    server.use(sessionIs(as(['testing.read'])));
    renderPage(<NationalTestPage />, '/?year=2017&view=internal');
    await row('№2 лицей');
    expect(screen.queryByRole('button', { name: 'Қызметтік' })).toBeNull();
    expect(asked.every((query) => query.view === 'publication')).toBe(true);
    expect(screen.queryByRole('link', { name: /импорттау/ })).toBeNull();
  });

  test('keeps its order in the address', async () => {
    const { search } = renderPage(<NationalTestPage />, '/?year=2017');
    await row('№2 лицей');
    await userEvent.click(screen.getByRole('columnheader', { name: /Өзгерісі/ }));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ sort: 'change' }));
    expect(search()).toEqual({ year: '2017', sort: 'change' });
  });
});

test('a school opens with its figures and the file they came from', async () => {
  renderPage(<NationalTestPage />, '/?year=2017');
  await userEvent.click(await screen.findByRole('button', { name: '№2 лицей' }));
  const drawer = await screen.findByRole('dialog', { name: '№2 лицей' });
  expect(within(drawer).getByText('қатысушылар ÷ бітірушілер × 100 = 81,8%')).toBeTruthy();
  const file = await within(drawer).findByRole('link', { name: 'unt-2017.xlsx' });
  expect(file.getAttribute('href')).toBe('/imports/import-1?year=2017');
  expect(within(drawer).getByText('5-жол · 04.05.2026 09:05 · Асанов Асан')).toBeTruthy();
});

test('the two years tell who rose and who fell, the same figures as a table', async () => {
  renderPage(<NationalTestPage />, '/?year=2017&tab=years');
  expect(await screen.findByText(/нәтижесі бар мектептер: 2\. Өсті: 1, төмендеді: 1, өзгерген жоқ: 0/)).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Орташа балдың өзгерісі: 2016 және 2017 жылдар' });
  expect(
    within(table)
      .getAllByRole('row')
      .map((line) => line.textContent),
  ).toEqual(['Мектеп20162017Өзгерісі', '№2 лицей96,60107,78+11,18', 'Гимназия№3898,0096,08-1,92']);
});

test('subjects stand beside oblast and republic', async () => {
  const subject = {
    code: 'reading',
    name: { kk: 'Оқу сауаттылығы', ru: 'Грамотность чтения' },
    block: 'compulsory',
    participants: 1401,
  };
  server.use(
    http.get(url('/api/v1/testing/national/subjects'), () =>
      HttpResponse.json([
        {
          ...subject,
          mean: 16.5,
          oblastMean: 16.1,
          republicMean: 16.8,
          maxScore: 20,
          hidden: false,
          importId: null,
          importRow: null,
        },
      ]),
    ),
  );
  renderPage(<NationalTestPage />, '/?year=2017&tab=subjects');
  const line = (await screen.findByRole('rowheader', { name: 'Оқу сауаттылығы' })).closest('tr')!;
  expect(
    within(line)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([`1${nbsp}401`, '16,50', '20', ' +0,40 өсті', ' -0,30 төмендеді']);
});

describe('before anything is imported', () => {
  const nothing = { ...summary, year: 1, years: [] };

  test('the page leads to the import of the table', async () => {
    server.use(summaryIs(nothing));
    renderPage(<NationalTestPage />);
    expect(await screen.findByText('ҰБТ нәтижелері әлі енгізілмеген')).toBeTruthy();
    const link = screen.getByRole('link', { name: 'Нәтижелерді импорттау' });
    expect(link.getAttribute('href')).toBe('/imports/new?definition=testing.schools');
  });

  test('also for who sees everything', async () => {
    server.use(
      sessionIs(as(['testing.read', 'testing.write'], null)),
      http.get(url('/api/v1/testing/national/territory'), () => HttpResponse.json({ territory: null })),
    );
    renderPage(<NationalTestPage />);
    expect(await screen.findByRole('link', { name: 'Нәтижелерді импорттау' })).toBeTruthy();
  });

  test('who may not import is told whom to ask', async () => {
    server.use(sessionIs(as(['testing.read'])), summaryIs(nothing));
    renderPage(<NationalTestPage />);
    expect(await screen.findByText(/құқығы бар қызметкерге/)).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

test('a refusal is shown in the words of the server', async () => {
  server.use(http.get(url('/api/v1/testing/national/summary'), () => problem(403, 'forbidden', { title: 'Рұқсат жоқ' })));
  renderPage(<NationalTestPage />);
  expect(await screen.findByText('Рұқсат жоқ')).toBeTruthy();
});
