import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../../api/session';
import { renderRoutes } from '../../../test/render';
import { server, sessionIs, signedIn, url } from '../../../test/server';
import { runsPath, type Run } from './api';
import { RunPage } from './RunPage';

const as = (...permissions: string[]): Session => ({ ...signedIn, user: { ...signedIn.user!, permissions } });
const empty = { items: [], page: 1, pageSize: 50, total: 0 };

const draft = (madeByMe: boolean): Run => ({
  id: 'r1',
  territoryCode: '351000000',
  territoryName: { kk: 'Қарағанды қаласы', ru: 'город Караганда' },
  day: '2026-09-03',
  state: 'draft',
  madeByMe,
  jobId: 'j1',
  waiting: 12,
  places: 3,
  proposed: 3,
  createdAt: '2026-09-03T03:00:00Z',
  publishedAt: null,
});

function show(run: Run) {
  server.use(
    sessionIs(as('preschool.read', 'preschool.allocation.write', 'preschool.allocation.approve')),
    http.get(url(`${runsPath}/r1`), () => HttpResponse.json(run, { headers: { ETag: '"4"' } })),
    http.get(url('/api/v1/preschool/allocation/pools'), () => HttpResponse.json(empty)),
    http.get(url('/api/v1/preschool/allocation/proposals'), () => HttpResponse.json(empty)),
  );
  renderRoutes([{ path: '/preschool/allocation/:id', Component: RunPage }], '/preschool/allocation/r1');
}

describe('a run of allocation', () => {
  test('who made the draft cannot approve it and is told why', async () => {
    show(draft(true));
    expect(await screen.findByRole('button', { name: 'Мақұлдау' })).toHaveProperty('disabled', true);
    screen.getByText(/басқа қызметкер мақұлдауы керек/);
  });

  test('another person approves the version that he saw', async () => {
    let seen: string | null = null;
    show(draft(false));
    server.use(
      http.put(url(`${runsPath}/r1/approval`), ({ request }) => {
        seen = request.headers.get('If-Match');
        return HttpResponse.json({ ...draft(false), state: 'approved' });
      }),
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Мақұлдау' }));
    const [, confirm] = await screen.findAllByRole('button', { name: 'Мақұлдау' });
    await user.click(confirm!);
    await waitFor(() => expect(seen).toBe('"4"'));
  });

  test('a recheck shows what the log says otherwise', async () => {
    show(draft(false));
    const differences = [{ order: 0, pool: 'p', expected: 'бірінші', found: 'екінші' }];
    server.use(http.get(url(`${runsPath}/r1/recheck`), () => HttpResponse.json({ matches: false, compared: 3, differences })));
    await userEvent.click(await screen.findByRole('button', { name: 'Қайта тексеру' }));
    await screen.findByText('бірінші');
    screen.getByText(/бөлуден өзгеше/);
  });
});
