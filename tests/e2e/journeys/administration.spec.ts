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
});

test('who has no right to it sees neither the menu nor the page', async ({ page }) => {
  await signIn(page, 'rayon');
  await page.goto('/users?lang=ru');
  await expect(page.getByRole('heading', { level: 1, name: 'Нет доступа' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Пользователи' })).toHaveCount(0);
});
