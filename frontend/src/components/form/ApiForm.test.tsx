import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { http, HttpResponse } from 'msw';
import { describe, expect, test, vi } from 'vitest';
import { apiPut, apiRead } from '../../api/client';
import { problem, server, url } from '../../test/server';
import { renderPage } from '../../test/render';
import { ApiForm } from './ApiForm';
import { fieldPath, withValueAt } from './paths';
import { useApiForm } from './useApiForm';

interface School {
  name: { kk: string; ru: string };
  director: string;
  phone: string;
}

const initial: School = { name: { kk: 'Абай мектебі', ru: 'Школа Абая' }, director: 'Ескі', phone: '1' };

function SchoolForm({ onSaved }: { onSaved: (values: School) => void }) {
  const state = useApiForm<School>({
    initial,
    etag: '"1"',
    save: (values, etag) => apiPut('/api/v1/schools/1', values, { etag }),
    reload: () => apiRead<School>('/api/v1/schools/1'),
    onSaved: (_, values) => onSaved(values),
    fields: [
      { name: 'name.kk', label: 'Қазақша атауы' },
      { name: 'director', label: 'Директор' },
      { name: 'phone', label: 'Телефон' },
    ],
  });
  return (
    <ApiForm state={state}>
      <Form.Item name={['name', 'kk']} label="Қазақша атауы">
        <Input />
      </Form.Item>
      <Form.Item name="director" label="Директор">
        <Input />
      </Form.Item>
      <Form.Item name="phone" label="Телефон">
        <Input />
      </Form.Item>
    </ApiForm>
  );
}

const type = async (label: string, text: string) => {
  const box = screen.getByLabelText(label);
  await userEvent.clear(box);
  await userEvent.type(box, text);
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('errors of the server', () => {
  test('stand on their fields, and go when the field is changed', async () => {
    server.use(
      http.put(url('/api/v1/schools/1'), () =>
        problem(400, 'validation', {
          title: 'Тексеріңіз',
          errors: { 'Name.Kk': [{ code: 'required', message: 'Атауын жазыңыз' }] },
        }),
      ),
    );
    renderPage(<SchoolForm onSaved={() => undefined} />);
    await press('Сақтау');
    expect(await screen.findByText('Атауын жазыңыз')).toBeTruthy();
    expect(screen.getByLabelText('Қазақша атауы').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByText('Тексеріңіз')).toBeNull();
    await type('Қазақша атауы', 'Жаңа');
    await waitFor(() => expect(screen.getByLabelText('Қазақша атауы').getAttribute('aria-invalid')).toBeNull());
  });

  test('on fields that the form does not have are told above it', async () => {
    server.use(
      http.put(url('/api/v1/schools/1'), () =>
        problem(400, 'validation', { title: 'Тексеріңіз', errors: { bin: [{ code: 'bin.taken', message: 'БСН бос емес' }] } }),
      ),
    );
    renderPage(<SchoolForm onSaved={() => undefined} />);
    await press('Сақтау');
    expect(await screen.findByText('БСН бос емес')).toBeTruthy();
    expect(screen.getByText('Тексеріңіз')).toBeTruthy();
  });
});

describe('when somebody else saved first', () => {
  const sent: { etag: string | null; body: School }[] = [];
  const theirs: School = { ...initial, director: 'Олардікі', phone: '2' };

  const conflict = () => {
    sent.length = 0;
    server.use(
      http.get(url('/api/v1/schools/1'), () => HttpResponse.json(theirs, { headers: { ETag: '"5"' } })),
      http.put(url('/api/v1/schools/1'), async ({ request }) => {
        const etag = request.headers.get('If-Match');
        sent.push({ etag, body: (await request.json()) as School });
        return etag === '"5"' ? new HttpResponse(null, { status: 204 }) : problem(412, 'stale');
      }),
    );
  };

  test('both versions are shown, and what only he changed is kept', async () => {
    conflict();
    const saved = vi.fn();
    renderPage(<SchoolForm onSaved={saved} />);
    await type('Директор', 'Менікі');
    await press('Сақтау');

    expect(await screen.findByText('Жазбаны басқа адам өзгертіп қойған')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /Сіздің нұсқаңыз\s*Менікі/ })).toHaveProperty('checked', true);
    expect(screen.getByRole('radio', { name: /Сақталған нұсқа\s*2/ })).toHaveProperty('checked', true);
    expect(screen.queryByRole('radio', { name: /Абай мектебі/ })).toBeNull();

    await press('Таңдалғанын сақтау');
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(sent.map(({ etag }) => etag)).toEqual(['"1"', '"5"']);
    expect(sent[1]?.body).toEqual({ ...initial, director: 'Менікі', phone: '2' });
  });

  test('the other side can be taken field by field', async () => {
    conflict();
    const saved = vi.fn();
    renderPage(<SchoolForm onSaved={saved} />);
    await type('Директор', 'Менікі');
    await press('Сақтау');
    await userEvent.click(await screen.findByRole('radio', { name: /Сақталған нұсқа\s*Олардікі/ }));
    await press('Таңдалғанын сақтау');
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(sent[1]?.body.director).toBe('Олардікі');
  });

  test('own changes can be given up, and the next save goes over the newer version', async () => {
    conflict();
    renderPage(<SchoolForm onSaved={() => undefined} />);
    await type('Директор', 'Менікі');
    await press('Сақтау');
    await screen.findByText('Жазбаны басқа адам өзгертіп қойған');
    await press('Өзгерістерімнен бас тарту');
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Директор').value).toBe('Олардікі'));
    await press('Сақтау');
    await waitFor(() => expect(sent.at(-1)?.etag).toBe('"5"'));
  });
});

describe('names of fields', () => {
  test('are read as the server writes them', () => {
    expect(fieldPath('Name.Kk')).toEqual(['name', 'kk']);
    expect(fieldPath('rooms[0].area')).toEqual(['rooms', 0, 'area']);
  });

  test('lead to a changed copy, not to the original', () => {
    expect(withValueAt(initial, ['name', 'ru'], 'Новая').name).toEqual({ kk: 'Абай мектебі', ru: 'Новая' });
    expect(initial.name.ru).toBe('Школа Абая');
    expect(withValueAt<object>({}, ['rooms', 0, 'area'], 5)).toEqual({ rooms: [{ area: 5 }] });
  });
});
