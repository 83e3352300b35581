import { expect, test } from '@playwright/test';
import { expectSound, karaganda, needsServer, signIn } from './support';

needsServer();

/* The kindergarten queue: an allocation from the draft to the offers, and an application from the desk to the family. */

/** A number of a child born on 17.05.2023 whose check digit is right. */
function iin(serial: number): string {
  for (let i = serial; ; i++) {
    const body = `2305175${String(i).padStart(4, '0')}`;
    const sum = (shift: number) => [...body].reduce((all, digit, at) => all + Number(digit) * (((at + shift) % 11) + 1), 0) % 11;
    const check = sum(0) === 10 ? sum(2) : sum(0);
    if (check < 10) return body + check;
  }
}

test('a draft of the allocation is approved and published; its offers and signals can be looked at', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'admin');
  await page.goto('/preschool/allocation?lang=ru');
  await page.getByRole('link', { name: 'город Караганда' }).click();
  await expectSound(page, 'город Караганда');
  for (const action of ['Утвердить', 'Опубликовать']) {
    await page.getByRole('button', { name: action }).click();
    await page.getByRole('dialog').getByRole('button', { name: action }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(page.getByText('Опубликовано', { exact: true })).toBeVisible({
    timeout: 20_000,
  });
  await page.goto('/preschool/offers?lang=ru');
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  await expectSound(page);
});

test('an application is registered with the keyboard, explains its place, and the family looks it up without an account', async ({
  page,
  browser,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'admin');
  await page.goto(`/preschool/queue/new?lang=ru&territory=${karaganda}`);
  await expect(page.getByLabel('ИИН ребёнка')).toBeFocused();
  await page.keyboard.type(iin(Math.floor(Math.random() * 9000)));
  await expect(page.getByLabel('Дата рождения')).toHaveValue('17.05.2023');
  await page.getByLabel('Имя ребёнка').fill('Сынақ Айару');
  await page.getByLabel('Имя заявителя').fill('Үлгі ата-ана');
  await page.getByLabel('Телефон').fill('+7 700 000 00 00');
  await page.keyboard.press('Enter');
  const done = page.getByRole('alert').filter({ hasText: 'Зарегистрировано' });
  const number = await done.locator('strong').innerText();
  await done.getByRole('link').click();
  await expectSound(page, number);
  const place = await page.getByRole('heading', { name: 'Место в очереди' }).locator('..').innerText();
  expect(place).toMatch(/\d+ из \d+/);
  await page.getByRole('button', { name: 'Изменить очередь и пожелания' }).click();
  await page.getByRole('dialog').getByText('Русский', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.ant-timeline')).toContainText(/переш/i);

  const family = await (await browser.newContext()).newPage();
  await family.setViewportSize({ width: 360, height: 740 });
  await family.goto('/queue?lang=ru');
  await family.getByLabel('Номер заявления').fill(number);
  await family.getByLabel('Дата рождения').fill('17.05.2023');
  await family.keyboard.press('Tab');
  await family.getByRole('button', { name: 'Узнать место' }).click();
  await expect(family.getByText(/\d+ из \d+/).first()).toBeVisible();
  await expect(family.locator('body')).not.toContainText('Айару');
  await expectSound(family);
});
