import { expect, test } from '@playwright/test';
import { expectSound, karaganda, needsServer, signIn } from './support';

needsServer();

/* The figures are those that the department of Karaganda published for 2017. */

test('shows the year 2017 of Karaganda without anything being chosen', async ({ page }) => {
  await signIn(page);
  await page.goto('/testing/national?lang=ru');
  await expectSound(page, 'Единое национальное тестирование');
  await expect(page).toHaveURL(/year=2017/);
  await expect(page).toHaveURL(new RegExp(`territory=${karaganda}`));
  const summary = page.getByRole('region', { name: 'Основные показатели' });
  await expect(summary).toContainText('76,6');
  await expect(summary).toContainText('79,6 %');
  await expect(summary).toContainText('1 401 участник');
  await expect(summary).toContainText('всего 1 761 выпускник');
  await expect(summary).toContainText('79,3');
  await expect(summary).toContainText('11 из 53');
  await expect(summary).toContainText('прямо сравнивать средние баллы нельзя');
  await expect(page.getByText('Всего 56 записей')).toBeVisible();
});

test('opens a school with the file its figures came from', async ({ page }) => {
  await signIn(page);
  await page.goto('/testing/national?lang=ru');
  const first = page.getByRole('table', { name: 'Школы' }).getByRole('row').nth(1);
  await expect(first).toContainText('107,78');
  await first.getByRole('button', { name: 'Лицей № 2' }).click();
  const drawer = page.getByRole('dialog', { name: 'Лицей № 2' });
  await expect(drawer).toContainText('участники ÷ выпускники × 100 = 81,8 %');
  await expect(drawer.locator('.trace-sources')).toContainText('строка 2');
  await expect(drawer.getByRole('link', { name: 'unt-2017.xlsx' })).toBeVisible();
  await drawer.getByRole('link', { name: 'Открыть паспорт школы' }).click();
  await expectSound(page, 'Лицей № 2');
});

test('keeps small groups from publication and shows them to the department', async ({ page }) => {
  await signIn(page);
  await page.goto('/testing/national?lang=ru');
  const hidden = page.getByRole('table', { name: 'Школы' }).getByText('скрыто');
  await expect(hidden.first()).toBeVisible();
  await page.getByRole('button', { name: 'Служебный' }).click();
  await expect(hidden).toHaveCount(0);
});

for (const width of [1280, 360]) {
  test(`draws means, the change between two years and the subjects at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn(page);
    await page.goto('/testing/national?lang=ru&view=internal');
    for (const [tab, text] of [
      ['Баллы', 'Средний балл школ, 2017 год'],
      ['Два года', 'Повысили балл: 11, снизили: 42, без изменений: 0.'],
      ['Предметы', 'Обязательные предметы: средний балл (из 20)'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByText(text).first()).toBeVisible();
      await expect(page.locator('.chart-place svg').first()).toBeVisible();
      await expectSound(page);
    }
  });
}
