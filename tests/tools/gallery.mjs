// Pictures of every scene of tests/components/gallery: node tests/tools/gallery.mjs [OUT] [SCENE…] [--all]
// Without --all: zh-CN, light, 360 px. With it: 360, 480 and 1280 px, light and dark, zh-CN and en.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findChromium } from './browsers.mjs';

const root = join(import.meta.dirname, '../..');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const out = words[0] ?? join(root, '.output/gallery');
const only = words.slice(1);
const flag = (name) => process.argv.includes(`--${name}`);
const all = flag('all');
const widths = all ? [360, 480, 1280] : flag('wide') ? [1280] : flag('480') ? [480] : [360];
const themes = all ? ['light', 'dark'] : flag('dark') ? ['dark'] : ['light'];
const languages = all ? ['zh', 'en'] : flag('en') ? ['en'] : ['zh'];

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  plugins: [preact()],
  resolve: { alias: { '@': root } },
  cacheDir: join(root, 'node_modules/.vite-gallery'),
  server: { port: 0, hmr: false, watch: null },
  optimizeDeps: { include: ['preact', 'preact/hooks', '@preact/signals', 'zod', 'lucide-preact', 'yaml'] },
});
await server.listen();
const address = `${server.resolvedUrls.local[0]}tests/components/gallery/index.html`;
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  headless: true,
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
mkdirSync(out, { recursive: true });
let failed = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    failed++;
    console.error(String(error));
  });
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.goto(address, { waitUntil: 'networkidle0' });
  const { SCENES } = { SCENES: await page.evaluate(async () => Object.keys((await import('./scenes.ts')).SCENES)) };
  for (const scene of SCENES.filter((name) => only.length === 0 || only.includes(name))) {
    for (const width of widths)
      for (const theme of themes)
        for (const language of languages) {
          await page.setViewport({ width, height: width > 600 ? 800 : 765, deviceScaleFactor: all ? 1 : 2 });
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: theme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          const lang = language === 'zh' ? 'zh-CN' : 'en';
          await page.goto(`${address}?scene=${scene}&lang=${lang}${width > 600 ? '&wide=1' : ''}`);
          await page.waitForSelector('html[data-ready=yes]', { timeout: 20_000 });
          await page.screenshot({ path: join(out, `${scene}-${width}-${theme}-${language}.png`) });
        }
    console.log(scene);
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = failed > 0 ? 1 : 0;
