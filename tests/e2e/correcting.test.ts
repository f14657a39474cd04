/**
 * The person corrects what was recognised, in the real side panel beside a real page: fields show where they stand;
 * title, region, agency and date are given anew; an item is split and merged. Reading again keeps it
 * all, and what is clipped holds the correction beside what was found.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { painted, type Rig, SITE, startRig, storedClips } from './rig';
import { SAMPLE_ITEMS } from './sample';

const TITLE = '浙江省打通成果转化关键环节';
const AGENCY = '浙江省样品厅';
const FIRST = '[data-item]';

describe('a researcher who corrects', () => {
  let rig: Rig;
  let page: Page;
  let panel: PanelDriver;

  const titles = () => panel.page.$$eval(`${FIRST} .card-title`, (all) => all.map(({ textContent }) => textContent));
  const firstCard = () => panel.page.$eval(FIRST, ({ textContent }) => textContent ?? '');
  const shown = (text: string) =>
    until(async () => (await firstCard()).includes(text), { what: `“${text}” in the card` });
  const cards = (count: number) => panel.items(count);

  /** Reads again, and waits until the new reading is marked in the page, whose marks were wiped off. */
  async function readAgain(count: number): Promise<void> {
    await page.evaluate(() => CSS.highlights.clear());
    await panel.menu('menu.readAgain');
    await until(async () => Object.keys(await painted(page)).length > 0, { what: 'the new reading' });
    await cards(count);
  }

  /** Replaces what a field of the corrector holds, and leaves it. */
  async function fill(key: string, text: string): Promise<void> {
    await panel.press(key, { within: `${FIRST} .corrections`, begins: true });
    await panel.page.keyboard.down('Control');
    await panel.page.keyboard.press('KeyA');
    await panel.page.keyboard.up('Control');
    await panel.page.keyboard.type(text);
    await panel.page.keyboard.press('Tab');
  }

  beforeAll(async () => {
    rig = await startRig();
    page = await rig.session.open(`${SITE}/issue-1.html`);
    panel = await rig.openPanel(page);
    await cards(4);
  });
  afterAll(() => rig?.end());

  it('sees in the page where a field stands', async () => {
    const number = await panel.page.$eval(`${FIRST} .figure`, ({ textContent }) => /\d+/u.exec(textContent ?? '')?.[0]);
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('mark-5') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
          startContainer.textContent?.slice(startOffset, endOffset),
        ),
      );
    // It may still be moved from under the pointer by what is drawn above it.
    const pointed = async () => {
      await panel.page.hover(`${FIRST} .figure`);
      return (await marked()).some((words) => words?.includes(number ?? 'none'));
    };
    await until(pointed, { what: 'the words of the figure to be marked' });
  });

  it('gives title, region, agency and date anew, and reading again keeps them', async () => {
    await panel.press('edit.open', { within: FIRST });
    await fill('edit.itemTitle', TITLE);
    await shown(TITLE);
    await panel.page.select(`${FIRST} .region-picker select`, '320000');
    await shown('江苏');
    await fill('edit.agencies', AGENCY);
    await panel.page.$eval(`${FIRST} input[type=date]`, (node) => {
      (node as HTMLInputElement).value = '2026-05-06';
      node.dispatchEvent(new Event('input', { bubbles: true }));
      node.dispatchEvent(new Event('blur', { bubbles: true }));
    });
    await shown(SAMPLE_ITEMS[0][0]);
    await readAgain(4);
    expect((await titles())[0]).toContain(TITLE);
    expect(await firstCard()).toContain('江苏');
  });

  it('keeps the corrections in the clip beside what was found', async () => {
    await panel.press('item.clip', { within: FIRST, begins: true });
    await panel.page.waitForSelector(`${FIRST}.clipped`);
    const [clip] = (await storedClips(panel.page)) as unknown as [
      { corrections: Record<string, unknown>; item: { title: { value: string } } },
    ];
    expect(clip.corrections).toMatchObject({
      title: TITLE,
      regions: ['330000', '320000'],
      agencies: [AGENCY],
      publishedOn: '2026-05-06',
    });
    expect(clip.item.title.value).toBe(SAMPLE_ITEMS[0][0]);
  });

  it('splits an item, reads again, and merges it with its neighbour', async () => {
    const open = await panel.page.$$(`${FIRST} [aria-keyshortcuts="E"]`);
    await open[0]?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await open[0]?.click();
    await panel.press('edit.splitAt', { within: '.structure' });
    const places = await panel.page.waitForSelector('.structure li:nth-of-type(2) button', { visible: true });
    await places?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await places?.click();
    expect(await cards(5)).toHaveLength(5);
    await readAgain(5);
    await panel.press('edit.mergeNext', { within: '.structure' });
    expect((await cards(4)).slice(2)).toEqual(SAMPLE_ITEMS[0].slice(2));
  });
});
