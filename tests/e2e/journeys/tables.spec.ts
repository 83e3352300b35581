import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { expectSound, karaganda, needsServer, signIn } from './support';

needsServer();

/* A table of the department goes in, and its figures move. Last of the journeys: it leaves the figures as it found them. */

const sample = (name: string) => fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));

async function upload(page: Page, file: string) {
  await page.goto(`/imports/new?lang=ru&definition=testing.schools&year=2017&territory=${karaganda}`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Проверить строки' }).click();
  await expect(page.getByRole('heading', { name: 'Результат проверки' })).toBeVisible();
}

const counts = (page: Page) => page.locator('.counts');

test('the wizard refuses what is no table, checks, applies once, and the league table shows the correction', async ({ page }) => {
  await signIn(page);
  await page.goto('/imports?lang=ru');
  await page.goto(`/imports/new?lang=ru&definition=testing.schools&year=2017&territory=${karaganda}`);
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: 'пусто.xlsx', mimeType: '', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toHaveText('Файл пуст');
  await input.setInputFiles({ name: 'снимок.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await expect(page.getByRole('alert')).toContainText('.xlsx, .csv');
  await input.setInputFiles({ name: 'книга.xlsx', mimeType: '', buffer: Buffer.from('это не Excel') });
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await expect(page.locator('.problem')).toContainText('.xlsx');

  await upload(page, sample('unt-2017-corrected.xlsx'));
  await expect(page.getByText('город Караганда')).toBeVisible();
  await expect(counts(page)).toContainText('Изменённые: 1');
  await expectSound(page, 'unt-2017-corrected.xlsx');
  await page.reload();
  await page.getByRole('button', { name: 'Применить все строки' }).dblclick();
  await expect(page.getByRole('heading', { name: 'Результат импорта' })).toBeVisible();
  await expect(page.locator('.problem')).toHaveCount(0);
  await page.getByRole('link', { name: 'Открыть результаты ЕНТ' }).click();
  await page.getByRole('searchbox').fill('83');
  const school = page.getByRole('table', { name: 'Школы' }).getByRole('row').filter({ hasText: '№ 83' });
  await expect(school).toContainText('62,37');

  await upload(page, sample('unt-2017.xlsx'));
  await page.getByRole('button', { name: 'Применить все строки' }).click();
  await expect(page.getByRole('heading', { name: 'Результат импорта' })).toBeVisible();
  await expect(counts(page)).toContainText('Изменённые: 1');
});
