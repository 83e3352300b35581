import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, test } from 'vitest';
import { renderRoutes } from '../../../test/render';
import { problem, server, sessionIs, signedIn, url } from '../../../test/server';
import type { Sheet } from './api';
import { allPresent, cellOf, countOf, lockOf, presentOf, withCell } from './edits';
import { routes } from './routes';

const path = '/api/v1/preschool/attendance/groups/g1/2017-06';

/** June 2017: the 3rd and 4th are days off; child 2 comes on the 2nd. */
const sheet = (): Sheet => ({
  groupId: 'g1',
  groupName: 'Күншуақ',
  institutionName: { kk: 'Орман', ru: 'Лесок' },
  month: '2017-06',
  isClosed: false,
  workingDays: 3,
  days: [1, 2, 3, 4, 5].map((day) => ({ day, isWorking: day !== 3 && day !== 4, isFuture: false })),
  children: [
    {
      childId: 'c1',
      number: '1',
      from: 1,
      to: 5,
      present: 1,
      absent: 0,
      blank: 2,
      enrolled: 3,
      marks: [{ day: 1, mark: 'present', document: null }],
    },
    { childId: 'c2', number: '2', from: 2, to: 5, present: 0, absent: 0, blank: 2, enrolled: 2, marks: [] },
  ],
  version: 4,
});

let sent: { child: string; etag: string | null; marks: unknown }[] = [];

beforeEach(() => {
  sent = [];
  server.use(
    sessionIs({ ...signedIn, user: { ...signedIn.user!, permissions: ['preschool.read', 'preschool.attendance.write'] } }),
    http.get(url(path), () => HttpResponse.json(sheet())),
    http.put(url(`${path}/children/:child`), async ({ request, params }) => {
      const { marks } = (await request.json()) as { marks: unknown };
      sent.push({ child: String(params.child), etag: request.headers.get('If-Match'), marks });
      return HttpResponse.json({ ...sheet(), version: 4 + sent.length });
    }),
  );
});

const open = () => renderRoutes(routes, '/preschool/attendance/g1/2017-06');
const cell = (row: number, day: number) => document.querySelector<HTMLElement>(`[data-cell="${row}-${day}"]`)!;

describe('the month grid', () => {
  test('is walked by arrows, space toggles, one request a changed child with the version that was seen', async () => {
    open();
    await screen.findByRole('grid', {}, { timeout: 20_000 });
    cell(0, 1).focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowRight} ');
    expect(document.activeElement).toBe(cell(1, 2));
    await userEvent.click(screen.getByRole('button', { name: /2/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      { child: 'c1', etag: '"4"', marks: [{ day: 1, mark: 'absent', document: '' }] },
      { child: 'c2', etag: '"5"', marks: [{ day: 2, mark: 'present', document: '' }] },
    ]);
  });

  test('does not toggle a day off or a day before the enrolment', async () => {
    open();
    await screen.findByRole('grid', {}, { timeout: 20_000 });
    cell(0, 3).focus();
    await userEvent.keyboard(' ');
    cell(1, 1).focus();
    await userEvent.keyboard(' ');
    expect(cell(0, 3).getAttribute('aria-readonly')).toBe('true');
    expect(document.querySelectorAll('.sheet-changed')).toHaveLength(0);
  });

  test('tells a refusal and keeps what is not saved', async () => {
    server.use(http.put(url(`${path}/children/:child`), () => problem(412, 'stale-version')));
    open();
    await screen.findByRole('grid', {}, { timeout: 20_000 });
    cell(0, 2).focus();
    await userEvent.keyboard(' ');
    await userEvent.click(screen.getByRole('button', { name: /1/ }));
    await screen.findByRole('alert');
    expect(cell(0, 2).className).toContain('sheet-changed');
  });
});

describe('cells that are not saved yet', () => {
  test('count, and vanish when they say again what is stored', () => {
    const [line] = sheet().children;
    const changed = withCell({}, line!, 2, { mark: 'ill', document: 'Справка 5' });
    expect(countOf(changed)).toBe(1);
    expect(cellOf(line!, 2, changed).document).toBe('Справка 5');
    expect(withCell(changed, line!, 2, { mark: null, document: null })).toEqual({});
    expect(withCell({}, line!, 1, { mark: 'present', document: null })).toEqual({});
  });

  test('the rest of a day is present, only where a mark may be', () => {
    const of = sheet();
    expect(countOf(allPresent(of, 1, {}))).toBe(0);
    const second = allPresent(of, 2, {});
    expect(countOf(second)).toBe(2);
    expect(of.children.map((line) => presentOf(of, line, second))).toEqual([2, 1]);
    expect(countOf(allPresent(of, 3, {}))).toBe(0);
  });

  test('a cell says why it is locked', () => {
    const of = sheet();
    const [first, second] = of.children;
    expect([lockOf(of, first!, 3), lockOf(of, second!, 1), lockOf(of, first!, 1)]).toEqual(['off', 'outside', null]);
    expect(lockOf({ ...of, isClosed: true }, first!, 1)).toBe('closed');
    expect(lockOf({ ...of, days: of.days.map((d) => ({ ...d, isFuture: true })) }, first!, 1)).toBe('future');
  });
});
