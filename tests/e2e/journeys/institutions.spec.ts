import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expectSound, needsServer, signIn } from './support';

needsServer();

test('finds a school in the register and reads its record', async ({ page }) => {
  await signIn(page);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Білім беру ұйымдары' }).click();
  await expectSound(page, 'Білім беру ұйымдары');
  await expect(page.getByText('Барлығы: 202')).toBeVisible();

  await page.getByRole('searchbox').fill('95');
  const found = page.getByRole('link', { name: /№\s*95/ });
  await expect(found).toHaveCount(1);
  await expect(page).toHaveURL(/q=95/);
  await found.click();
  await expectSound(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('95');
  await expect(page.getByText('Қарағанды қаласы').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Тарихы' }).click();
  await expectSound(page);

  await page.goBack();
  await expect(page).toHaveURL(/q=95/);
});

test('two who edit the same record: the second compares before anything is lost', async ({ page }) => {
  await signIn(page, 'specialist');
  await page.goto('/registry/institutions?lang=ru&q=58');
  await page.getByRole('link', { name: /№\s*58/ }).first().click();
  await page.getByRole('button', { name: 'Изменить' }).click();
  const english = page.getByLabel('Название на английском');
  await expect(english).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Название на английском').fill('School 58');
  await other.getByRole('button', { name: 'Сохранить' }).click();
  await expect(other.getByRole('heading', { level: 1, name: /№ 58/ })).toBeVisible();

  await english.fill('School No. 58');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  const comparison = page.getByRole('dialog');
  await expect(comparison).toContainText('School 58');
  await expect(comparison).toContainText('School No. 58');
  await expectAccessible(page);
  await comparison.getByRole('button', { name: 'Сохранить выбранное' }).click();
  await expect(page.getByText('School No. 58')).toBeVisible();
});
