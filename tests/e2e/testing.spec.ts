import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { mockApi } from './mock';
import { mockTesting } from './mockTesting';

/* The national test over a played API with the published tables of Karaganda, 2017. */

const all = ['testing.read', 'testing.write'];
const tabs = ['schools', 'means', 'years', 'subjects'];

test('from the menu to the school and the file its figures came from', async ({ page }) => {
  await mockApi(page, { signedIn: true, permissions: all });
  await mockTesting(page);
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'ҰБТ' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ұлттық бірыңғай тестілеу' })).toBeVisible();
  await expect(page).toHaveURL(/year=2017/);
  const summary = page.getByRole('region', { name: 'Негізгі көрсеткіштер' });
  await expect(summary).toContainText('76,6');
  await expect(summary).toContainText('79,6%');
  await expect(summary).toContainText('Балы өскен мектептер: 11 / 53');
  await expect(page.getByText('Барлығы: 56')).toBeVisible();

  await page.getByRole('button', { name: '№2 лицей' }).click();
  const drawer = page.getByRole('dialog', { name: '№2 лицей' });
  await expect(drawer).toContainText('107,78');
  await expect(drawer.getByRole('link', { name: 'unt-2017.xlsx' })).toHaveAttribute('href', /\/imports\/.+year=2017/);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('orders the league table, shows small groups on request and draws the charts', async ({ page }) => {
  await mockApi(page, { signedIn: true, permissions: all });
  await mockTesting(page);
  await page.goto('/testing/national?lang=ru');
  const rows = page.getByRole('table', { name: 'Школы' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Лицей№2');
  await expect(page.getByText('скрыто').first()).toBeVisible();

  await page.getByRole('columnheader', { name: 'Изменение' }).click();
  await expect(page).toHaveURL(/sort=change/);
  await expect(rows.nth(1)).toContainText('-21,61');

  await page.getByRole('button', { name: 'Служебный' }).click();
  await expect(page).toHaveURL(/view=internal/);
  await expect(rows.filter({ hasText: 'скрыто' })).toHaveCount(0);

  await page.getByRole('tab', { name: 'Два года' }).click();
  await expect(page.getByText('Повысили балл: 11, снизили: 42, без изменений: 0.')).toBeVisible();
  await expect(page.locator('.chart-place svg')).toBeVisible();
  await page.getByRole('button', { name: 'Верхние 15' }).click();
  await page.getByRole('button', { name: 'Таблица' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(16);

  await page.getByRole('tab', { name: 'Предметы' }).click();
  await expect(page.locator('.chart-place svg')).toHaveCount(2);
});

test('can be walked with the keyboard alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await mockApi(page, { signedIn: true, permissions: all });
  await mockTesting(page);
  await page.goto('/testing/national');
  await page.getByRole('tab', { name: 'Мектептер' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=means/);
  await page.goto('/testing/national');
  await page.getByRole('button', { name: '№2 лицей' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '№76 жалпы орта білім беретін мектеп' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '№76 жалпы орта білім беретін мектеп' })).toBeFocused();
});

test('without results it leads to the import', async ({ page }) => {
  await mockApi(page, { signedIn: true, permissions: all });
  await mockTesting(page, { data: false });
  await page.goto('/testing/national');
  await expect(page.getByText('ҰБТ нәтижелері әлі енгізілмеген')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Нәтижелерді импорттау' })).toHaveAttribute(
    'href',
    '/imports/new?definition=testing.schools',
  );
  await expectAccessible(page);
});

for (const [width, lang] of [
  [1280, 'kk'],
  [360, 'ru'],
] as const) {
  test(`has no serious accessibility fault and no sideways scrolling at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await mockApi(page, { signedIn: true, permissions: all });
    await mockTesting(page);
    for (const tab of tabs) {
      await page.goto(`/testing/national?lang=${lang}&tab=${tab}`);
      await (tab === 'schools' ? page.locator('.row-link').first() : page.locator('.chart-place svg').first()).waitFor();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${tab} is wider than the screen`).toBeLessThanOrEqual(0);
    }
    await page.goto(`/testing/national?lang=${lang}`);
    await page.locator('.row-link').first().click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
  });
}
