import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './tools/browsers.mjs';
import { bundledWorkers } from './tools/bundled-workers.ts';
import { pdfjsChanges } from './tools/pdfjs-changes.ts';

const chromium = findChromium();
const alias = { '@': join(import.meta.dirname, '..') };

/** What a test may take at most on a machine that is slow or busy; what must be fast says so itself. */
const testTimeout = 60_000;

/** Rooms that need a real DOM, real ranges, real highlights or a real IndexedDB are tested in Chromium. */
const BROWSER_ROOMS = ['page', 'pdf', 'store', 'components'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          root: import.meta.dirname,
          testTimeout,
          include: [
            'core/**/*.test.ts',
            'layout/**/*.test.ts',
            'ofd/**/*.test.ts',
            'state/**/*.test.ts',
            'platform/**/*.test.ts',
            'hostile/*.test.ts',
          ],
          exclude: ['hostile/*.browser.test.ts', 'hostile/*.e2e.test.ts'],
          setupFiles: ['./frozen.ts'],
        },
      },
      {
        // Not WxtVitest: its set-up module cannot be fetched by a browser, and these rooms never name the browser.
        plugins: [preact(), pdfjsChanges(), bundledWorkers({ plugins: [pdfjsChanges()], resolve: { alias } })],
        resolve: { alias },
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            '@preact/signals',
            'dexie',
            'zod',
            'lucide-preact',
            'axe-core',
            'pdfjs-dist',
            'pdfjs-dist/web/pdf_viewer.mjs',
            '@noble/hashes/legacy.js',
            'saxes',
          ],
        },
        test: {
          name: 'browser',
          root: import.meta.dirname,
          testTimeout,
          include: [...BROWSER_ROOMS.map((room) => `${room}/**/*.test.{ts,tsx}`), 'hostile/*.browser.test.ts'],
          setupFiles: ['./quiet.ts'],
          // What is waited for comes late on a busy machine.
          expect: { poll: { timeout: 5_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: { alias },
        test: { name: 'structure', root: import.meta.dirname, include: ['structure/**/*.test.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          root: import.meta.dirname,
          include: ['e2e/**/*.test.ts', 'hostile/*.e2e.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
