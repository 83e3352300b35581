import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { problem, server, sessionIs, signedIn, signedOut, url } from '../../../test/server';
import { renderPage, renderRoutes } from '../../../test/render';
import { bornOnOf } from './api';
import { DeskPage } from './DeskPage';
import { publicRoutes } from './routes';

const position = {
  number: '482-173-065',
  state: 'waiting',
  stateText: 'Кезекте тұр',
  stateUntil: null,
  inPool: { place: 7, of: 40 },
  inYear: { place: 9, of: 90 },
  inTerritory: null,
  byWish: [],
  rulesVersion: 'r2-0',
  sequence: 120,
  asOf: '2026-09-01T04:00:00Z',
  before: { place: 5, of: 0 },
  change: 2,
  causes: [{ code: 'entered-extraordinary', count: 2, change: 2, text: 'Кезектен тыс құқығы бар балалар қосылды: 2' }],
};

test('a family sees its place and the causes without signing in', async () => {
  let sent: unknown;
  server.use(
    sessionIs(signedOut),
    http.post(url('/api/v1/preschool/queue/lookup'), async ({ request }) => {
      sent = await request.json();
      return HttpResponse.json(position);
    }),
  );
  renderRoutes(publicRoutes, '/queue');
  await userEvent.type(await screen.findByLabelText('Өтініш нөмірі'), '482 173 065');
  await userEvent.type(screen.getByLabelText('Туған күні'), '17.05.2023{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Орынды көру' }));
  expect(await screen.findByText('7 / 40')).toBeTruthy();
  expect(screen.getByText(/Кезектен тыс құқығы бар балалар қосылды: 2/)).toBeTruthy();
  expect(sent).toEqual({ number: '482 173 065', bornOn: '2023-05-17' });
});

test('a refusal is told in the words of the server', async () => {
  server.use(
    sessionIs(signedOut),
    http.post(url('/api/v1/preschool/queue/lookup'), () => problem(404, 'x', { title: 'Өтініш табылмады' })),
  );
  renderRoutes(publicRoutes, '/queue');
  await userEvent.type(await screen.findByLabelText('Өтініш нөмірі'), '482173065');
  await userEvent.type(screen.getByLabelText('Туған күні'), '17.05.2023{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Орынды көру' }));
  expect(await screen.findByText('Өтініш табылмады')).toBeTruthy();
});

test('the ИИН fills in the date of birth, and errors stand on their fields', async () => {
  server.use(
    sessionIs({ ...signedIn, user: { ...signedIn.user!, permissions: ['preschool.queue.write'] } }),
    http.get(url('/api/v1/preschool/queue/benefits'), () => HttpResponse.json([])),
    http.get(url('/api/v1/registry/territories'), () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
    http.get(url('/api/v1/registry/institutions'), () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 })),
  );
  renderPage(<DeskPage />, '/?territory=351000000');
  await userEvent.type(await screen.findByLabelText('Баланың ЖСН'), '230517500018');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Туған күні').value).toBe('17.05.2023'));
  await userEvent.click(screen.getByRole('button', { name: 'Тіркеу (Enter)' }));
  expect((await screen.findAllByText('Толтырыңыз')).length).toBe(3);
});

test('the date in an ИИН is read with its century, and only a real one', () => {
  expect(bornOnOf('230517500018')).toBe('2023-05-17');
  expect(bornOnOf('990101300018')).toBe('1999-01-01');
  expect(bornOnOf('230230500018')).toBeNull();
  expect(bornOnOf('2305')).toBeNull();
});
