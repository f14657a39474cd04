// The whole tour without a display: everything a person does with the sample, with a numbered picture of each view in both
// languages, both themes and both widths of the panel, and the exported Markdown. Fails with the name of the step.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchWithExtension, until } from './browser.mjs';
import { OUTPUT } from './build-extension.mjs';
import { PanelDriver } from './panel.mjs';

const TOUR = join(OUTPUT, 'tour');
const HEIGHT = 800;
const ITEMS = 4;

/** Numbers the pictures and names the step that fails. */
function createSteps() {
  let number = 0;
  return async (name, work) => {
    number += 1;
    const label = `${String(number).padStart(2, '0')} ${name}`;
    try {
      const said = await work(`${String(number).padStart(2, '0')}-${name.replaceAll(' ', '-')}`);
      console.log(`✓ ${label}${said ? `: ${said}` : ''}`);
    } catch (error) {
      throw new Error(`The tour failed at “${label}”: ${error instanceof Error ? error.message : error}`);
    }
  };
}

/** Closes what the panel says for ten seconds, so that it stands in no picture but its own. */
async function closeToasts(page) {
  await page.evaluate(() => {
    for (const toast of document.querySelectorAll('.toast')) toast.querySelector('button:last-of-type')?.click();
  });
}

/** Pictures of one page at the given widths, light and dark. */
async function pictures(page, name, widths = [360, 480], themes = ['light', 'dark']) {
  if (!name.includes('clip-all')) await closeToasts(page);
  for (const width of widths) {
    if (width) await page.setViewport({ width, height: HEIGHT });
    for (const theme of themes) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const parts = [name, ...(width ? [width] : []), theme];
      await page.screenshot({ path: join(TOUR, `${parts.join('-')}.png`) });
    }
  }
}

async function tourIn(language, extension, step) {
  const session = await launchWithExtension({ extension, language, downloads: TOUR });
  const named = (name) => `${name} ${language}`;
  try {
    const first = await session.openOwn('sample.html?issue=1');
    const panelPage = await session.openPanel(first);
    const panel = new PanelDriver(panelPage, language);

    await step(named('recognise'), async (name) => {
      const items = await panel.items(ITEMS);
      await pictures(panelPage, name);
      return `${items.length} items`;
    });
    await step(named('highlight in the page'), async (name) => {
      await panelPage.hover('[data-item] .card-title');
      await panelPage.click('[data-item] .card-title');
      const marks = await first.evaluate(() => [...CSS.highlights.keys()].length);
      if (marks === 0) throw new Error('nothing is marked in the page');
      await pictures(first, name, [0]);
      return `${marks} kinds of marks`;
    });
    await step(named('measures'), async (name) => {
      await panelPage.click('[data-item] .fold');
      await panelPage.waitForSelector('[data-item] .measures');
      await pictures(panelPage, name);
    });
    await step(named('clip all'), async (name) => {
      await panel.clipAll(ITEMS);
      await panel.counts('library', ITEMS);
      await pictures(panelPage, name);
      return `${ITEMS} clips`;
    });
    await step(named('tag'), async (name) => {
      await panel.press('library.addTags', { within: '[data-item]' });
      await panel.typeTags(language === 'en' ? 'transfer' : '成果转化');
      await panelPage.waitForSelector('[data-item] .tag-row .chip');
      await pictures(panelPage, name);
      await panelPage.keyboard.press('Escape');
    });
    await step(named('second province'), async (name) => {
      await first.goto(session.address('sample.html?issue=2'));
      await panelPage.waitForFunction(() => document.querySelector('.masthead h1')?.textContent?.includes('三秦'));
      await panel.items(ITEMS);
      await panel.clipAll(ITEMS);
      await panel.counts('library', 2 * ITEMS);
      await pictures(panelPage, name, [360], ['light']);
      return `${2 * ITEMS} clips`;
    });
    await step(named('library'), async (name) => {
      await panel.view('library');
      await panelPage.waitForSelector('[data-clip]');
      await pictures(panelPage, name);
    });
    await step(named('detail'), async (name) => {
      await panelPage.click('[data-clip] .row-main');
      await panelPage.waitForSelector('.detail');
      await pictures(panelPage, name);
      await panelPage.keyboard.press('Escape');
    });
    await step(named('compare'), async (name) => {
      await panel.view('library');
      await tickPolicies(panelPage);
      await panel.press('library.compare');
      await panelPage.waitForSelector('#view-compare:not([hidden]) table');
      await pictures(panelPage, name);
      return panelPage.$eval('#view-compare', (view) => `${view.querySelectorAll('tbody tr').length} rows`);
    });
    await step(named('export'), async (name) => {
      await panel.press('compare.export');
      const text = await panel.exportPreview();
      if (!text.startsWith('---\n')) throw new Error('the preview has no front matter');
      await pictures(panelPage, name);
      await panel.press('export.download');
      const file = await until(() => readdirSync(TOUR).find((one) => one.endsWith('.md') && !known.has(one)), {
        what: 'the exported file',
      });
      known.add(file);
      return `${file}, ${readFileSync(join(TOUR, file), 'utf8').length} characters`;
    });
    await step(named('workspace'), async (name) => {
      const workspace = await session.openOwn('workspace.html');
      await workspace.waitForSelector('[data-clip]');
      await workspace.click('[data-clip] .row-main');
      await pictures(workspace, `${name}-library`, [1280]);
      await workspace.click('#tab-compare');
      await workspace.waitForSelector('#view-compare:not([hidden]) table');
      await pictures(workspace, `${name}-compare`, [1280]);
      const wide = new PanelDriver(workspace, language);
      for (const view of ['matrix', 'indicators', 'map']) {
        await wide.press(`compare.view_${view}`);
        await pictures(workspace, `${name}-${view}`, [1280], ['light']);
      }
    });
  } catch (error) {
    for (const [i, target] of session.panels().entries()) {
      const page = await target.asPage();
      await page.screenshot({ path: join(TOUR, `failed-${i + 1}.png`) }).catch(() => undefined);
    }
    throw error;
  } finally {
    await session.close();
  }
}

const known = new Set();

/** Ticks the two items that set up the same things in both provinces. */
async function tickPolicies(page) {
  for (const title of ['打通科技成果转化关键环节', '中试熟化和产业化实施方案']) {
    const rows = await page.$$('[data-clip]');
    for (const row of rows) {
      const text = await row.$eval('.row-title', (node) => node.textContent ?? '');
      if (text.includes(title)) await (await row.$('input[type=checkbox]'))?.click();
    }
  }
}

/** @param {string} extension folder of the build */
export async function runTour(extension) {
  rmSync(TOUR, { recursive: true, force: true });
  mkdirSync(TOUR, { recursive: true });
  const step = createSteps();
  await tourIn('zh-CN', extension, step);
  await tourIn('en', extension, step);
  console.log(`The tour is complete: ${readdirSync(TOUR).length} files in ${TOUR}`);
}
