import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const api = process.env.EDUCATION_URL ?? 'http://localhost:5080';

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: Object.fromEntries(['/api', '/health', '/swagger'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
  build: { outDir: 'dist', manifest: true, chunkSizeWarningLimit: 1200 },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs', 'eslint/**/*.test.mjs'],
    testTimeout: 20000,
    restoreMocks: true,
  },
});
