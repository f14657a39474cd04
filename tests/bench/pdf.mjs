// PDF bytes → items beside bare pdf.js, see `pages/pdf.ts`. Files: the sample bulletin, set many times over and printed by
// the browser; and the corpus beside the project where it is there.
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../tools/browsers.mjs';
import { OUTPUT, ROOT } from '../tools/build-extension.mjs';
import { pdfjsChanges } from '../tools/pdfjs-changes.ts';
import { serve } from '../tools/serve.mjs';
import { corpusFiles, longSample } from './pdf-files.mjs';
import { median } from './report.mjs';

const ROUNDS = 7;

async function buildPage() {
  const out = join(OUTPUT, 'bench/pdf');
  await build({
    root: join(ROOT, 'tests/bench/pages'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': ROOT } },
    worker: { format: 'es', plugins: () => [pdfjsChanges()] },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'es2024',
      rollupOptions: { input: join(ROOT, 'tests/bench/pages/pdf.html') },
    },
  });
  return out;
}

/** Both in turn, and how long the page's main thread was busy with ours. */
async function measure(page, address, rounds) {
  const bare = () => page.evaluate((at) => globalThis.policyClipBench.measureBare(at), address);
  const ours = async () => {
    const { TaskDuration: before = 0 } = await page.metrics();
    const run = await page.evaluate((at) => globalThis.policyClipBench.measureOurs(at), address);
    const { TaskDuration: after = 0 } = await page.metrics();
    return { ours: run, main: (after - before) * 1_000 };
  };
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2) runs.push({ ...(await ours()), bare: await bare() });
    else runs.push({ bare: await bare(), ...(await ours()) });
  }
  return runs;
}

/** @param {string} extension folder of the build (character maps) */
export async function pdf(extension) {
  const folder = await buildPage();
  const files = new Map(corpusFiles());
  let printed = Buffer.alloc(0);
  const server = await serve((path) => {
    const name = path.slice(1);
    if (path.startsWith('/pdfjs/') || path === '/parse-worker.js') return join(extension, path);
    if (path === '/long.html') return { type: 'text/html', body: longSample() };
    if (path === '/sample.css') return join(ROOT, 'assets/public/sample/sample.css');
    if (name === 'sample.pdf') return { type: 'application/pdf', body: printed };
    return files.get(name) ?? join(folder, path);
  });
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-background-networking'],
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
  await page.goto(`${server.origin}/long.html`);
  printed = Buffer.from(await page.pdf({ format: 'A4' }));
  await page.goto(`${server.origin}/pdf.html`);
  await page.waitForFunction(() => 'policyClipBench' in globalThis);
  const rows = [];
  for (const name of ['sample.pdf', ...files.keys()]) {
    const runs = await measure(page, `/${encodeURIComponent(name)}`, name.startsWith('bj_') ? 3 : ROUNDS);
    const of = (pick) => median(runs.map(pick));
    const { pages = 0, items = 0 } = runs[0]?.ours ?? {};
    rows.push(
      {
        what: `${name}: ${pages} pages to ${items} items`,
        value: of((run) => run.ours.ms),
        unit: 'ms',
        against: 'pdf.js getTextContent',
        other: of((run) => run.bare),
        aim: 1.15,
        aimIsRatio: true,
      },
      { what: '… first items', value: of((run) => run.ours.firstItems), unit: 'ms' },
      {
        what: '… all tasks of the main thread',
        value: of((run) => run.main),
        unit: 'ms',
        against: 'total',
        other: of((run) => run.ours.ms),
        aim: 0.15,
        aimIsRatio: true,
      },
    );
  }
  await browser.close();
  await server.close();
  return { rows };
}
