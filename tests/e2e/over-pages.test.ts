/**
 * An excerpt over a page break: kept as one passage, shown on both pages when the file is opened again, and when its
 * source link is followed.
 */
import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig } from './rig';

const LINE = '样例省科技厅会同省财政厅制定若干措施，支持企业牵头开展关键技术攻关，推动';
/** Words before and after the break. */
const BEFORE = '由企业出题、院所答题，并把验收结果与';
const AFTER = '后续支持挂钩，建立随立随审的长效机制。';

const FILE = writePdf({
  title: '样例省关于支持企业技术攻关的若干措施（虚构）',
  pages: [
    {
      texts: [
        { text: '样例省关于支持企业技术攻关的若干措施', x: 136, y: 90, size: 18, font: 'hei' },
        ...setLines(['　　一、总体要求'], { y: 140, font: 'hei' }),
        ...setLines([`　　${LINE.slice(0, 32)}`, ...Array.from({ length: 5 }, () => LINE.slice(0, 34))], { y: 162 }),
        ...setLines([`${LINE.slice(0, 15)}。${BEFORE}`], { y: 294 }),
        ...setLines(['① 指本省目录所列产业（虚构）。'], { y: 760, size: 9 }),
        { text: '— 1 —', x: 275, y: 805, size: 10 },
      ],
    },
    {
      texts: [
        ...setLines([AFTER, '　　二、组织实施', `　　${LINE.slice(0, 32)}`, '成果转化。']),
        { text: '— 2 —', x: 275, y: 805, size: 10 },
      ],
    },
  ],
});

let rig: Rig;
let panel: PanelDriver;
beforeAll(async () => {
  rig = await startRig();
  rig.put('/break.pdf', { type: 'application/pdf', body: FILE });
});
afterAll(() => rig?.end());

const bare = (text: string): string => text.replace(/\s/gu, '');

async function openReader(): Promise<Page> {
  const src = encodeURIComponent(`${SITE}/break.pdf`);
  const page = await rig.session.open(`chrome-extension://${rig.session.id}/reader.html?src=${src}`);
  await page.waitForSelector('[data-page-number="2"] .textLayer span');
  return page;
}

/** Words under a highlight, by page. */
const marked = (page: Page, name: string): Promise<[page: number, words: string][]> =>
  page.evaluate((highlight) => {
    const ranges = [...(CSS.highlights.get(highlight) ?? [])].filter((range) => range instanceof Range);
    const pages = Map.groupBy(ranges, (range) => {
      const box = range.getBoundingClientRect();
      const at = range.startContainer.parentElement?.closest<HTMLElement>('[data-page-number]');
      return box.width > 0 && box.height > 0 ? Number(at?.getAttribute('data-page-number')) : 0;
    });
    return [...pages].map(([at, own]): [number, string] => [at, own.map(String).join('')]);
  }, name);

const showsBoth = (page: Page, name: string) =>
  until(
    async () => {
      const pages = new Map((await marked(page, name)).map(([at, words]) => [at, bare(words)]));
      return pages.size === 2 && pages.get(1) === bare(BEFORE) && pages.get(2) === bare(AFTER);
    },
    { what: `${name} on both pages` },
  );

describe('an excerpt over a page break', () => {
  it('is kept as one passage, without what stands at the foot of the page', async () => {
    const page = await openReader();
    panel = await rig.openPanel(page);
    await panel.items(1);
    await page.evaluate(
      ([before = '', after = '']) => {
        const spans = [...document.querySelectorAll('.textLayer span[role=presentation]')];
        const first = spans.find((span) => span.textContent?.includes(before))?.firstChild;
        const last = spans.find((span) => span.textContent?.includes(after))?.firstChild;
        if (!first || !last) throw new Error('the words are not there');
        const from = first.textContent?.indexOf(before) ?? 0;
        getSelection()?.setBaseAndExtent(first, from, last, (last.textContent?.indexOf(after) ?? 0) + after.length);
      },
      [BEFORE, AFTER],
    );
    await panel.press('selection.clip', { within: '.selection-bar' });
    await panel.counts('library', 1);
    await panel.openFirstClip();
    await until(
      async () =>
        (await panel.page.$eval('.detail', (one) => one.textContent ?? '').catch(() => '')).includes(BEFORE + AFTER),
      { what: 'the healed sentence' },
    );
    await page.close();
  });

  it('is marked on both pages when the file is opened again', async () => {
    const page = await openReader();
    await panel.view('page');
    await panel.items(1);
    await showsBoth(page, 'mark-2');

    await panel.openFirstClip();
    const before = new Set<Target>(rig.session.browser.targets());
    await panel.press('detail.open');
    const target = await rig.session.browser.waitForTarget((one) => one.type() === 'page' && !before.has(one));
    const linked = await target.asPage();
    await showsBoth(linked, 'mark-6');
    await linked.close();
    await page.close();
  });
});
