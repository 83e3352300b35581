import { expect, test } from '@playwright/test';
import { expectSound, needsServer, signIn } from './support';

needsServer();

test('lists the users and opens one', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/users?lang=ru');
  await expectSound(page);
  await expect(page.getByRole('link', { name: 'Асанов Асан' })).toBeVisible();
  await page.getByRole('link', { name: 'Асанов Асан' }).click();
  await expectSound(page);
});

test('reads in the audit log who did what', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/audit?lang=ru');
  await expectSound(page);
  await page.locator('.row-link').first().click();
  await expect(page.getByRole('dialog')).toContainText('admin');
  await expect(page.getByRole('dialog')).toContainText('пользователь');
});

test('who has no right to it sees neither the menu nor the page', async ({ page }) => {
  await signIn(page, 'rayon');
  await page.goto('/users?lang=ru');
  await expect(page.getByRole('heading', { level: 1, name: 'Нет доступа' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Пользователи' })).toHaveCount(0);
});

test('the school sees itself alone', async ({ page }) => {
  await signIn(page, 'school');
  await page.goto('/?lang=ru');
  await expect(page.getByText('Вам доступно: 1 организация')).toBeVisible();
  await page.goto('/registry/institutions?lang=ru');
  await expect(page.getByText('Всего 1 запись')).toBeVisible();
  await page.goto('/testing/national?lang=ru');
  await expect(page.getByRole('table', { name: 'Школы' }).getByRole('row')).toHaveCount(2);
  await page.goto('/planning/reports?lang=ru');
  await expect(page.getByRole('button', { name: 'Новый отчёт' })).toHaveCount(0);
});
