import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from '../axe';

/* Journeys through the whole product: the server of EDUCATION_URL with a fresh demo department (`seed-demo`). */

export interface Account {
  userName: string;
  password: string;
}

interface SessionAnswer {
  csrfToken: string;
  demo: Account | null;
}

const session = '/api/v1/access/session';
export const karaganda = '351000000';
let shown: Account | null = null;

export function needsServer(): void {
  test.skip(!process.env.EDUCATION_URL, 'EDUCATION_URL names no server');
}

/** Signs in over the API; `userName` is another account of the demo, all of which have one password. */
export async function signIn(page: Page, userName?: string): Promise<void> {
  const answer = (await (await page.request.get(session)).json()) as SessionAnswer;
  shown = answer.demo ?? shown;
  expect(shown, 'the demo account is offered').not.toBeNull();
  const response = await page.request.post(session, {
    data: { userName: userName ?? shown!.userName, password: shown!.password },
    headers: { 'X-CSRF-Token': answer.csrfToken },
  });
  expect(response.ok(), 'signed in').toBe(true);
}

/** The page is there, without a refusal, without serious accessibility faults, and not wider than the screen. */
export async function expectSound(page: Page, heading?: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  await expect(page.locator('.problem')).toHaveCount(0);
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, 'the page is wider than the screen').toBeLessThanOrEqual(0);
}
