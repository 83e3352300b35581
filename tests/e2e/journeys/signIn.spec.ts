import { expect, test } from '@playwright/test';
import { expectSound, needsServer, signIn } from './support';

needsServer();

test('a wrong password is refused in words; the shown demo account leads to the page that was wanted', async ({ page }) => {
  await page.goto('/jobs?status=failed');
  await expectSound(page, 'Жүйеге кіру');
  await page.getByLabel('Логин').fill('demo');
  await page.getByLabel('Құпиясөз').fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.locator('.problem')).toBeVisible();

  await page.getByRole('button', { name: 'Демо деректерін қою' }).click();
  await page.getByRole('button', { name: 'Кіру', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Фондық жұмыстар' })).toBeVisible();
  await expect(page).toHaveURL(/\/jobs\?status=failed/);
});

test('speaks three languages, keeps the chosen one in the address, and signs out', async ({ page }) => {
  await signIn(page);
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

  await page.getByRole('button', { name: /^Пайдаланушы мәзірі/ }).click();
  await page.getByText('Шығу').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Жүйеге кіру' })).toBeVisible();
  await page.goto('/testing/national');
  await expect(page.getByRole('heading', { level: 1, name: 'Жүйеге кіру' })).toBeVisible();
});

test('can be walked with the keyboard alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page);
  await page.goto('/?year=2017');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Негізгі мазмұнға өту' })).toBeFocused();
  await page.getByRole('navigation').getByRole('link', { name: 'ҰБТ' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/testing\/national\?.*year=2017/);
  await expect(page.getByRole('heading', { level: 1, name: 'Ұлттық бірыңғай тестілеу' })).toBeFocused();

  await page.getByRole('button', { name: '№ 2 лицей' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: '№ 76 жалпы білім беретін мектеп' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '№ 76 жалпы білім беретін мектеп' })).toBeFocused();

  await page.getByRole('tab', { name: 'Мектептер' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=means/);
});
