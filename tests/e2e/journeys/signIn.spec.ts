import { expect, test } from '@playwright/test';
import { expectSound, needsServer } from './support';

needsServer();

test('signs in with the shown demo account, switches the language and signs out', async ({ page }) => {
  await page.goto('/');
  await expectSound(page, 'Жүйеге кіру');
  await page.getByRole('button', { name: 'Демо деректерін қою' }).click();
  await page.getByRole('button', { name: 'Кіру', exact: true }).click();
  await expectSound(page, 'Басты бет');
  await expect(page.getByRole('link', { name: 'ҰБТ' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Русский' }).click();
  await expectSound(page, 'Главная');
  await page.reload();
  await expectSound(page, 'Главная');

  await page.getByRole('button', { name: /^Меню пользователя/ }).click();
  await page.getByText('Выйти').click();
  await expectSound(page, 'Вход в систему');
  await page.goto('/testing/national');
  await expectSound(page, 'Вход в систему');
});

test('a wrong password is refused in words', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Логин').fill('demo');
  await page.getByLabel('Құпиясөз').fill('not the password');
  await page.getByRole('button', { name: 'Кіру', exact: true }).click();
  await expect(page.locator('.problem')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Жүйеге кіру' })).toBeVisible();
});
