import { expect, test } from '@playwright/test';
import { expectAccessible } from '../axe';
import { expectSound, needsServer, signIn } from './support';

needsServer();

/* The annual report of the demo department, from the draft to the approved document. */

test('opens a figure down to its file, answers the findings, approves and downloads', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page);
  await page.goto('/planning/reports?lang=ru');
  await page.getByRole('link', { name: 'Единое национальное тестирование' }).click();
  await expectSound(page, 'Единое национальное тестирование');

  const share = page.locator('.report-text').getByRole('link', { name: '79,6 %' }).first();
  await share.focus();
  await page.keyboard.press('Enter');
  const trace = page.getByRole('dialog');
  await expect(trace).toContainText('участники ÷ выпускники × 100');
  await expect(trace).toContainText('1 401');
  await expect(trace).toContainText('1 761');
  await expect(trace.getByRole('link', { name: 'unt-2017.xlsx' })).toBeVisible();
  const inside = await trace.locator('.trace-facts dd').first().boundingBox();
  expect(inside!.x + inside!.width, 'what the figure is of stands inside of the screen').toBeLessThanOrEqual(1280);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();

  await page.getByRole('button', { name: 'Проверить' }).click();
  const findings = page.getByRole('region', { name: /Замечания/ });
  await expect(findings.getByRole('listitem')).toHaveCount(2);
  await findings.locator('.finding-error').getByRole('button', { name: 'Объяснить' }).click();
  await page.getByLabel('Почему можно оставить').fill('Две школы подали данные после печати.');
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
  await expect(findings).toContainText('Две школы подали данные после печати.');

  await page.getByRole('button', { name: 'Утвердить' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click();
  await expect(page.getByText(/SHA-256/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Word: Русский' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.docx$/);
});
