// Bundles a benchmark page script into one classic script that can be evaluated in any document.
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { ROOT } from '../tools/build-extension.mjs';

/** @param {string} entry file in `tests/bench/pages` @returns {Promise<string>} source text */
export async function bundle(entry) {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [preact()],
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      lib: { entry: join(ROOT, 'tests/bench/pages', entry), formats: ['iife'], name: 'policyClipBench' },
    },
  });
  const [output] = [result].flat();
  const chunk = output?.output?.find((part) => part.type === 'chunk');
  if (!chunk) throw new Error(`Nothing was bundled from ${entry}.`);
  return chunk.code;
}
