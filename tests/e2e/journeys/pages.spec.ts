import { expect, test } from '@playwright/test';
import { expectSound, needsServer, signIn } from './support';

needsServer();

/* Every page of the menu, as the two accounts that together see all of it. */

for (const [width, lang] of [
  [1280, 'kk'],
  [360, 'ru'],
] as const) {
  for (const userName of ['demo', 'admin']) {
    test(`every page of ${userName} is sound at ${width} px (${lang})`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 800 });
      await signIn(page, userName);
      await page.goto(`/?lang=${lang}`);
      await expectSound(page);
      if (width < 992) await page.locator('.head-menu').click();
      const links = page.locator('.nav a');
      await links.first().waitFor();
      const paths = await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
      expect(paths.length).toBeGreaterThan(3);
      for (const path of paths) {
        await test.step(path, async () => {
          await page.goto(`${path}?lang=${lang}`);
          await expectSound(page);
        });
      }
    });
  }
}
