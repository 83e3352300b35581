import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem, server, url } from '../../test/server';
import { renderPage } from '../../test/render';
import { DataTable } from './DataTable';
import type { DataTableProps } from './types';

interface School {
  id: string;
  name: string;
  pupils: number;
  /** Counted in many lists; a table that took it for rows below would fall. */
  children: number;
}

const schools: School[] = Array.from({ length: 120 }, (_, i) => ({
  id: String(i),
  name: `№${i + 1} мектеп`,
  pupils: 1000 + i,
  children: i,
}));
let asked: Record<string, string>[] = [];

const table = (props: Partial<DataTableProps<School>> = {}) => (
  <DataTable<School>
    caption="Мектептер"
    source="/api/v1/schools"
    columns={[
      { key: 'name', title: 'Атауы', sortable: true },
      { key: 'pupils', title: 'Оқушылар', sortable: 'pupilCount', numeric: true },
    ]}
    rowKey={(school) => school.id}
    href={(school) => `/schools/${school.id}`}
    filters={[{ name: 'kind', label: 'Түрі', options: [{ value: 'gymnasium', label: 'Гимназия' }] }]}
    defaultSort="name"
    empty={{ title: 'Мектептер тізімі бос', text: 'Мектептерді импорттаңыз' }}
    {...props}
  />
);

beforeEach(() => {
  asked = [];
  server.use(
    http.get(url('/api/v1/schools'), ({ request }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      asked.push(query);
      const found = schools.filter((s) => s.name.includes(query.q ?? ''));
      const page = Number(query.page);
      const pageSize = Number(query.pageSize);
      return HttpResponse.json({
        items: found.slice((page - 1) * pageSize, page * pageSize),
        page,
        pageSize,
        total: found.length,
      });
    }),
  );
});

describe('the address', () => {
  test('rules what is asked of the server', async () => {
    renderPage(table({ params: { year: 2017 } }), '/?page=3&pageSize=20&sort=-pupilCount&q=мектеп&kind=gymnasium&other=1');
    expect(await screen.findByText('№41 мектеп')).toBeTruthy();
    expect(asked[0]).toEqual({ year: '2017', kind: 'gymnasium', page: '3', pageSize: '20', sort: '-pupilCount', q: 'мектеп' });
  });

  test('stays clean while everything is as usual', async () => {
    const { search } = renderPage(table());
    await screen.findByText('№1 мектеп');
    expect(asked[0]).toEqual({ page: '1', pageSize: '50', sort: 'name' });
    expect(search()).toEqual({});
  });

  test('takes up nonsense without harm', async () => {
    renderPage(table(), '/?page=-4&pageSize=99999');
    await screen.findByText('№1 мектеп');
    expect(asked[0]).toMatchObject({ page: '1', pageSize: '200' });
  });

  test('keeps two tables of a page apart', async () => {
    const { search } = renderPage(table({ name: 'schools' }), '/?page=2&schools.page=2&schools.pageSize=20');
    await screen.findByText('№21 мектеп');
    await userEvent.click(screen.getByTitle('3'));
    await screen.findByText('№41 мектеп');
    expect(search()).toEqual({ page: '2', 'schools.page': '3', 'schools.pageSize': '20' });
  });
});

test('a click on a heading sorts by the name the server knows and returns to the first page', async () => {
  const { search } = renderPage(table(), '/?page=2');
  await screen.findByText('№51 мектеп');
  await userEvent.click(screen.getByRole('columnheader', { name: /Оқушылар/ }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ sort: 'pupilCount', page: '1' }));
  expect(search()).toEqual({ sort: 'pupilCount' });
  await userEvent.click(screen.getByRole('columnheader', { name: /Оқушылар/ }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ sort: '-pupilCount' }));
  expect(screen.getByRole('columnheader', { name: /Оқушылар/ }).getAttribute('aria-sort')).toBe('descending');
});

test('typing searches once, when the hand rests', async () => {
  const { search } = renderPage(table(), '/?page=2');
  await screen.findByText('№51 мектеп');
  await userEvent.type(screen.getByRole('searchbox', { name: 'Іздеу' }), '№120');
  expect(await screen.findByText('№120 мектеп')).toBeTruthy();
  expect(search()).toEqual({ q: '№120' });
  expect(asked.map((query) => query.q).filter(Boolean)).toEqual(['№120']);
});

test('figures are grouped and the total is told', async () => {
  renderPage(table());
  const row = (await screen.findByText('№1 мектеп')).closest('tr')!;
  expect(within(row).getByText('1 000')).toBeTruthy();
  expect(screen.getByText('Барлығы: 120')).toBeTruthy();
});

describe('emptiness', () => {
  test('of the register says what to do', async () => {
    server.use(http.get(url('/api/v1/schools'), () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })));
    renderPage(table());
    expect(await screen.findByText('Мектептер тізімі бос')).toBeTruthy();
    expect(screen.getByText('Мектептерді импорттаңыз')).toBeTruthy();
  });

  test('of a search offers to clear it', async () => {
    const { search } = renderPage(table(), '/?q=балабақша&sort=name&year=2017');
    expect(await screen.findByText('Ештеңе табылмады')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Сүзгілерді тазарту' }));
    expect(await screen.findByText('№1 мектеп')).toBeTruthy();
    expect(search()).toEqual({ year: '2017' });
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Іздеу' }).value).toBe('');
  });

  test('of a page behind the last leads back', async () => {
    renderPage(table(), '/?page=9');
    await userEvent.click(await screen.findByRole('button', { name: 'Бірінші бетке өту' }));
    expect(await screen.findByText('№1 мектеп')).toBeTruthy();
  });
});

test('a refusal is shown in the words of the server and can be tried again', async () => {
  server.use(
    http.get(url('/api/v1/schools'), ({ request }) =>
      new URL(request.url).searchParams.get('sort') === 'colour'
        ? problem(400, 'list.unknown-sort', { title: 'Мұндай сұрыптау жоқ' })
        : HttpResponse.json({ items: schools.slice(0, 1), page: 1, pageSize: 50, total: 1 }),
    ),
  );
  renderPage(table(), '/?sort=colour');
  expect(await screen.findByText('Мұндай сұрыптау жоқ')).toBeTruthy();
  expect(screen.getByText('trace-1')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Қайталау' }));
  expect(await screen.findByText('№1 мектеп')).toBeTruthy();
});

describe('a row', () => {
  test('is opened by its link, which takes the context along', async () => {
    renderPage(table(), '/?year=2017&q=№7 ');
    const link = await screen.findByRole('link', { name: '№7 мектеп' });
    expect(link.getAttribute('href')).toBe('/schools/6?year=2017');
  });

  test('is reached with the arrows and opened with Enter', async () => {
    const { path } = renderPage(table());
    (await screen.findByRole('link', { name: '№1 мектеп' })).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('№2 мектеп');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(path()).toBe('/schools/1'));
  });

  test('can be clicked anywhere', async () => {
    const { path } = renderPage(table());
    await userEvent.click((await screen.findByText('1 002')).closest('td')!);
    await waitFor(() => expect(path()).toBe('/schools/2'));
  });
});

describe('on a phone', () => {
  beforeEach(() => {
    vi.spyOn(window, 'matchMedia').mockImplementation(
      (query) =>
        ({
          matches: /max-width: 599/.test(query),
          addEventListener: () => undefined,
          removeEventListener: () => undefined,
        }) as never,
    );
  });
  afterEach(() => vi.restoreAllMocks());

  test('rows are cards with named lines', async () => {
    renderPage(table());
    const card = (await screen.findByText('№1 мектеп')).closest('li')!;
    expect(within(card).getByText('Оқушылар').tagName).toBe('DT');
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('filters and the order wait behind a button, the order in words', async () => {
    renderPage(table({ defaultSort: '-pupilCount,name' }), '/?kind=gymnasium');
    await screen.findByText('№1 мектеп');
    expect(screen.queryByRole('combobox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Сүзгілер мен сұрыптау (1)' }));
    expect(screen.getByRole('combobox', { name: 'Түрі' })).toBeTruthy();
    expect(screen.getByText('Оқушылар ↓')).toBeTruthy();
    expect(screen.queryByText('-pupilCount,name')).toBeNull();
  });
});
