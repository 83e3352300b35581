import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../api/session';
import { renderRoutes } from '../../test/render';
import { problem, server, sessionIs, signedIn, url } from '../../test/server';
import type { Finding, ReportCard, ReportFigure, ReportState } from './api';
import { ReportPage } from './ReportPage';

const two = (text: string) => ({ kk: text, ru: text });
const path = '/api/v1/planning/reports/r1';

const as = (...permissions: string[]): Session => ({ ...signedIn, user: { ...signedIn.user!, permissions } });

const card = (state: ReportState): ReportCard => ({
  id: 'r1',
  chapterTitle: two('ҰБТ'),
  period: '2017',
  periodName: two('2017 жыл'),
  territoryCode: '351000000',
  territoryName: two('Қарағанды қаласы'),
  number: 1,
  state,
  openErrors: state === 'checked' ? 1 : 0,
  findings: 1,
  snapshot: state === 'draft' ? null : { id: 's1', number: 3, sha256: 'abc', takenAt: '2026-09-01T04:00:00Z' },
  checkedAt: null,
  approvedAt: state === 'approved' ? '2026-09-01T04:00:00Z' : null,
  approvedBy: state === 'approved' ? 'head' : null,
  sha256: state === 'approved' ? 'abcdef0123456789' : null,
  supersedesId: null,
  supersededById: null,
});

const finding: Finding = {
  id: 'f1',
  version: 4,
  reportId: 'r1',
  rule: 'list-against-count',
  ruleName: 'Тізім мен саны',
  severity: 'error',
  place: two('л. 604'),
  printed: '36',
  recomputed: '34',
  why: two('Мәтінде 36 деп жазылған, ал тізімде 34.'),
  reason: null,
  acknowledgedBy: null,
  acknowledgedAt: null,
};

const mean: ReportFigure = {
  key: 'unt.mean',
  code: 'unt.mean',
  name: two('ҰБТ орташа балы'),
  unit: 'point',
  unitName: 'балл',
  periodName: two('2017 жыл'),
  subject: two('Қарағанды қаласы'),
  formula: { kk: 'Σ (орташа балл × қатысушылар) ÷ қатысушылар', ru: 'Σ (средний балл × участники) ÷ участники' },
  numerator: 107316.75,
  denominator: 1401,
  value: 76.6,
  shown: '76,6',
  missing: null,
  legalSource: null,
  sources: [{ name: 'unt-2017.xlsx', importId: 'i1' }],
  operands: [],
  rows: {
    columns: [{ key: 'mean', title: 'Орташа балл' }],
    items: [
      {
        label: two('Лицей №2'),
        cells: { mean: '107.78' },
        numerator: 3880.08,
        denominator: 36,
        source: { name: 'unt-2017.xlsx', importId: 'i1' },
        rowNumber: 2,
      },
    ],
    total: 56,
    hidden: 3,
  },
  changed: true,
};

const change: ReportFigure = {
  ...mean,
  key: 'unt.mean-change',
  name: two('Орташа балдың өзгеруі'),
  shown: '-6,8',
  denominator: null,
  rows: null,
  changed: null,
  operands: [{ key: 'unt.mean', code: 'unt.mean', name: two('ҰБТ орташа балы'), periodName: two('2017 жыл'), shown: '76,6' }],
};

let sent: { address: string; version: string | null; body: unknown }[] = [];

const show = (state: ReportState, ...permissions: string[]) => {
  server.use(
    sessionIs(as('planning.reports.read', ...permissions)),
    http.get(url(path), () => HttpResponse.json(card(state), { headers: { ETag: '"7"' } })),
  );
  return renderRoutes([{ path: '/planning/reports/:id', element: <ReportPage /> }], '/planning/reports/r1');
};

beforeEach(() => {
  sent = [];
  const keep = async (request: Request) => {
    const text = await request.text();
    sent.push({
      address: new URL(request.url).pathname,
      version: request.headers.get('If-Match'),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    });
  };
  server.use(
    http.get(url(`${path}/text`), ({ request }) => {
      const language = new URL(request.url).searchParams.get('language');
      const figure = (key: string, text: string) => `<a class="figure" data-figure="${key}" href="#figure/${key}">${text}</a>`;
      const lead = language === 'kk' ? 'ҰБТ-ның орташа балы' : 'Средний балл ЕНТ';
      return HttpResponse.json({
        html: `<p>${lead} – ${figure('unt.mean', '76,6')}, ${figure('unt.mean-change', '6,8')}.</p>`,
        language,
        sha256: 'abc',
        live: true,
      });
    }),
    http.get(url(`${path}/figure`), ({ request }) =>
      HttpResponse.json(new URL(request.url).searchParams.get('key') === 'unt.mean' ? mean : change),
    ),
    http.get(url('/api/v1/planning/findings'), () => HttpResponse.json({ items: [finding], page: 1, pageSize: 200, total: 1 })),
    http.put(url(`${path}/approval`), async ({ request }) => {
      await keep(request);
      return problem(409, 'planning.report-open-errors', { title: 'Түсіндірілмеген қателер саны: 1' });
    }),
    http.put(url(`${path}/check`), async ({ request }) => {
      await keep(request);
      return HttpResponse.json({ jobId: 'j1' }, { status: 202 });
    }),
    http.get(url('/api/v1/jobs/j1'), () =>
      HttpResponse.json({
        id: 'j1',
        kind: 'planning.check',
        kindName: 'Есепті тексеру',
        status: 'running',
        progress: 60,
        step: 'Тексерулер',
        error: null,
      }),
    ),
    http.put(url('/api/v1/planning/findings/f1/acknowledgement'), async ({ request }) => {
      await keep(request);
      return HttpResponse.json({ id: 'f1', version: 5 });
    }),
  );
});

describe('the text of a report', () => {
  test('turns from Kazakh to Russian', async () => {
    show('draft');
    expect(await screen.findByText(/ҰБТ-ның орташа балы/)).toBeTruthy();
    await userEvent.click(screen.getByText('Русский'));
    expect(await screen.findByText(/Средний балл ЕНТ/)).toBeTruthy();
    expect(document.querySelector('article')?.lang).toBe('ru');
  });

  test('opens a figure with Enter: formula, parts, rows as people write them, file, what is out of reach', async () => {
    show('draft');
    (await screen.findByRole('link', { name: '76,6' })).focus();
    await userEvent.keyboard('{Enter}');
    const drawer = await screen.findByRole('dialog');
    expect(await within(drawer).findByText('Σ (орташа балл × қатысушылар) ÷ қатысушылар')).toBeTruthy();
    expect(within(drawer).getByText('1 401')).toBeTruthy();
    expect(within(drawer).getByText('107,78')).toBeTruthy();
    expect(within(drawer).getByText('unt-2017.xlsx, 2-жол')).toBeTruthy();
    expect(within(drawer).getByText('Сіз көре алмайтын жазбалар').nextElementSibling?.textContent).toBe('3');
    expect(within(drawer).getByText(/жазбалар өзгерді/)).toBeTruthy();
    expect(within(drawer).getByRole('link', { name: 'unt-2017.xlsx' }).getAttribute('href')).toBe('/imports/i1');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('76,6'));
  });

  test('leads from a computed figure to what it was computed from', async () => {
    show('draft');
    await userEvent.click(await screen.findByRole('link', { name: '6,8' }));
    const drawer = await screen.findByRole('dialog');
    await userEvent.click(await within(drawer).findByRole('button', { name: '76,6' }));
    expect(await within(drawer).findByText('Лицей №2')).toBeTruthy();
  });
});

describe('a report', () => {
  test('offers only what its state and the rights of the reader allow', async () => {
    show('draft');
    await screen.findByText(/ҰБТ-ның орташа балы/);
    expect(screen.queryByRole('button', { name: /Тексеру/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Бекіту/ })).toBeNull();
    expect(screen.getByText('Тексерілгеннен кейін ескертулер осында шығады.')).toBeTruthy();
  });

  test('is checked as a job that is followed', async () => {
    show('draft', 'planning.reports.write');
    await userEvent.click(await screen.findByRole('button', { name: /Тексеру/ }));
    expect(await screen.findByText('Тексерулер')).toBeTruthy();
    expect(sent).toEqual([{ address: `${path}/check`, version: '"7"', body: null }]);
  });

  test('is not approved while an error is open, and says so', async () => {
    show('checked', 'planning.reports.approve');
    await userEvent.click(await screen.findByRole('button', { name: /Бекіту/ }));
    const sure = await screen.findByRole('dialog');
    await userEvent.click(within(sure).getByRole('button', { name: 'Бекіту' }));
    expect(await screen.findByText('Түсіндірілмеген қателер саны: 1')).toBeTruthy();
    expect(sent[0]?.version).toBe('"7"');
  });

  test('takes an explanation of a finding, under the version that was read', async () => {
    show('checked', 'planning.reports.write');
    expect(await screen.findByText('Мәтінде 36 деп жазылған, ал тізімде 34.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Түсіндіру' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Неге қалдырылады'), 'Екі мектеп кейін тапсырды');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Сақтау' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          address: '/api/v1/planning/findings/f1/acknowledgement',
          version: '"4"',
          body: { reason: 'Екі мектеп кейін тапсырды' },
        },
      ]),
    );
  });

  test('that is approved shows who approved it and can only be corrected', async () => {
    show('approved', 'planning.reports.write', 'planning.reports.approve');
    expect(await screen.findByText(/Бекіткен: head/)).toBeTruthy();
    expect(screen.getByText('SHA-256 abcdef012345')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Жаңа нұсқа' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Тексеру/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Түсіндіру' })).toBeNull();
  });
});
