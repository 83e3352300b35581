import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { apiGet, apiPost } from '../api/client';
import type { Session } from '../api/session';
import { problem, server, sessionIs, signedIn, signedOut, url } from '../test/server';
import { renderRoutes } from '../test/render';
import { safeReturn } from './pages/safeReturn';
import { routes } from './router';

const path = url('/api/v1/access/session');
const noJobs = http.get(url('/api/v1/jobs'), () => HttpResponse.json({ items: [], page: 1, pageSize: 50, total: 0 }));

async function enter(userName: string, password: string) {
  await userEvent.type(await screen.findByLabelText('Логин'), userName);
  await userEvent.type(screen.getByLabelText('Құпиясөз'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Кіру' }));
}

test('who is not signed in is asked to, and comes back to the page he wanted', async () => {
  let sent: unknown;
  let session = signedOut;
  server.use(
    http.get(path, () => HttpResponse.json(session)),
    noJobs,
    http.post(path, async ({ request }) => {
      session = signedIn;
      sent = { body: await request.json(), csrf: request.headers.get('X-CSRF-Token') };
      return HttpResponse.json(session);
    }),
    http.post(url('/api/v1/probe'), ({ request }) => HttpResponse.json(request.headers.get('X-CSRF-Token'))),
  );
  const view = renderRoutes(routes, '/jobs?status=failed&lang=kk');
  await enter(' demo ', 'Demo-2017');

  expect(await screen.findByRole('heading', { level: 1, name: 'Фондық жұмыстар' })).toBeTruthy();
  expect(view.path()).toBe('/jobs');
  expect(view.search()).toMatchObject({ status: 'failed' });
  expect(sent).toEqual({ body: { userName: 'demo', password: 'Demo-2017' }, csrf: 'token-1' });
  expect(await apiPost('/api/v1/probe')).toBe('token-2');
});

test('a refused sign-in says why and keeps the name', async () => {
  server.use(
    sessionIs(signedOut),
    http.post(path, () => problem(401, 'access.sign-in-failed', { title: 'Логин немесе құпиясөз қате' })),
  );
  renderRoutes(routes, '/sign-in');
  await enter('demo', 'wrong');
  expect(await screen.findByText('Логин немесе құпиясөз қате')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Логин').value).toBe('demo');
  expect(screen.getByLabelText<HTMLInputElement>('Құпиясөз').value).toBe('');
});

test('empty fields are told without asking the server', async () => {
  server.use(sessionIs(signedOut));
  renderRoutes(routes, '/sign-in');
  await userEvent.click(await screen.findByRole('button', { name: 'Кіру' }));
  expect(await screen.findByText('Логинді енгізіңіз')).toBeTruthy();
  expect(screen.getByText('Құпиясөзді енгізіңіз')).toBeTruthy();
});

test('the demo account is offered when the server has one', async () => {
  server.use(sessionIs({ ...signedOut, demo: { userName: 'demo', password: 'Demo-2017' } }));
  renderRoutes(routes, '/sign-in');
  await userEvent.click(await screen.findByRole('button', { name: 'Демо деректерін қою' }));
  expect(screen.getByLabelText<HTMLInputElement>('Логин').value).toBe('demo');
  expect(screen.getByLabelText<HTMLInputElement>('Құпиясөз').value).toBe('Demo-2017');
});

test('a session that ends while working leads to the sign-in and back', async () => {
  let session: Session = signedIn;
  server.use(
    http.get(path, () => HttpResponse.json(session)),
    noJobs,
    http.get(url('/api/v1/gone'), () => problem(401, 'unauthenticated')),
  );
  const view = renderRoutes(routes, '/jobs?page=2');
  await screen.findByRole('heading', { level: 1, name: 'Фондық жұмыстар' });
  session = signedOut;
  await apiGet('/api/v1/gone').catch(() => undefined);
  expect(await screen.findByRole('heading', { level: 1, name: 'Жүйеге кіру' })).toBeTruthy();
  expect(view.search()).toEqual({ return: '/jobs?page=2' });
});

test('signing out ends the session on the server and shows the sign-in', async () => {
  let session: Session = signedIn;
  server.use(
    http.get(path, () => HttpResponse.json(session)),
    http.delete(path, () => {
      session = signedOut;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  renderRoutes(routes, '/');
  await userEvent.click(await screen.findByRole('button', { name: 'Пайдаланушы мәзірі: Айгүл' }));
  await userEvent.click(await screen.findByText('Шығу'));
  expect(await screen.findByRole('heading', { level: 1, name: 'Жүйеге кіру' })).toBeTruthy();
});

test('a page without permission is refused in words, an unknown address too', async () => {
  server.use(sessionIs(signedIn));
  const guarded = routes[0]!.children!.find((route) => route.children)!;
  const frame = guarded.children![0]!.children![0]!;
  frame.children!.push({ path: '/secret', handle: { permission: 'access.users' }, element: <p>құпия</p> });
  const view = renderRoutes(routes, '/secret');
  expect(await screen.findByRole('heading', { level: 1, name: 'Рұқсат жоқ' })).toBeTruthy();
  expect(screen.queryByText('құпия')).toBeNull();
  frame.children!.pop();
  await view.router.navigate('/no-such-page');
  expect(await screen.findByRole('heading', { level: 1, name: 'Бет табылмады' })).toBeTruthy();
});

test('the language switch changes texts, document and address', async () => {
  server.use(sessionIs(signedOut));
  const view = renderRoutes(routes, '/sign-in');
  await userEvent.click(await screen.findByRole('button', { name: 'Русский' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Вход в систему' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('ru');
  expect(view.search()).toEqual({ lang: 'ru' });
  await userEvent.click(screen.getByRole('button', { name: 'Қазақша' }));
  await waitFor(() => expect(document.documentElement.lang).toBe('kk'));
});

test('only pages of this application are returned to', () => {
  expect(safeReturn('/jobs?page=2')).toBe('/jobs?page=2');
  for (const foreign of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in?return=/',
    null,
  ]) {
    expect(safeReturn(foreign)).toBe('/');
  }
});
