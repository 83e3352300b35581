import { expect, test } from '@playwright/test';
import { expectSound, needsServer, signIn } from './support';

needsServer();

/* Every page of the menu, as the account that sees all of it. */

for (const [width, lang] of [
  [1280, 'kk'],
  [360, 'ru'],
] as const) {
  test(`every page is sound at ${width} px (${lang})`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, 'admin');
    await page.goto(`/?lang=${lang}`);
    await expectSound(page);
    const phone = width < 600;
    if (phone) await page.locator('.head-menu').click();
    const links = page.locator('.nav a');
    await links.first().waitFor();
    const paths = await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(paths.length).toBeGreaterThan(10);
    if (phone) {
      await page.getByRole('dialog').getByRole('link', { name: 'Территории' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('list', { name: 'Территории' }).getByRole('listitem').first()).toBeVisible();
    }
    for (const path of [...paths.slice(1), '/profile', '/no-such-page']) {
      await test.step(path, async () => {
        await page.goto(`${path}?lang=${lang}`);
        await expectSound(page);
      });
    }
  });
}
