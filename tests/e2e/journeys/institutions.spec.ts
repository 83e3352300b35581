import { expect, test } from '@playwright/test';
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
