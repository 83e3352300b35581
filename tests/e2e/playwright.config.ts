import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const system = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // A busy machine is slow, not wrong.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // The JSON goes to the file that the variable names.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.EDUCATION_URL ?? 'http://localhost:5080',
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Asia/Almaty',
    trace: 'retain-on-failure',
    launchOptions: {
      // The system's Chromium where there is one, else the one that Playwright installed.
      executablePath: existsSync(system) ? system : undefined,
      args: ['--no-sandbox'],
    },
  },
});
