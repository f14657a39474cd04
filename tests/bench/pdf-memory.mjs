// What a long PDF leaves behind: memory of all processes of a browser with the extension, with the panel open
// beside a page; while the file is open in the reader and read by the panel; and after its tab was closed. Linux only,
// where the kernel tells; elsewhere there are no rows. The file is the longest of the corpus beside the project, or the
// sample bulletin many times over.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launchWithExtension, until } from '../tools/browser.mjs';
import { ROOT } from '../tools/build-extension.mjs';
import { serve } from '../tools/serve.mjs';
import { corpusFiles, longSample } from './pdf-files.mjs';

const TIMES = 3;
const AIM_MB = 50;
/** The browser gives memory back some time after it is free. */
const SETTLE_MS = 25_000;
const STEP_MS = 1_000;
const LONG = { deadline: 60_000 };

/** The browser's process and all that it started. @param {number} root */
function family(root) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
      } catch {
        return [];
      }
    });
  const found = [root];
  for (const pid of found) found.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child));
  return found;
}

/** MB that belong to no file; what others map as well says nothing about this browser. */
function memoryOf(root) {
  const kilobytes = family(root).map((pid) => {
    try {
      return Number(/^Anonymous:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** The least within `SETTLE_MS`. */
async function settled(now, pages) {
  let least = Number.POSITIVE_INFINITY;
  for (let waited = 0; waited < SETTLE_MS; waited += STEP_MS) {
    for (const page of pages) {
      const client = await page.createCDPSession();
      await client.send('HeapProfiler.collectGarbage');
      await client.detach();
    }
    await delay(STEP_MS);
    least = Math.min(least, now());
  }
  return least;
}

/** Opens the file in the reader, lets the panel read it, goes to its end. */
async function openLong(session, panel, address) {
  const reader = await session.open(session.address(`reader.html?src=${encodeURIComponent(address)}`));
  await reader.waitForSelector('.textLayer span');
  await until(() => panel.$('[data-item]'), { what: 'the items', ...LONG });
  await until(async () => !(await panel.$('.reading-bar')), { what: 'the end of the reading', ...LONG });
  await reader.bringToFront();
  await reader.click('.reader-pages-area');
  await reader.keyboard.press('End');
  await delay(STEP_MS);
  return reader;
}

async function measure(session, origin) {
  const page = await session.open(`${origin}/nothing.html`);
  const panel = await session.openPanel(page);
  const now = () => memoryOf(session.browser.process()?.pid ?? 0);
  const start = await settled(now, [panel, page]);
  const open = [];
  const after = [];
  for (let time = 0; time < TIMES; time++) {
    const reader = await openLong(session, panel, `${origin}/long.pdf`);
    open.push(now() - start);
    await reader.close();
    await page.bringToFront();
    after.push((await settled(now, [panel, page])) - start);
  }
  return { start, open, after };
}

/** @param {string} extension folder of the build */
export async function pdfMemory(extension) {
  if (!existsSync('/proc/self/smaps_rollup')) return { rows: [] };
  let file = corpusFiles().at(-1)?.[1];
  const server = await serve((path) => {
    if (path === '/long.html') return { type: 'text/html', body: longSample() };
    if (path === '/sample.css') return join(ROOT, 'assets/public/sample/sample.css');
    if (path === '/long.pdf') return file ?? null;
    return { type: 'text/html', body: '<!doctype html><title>Nothing</title><p>Nothing to read here.' };
  });
  const session = await launchWithExtension({ extension });
  try {
    if (!file) {
      const page = await session.open(`${server.origin}/long.html`);
      file = { type: 'application/pdf', body: await page.pdf({ format: 'A4' }) };
      await page.close();
    }
    const raw = await measure(session, server.origin);
    const row = (what, value, more = {}) => ({ what, value: value ?? Number.NaN, unit: 'MB', aim: AIM_MB, ...more });
    const open = { against: 'while it is open', other: raw.open[0] };
    return {
      rows: [
        row('memory that a long PDF leaves after closing', raw.after[0], open),
        row(`… opened and closed ${TIMES} times`, raw.after.at(-1)),
      ],
      raw,
    };
  } finally {
    await session.close();
    await server.close();
  }
}
