import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startI18n } from '../lib/i18n';
import { server } from './server';

// The message is enough; the whole document drowns it.
configure({ asyncUtilTimeout: 5000, getElementError: (message) => new Error(message ?? 'not found') });

// What jsdom lacks and the components ask for.
window.matchMedia = (query: string) =>
  ({
    media: query,
    matches: /min-width/.test(query),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
    onchange: null,
  }) as MediaQueryList;
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
const realStyle = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) => realStyle(element);
window.scrollTo = () => undefined;

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' });
  await startI18n('kk');
});

afterEach(() => {
  cleanup();
  server.resetHandlers();
});

afterAll(() => server.close());
