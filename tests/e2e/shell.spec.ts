import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { mockApi } from './mock';

/* The frame of the application, over an API that is played here. */

test('signs in with the shown demo account and returns to the wanted page', async ({ page }) => {
  await mockApi(page);
  await page.goto('/jobs?status=failed');
  await expect(page.getByRole('heading', { level: 1, name: 'Жүйеге кіру' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Логин').fill('demo');
  await page.getByLabel('Құпиясөз').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Логин немесе құпиясөз қате')).toBeVisible();

  await page.getByRole('button', { name: 'Демо деректерін қою' }).click();
  await page.getByRole('button', { name: 'Кіру', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Фондық жұмыстар' })).toBeVisible();
  await expect(page).toHaveURL(/\/jobs\?status=failed/);
});

test('speaks three languages and keeps the chosen one in the address', async ({ page }) => {
  await mockApi(page, { signedIn: true });
  await page.goto('/');
  for (const [button, heading, lang] of [
    ['Русский', 'Главная', 'ru'],
    ['English', 'Home', 'en'],
    ['Қазақша', 'Басты бет', 'kk'],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page).toHaveURL(new RegExp(`lang=${lang}`));
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Басты бет' })).toBeVisible();
});

test('can be walked with the keyboard alone', async ({ page }) => {
  await mockApi(page, { signedIn: true });
  await page.goto('/?year=2017');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Негізгі мазмұнға өту' })).toBeFocused();
  await page.getByRole('navigation').getByRole('link', { name: 'Фондық жұмыстар' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/jobs\?year=2017/);
  await expect(page.getByRole('heading', { level: 1, name: 'Фондық жұмыстар' })).toBeFocused();
});

for (const width of [1280, 360]) {
  test(`has no serious accessibility fault and no sideways scrolling at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await mockApi(page, { signedIn: true });
    for (const path of ['/', '/jobs', '/no-such-page']) {
      await page.goto(`${path}?lang=ru`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path === '/jobs') await expect(page.getByText('Есеп құру').first()).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  });
}

test('on a phone the navigation is a drawer and rows are cards', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await mockApi(page, { signedIn: true });
  await page.goto('/');
  await page.getByRole('button', { name: 'Мәзірді ашу' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Фондық жұмыстар' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Фондық жұмыстар' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('list', { name: 'Фондық жұмыстар' }).getByRole('listitem').first()).toBeVisible();
});

test('an empty list says what to do', async ({ page }) => {
  await mockApi(page, { signedIn: true, empty: true });
  await page.goto('/jobs');
  await expect(page.getByText('Файл импорттағанда немесе есеп құрғанда жұмыс осы жерде пайда болады.')).toBeVisible();
});
