/**
 * A clip's source link: to its place in the reader or in its page, found again by its words after the document was
 * saved again, moved or edited; else the honest sentence and the stored text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { painted, type Rig, SITE, startRig } from './rig';
import { SAMPLES } from './sample';

const ISSUE = readFileSync(join(SAMPLES, 'issue-1.html'), 'utf8');
/** Its passage lies far down; the link must go there. */
const TITLE = '“科创下午茶”中试专场活动在绍兴举办';
const PAGE_TITLE = '“科技早班车”路演专场活动在台州举办';
const WORDS = '活动现场发布中试需求 36 项';
/** The same issue in another edition: pages of something else before it. */
const LONGER = ISSUE.replace(
  '<h1 class="masthead">',
  `${'<p>编者按：本期为重新排版后的版本，正文未作改动。</p>'.repeat(90)}<h1 class="masthead">`,
);
const WITHOUT = ISSUE.replaceAll(TITLE, '院士专家走进湖州').replace(
  /<p>近日，由浙江省科学技术厅指导.*<\/p>/u,
  '<p>近日，院士专家服务团赴湖州开展技术对接，走访企业八家。</p>',
);

/** An issue of its own, so that its clips can be told from those of the PDF. */
const asPage = (body: string) => body.replace('第 12 期', '第 13 期').replaceAll(TITLE, PAGE_TITLE);

let rig: Rig;
let page: Page;
let panel: PanelDriver;

/** Prints a page under `/issue.pdf`, as the file that stands there from now on. */
async function publish(body: string): Promise<void> {
  rig.put('/edition.html', { type: 'text/html', body });
  await rig.print(`${SITE}/edition.html`, '/issue.pdf');
}

/** Opens the clip with that title in the library and presses its source link; gives the tab that opens. */
async function follow(title: string): Promise<Page> {
  await panel.view('library');
  await until(
    () =>
      panel.page.evaluate((wanted) => {
        const shown = document.querySelector('.detail h2')?.textContent?.includes(wanted);
        const row = [...document.querySelectorAll('[data-clip]')].find((one) => one.textContent?.includes(wanted));
        if (!shown) row?.querySelector<HTMLElement>('.row-main')?.click();
        return shown;
      }, title),
    { what: 'the clip' },
  );
  const before = new Set<Target>(rig.session.browser.targets());
  await panel.press('detail.open');
  const target = await rig.session.browser.waitForTarget((one) => one.type() === 'page' && !before.has(one));
  return target.asPage();
}

/** The marked passage is in view, and these are its words. */
const shows = (tab: Page, words: string) =>
  until(
    () =>
      tab.evaluate((wanted) => {
        const marked = [...(CSS.highlights.get('mark-6') ?? [])];
        const text = marked.map((range) => range.toString()).join('');
        const inView = marked.some((range) => {
          const box = range instanceof Range ? range.getBoundingClientRect() : null;
          return box !== null && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
        });
        return inView && text.replace(/\s/gu, '').includes(wanted.replace(/\s/gu, ''));
      }, words),
    { what: `“${words}” to be marked and in view` },
  );

const notice = (tab: Page) => tab.$eval('.place-notice', (one) => one.textContent ?? '').catch(() => '');
const says = (tab: Page, key: string) =>
  until(async () => (await notice(tab)).includes(String(panel.say(key))), { what: `the sentence ${key}` });

beforeAll(async () => {
  rig = await startRig();
  await publish(ISSUE);
  rig.put('/page.html', { type: 'text/html', body: asPage(ISSUE) });
});
afterAll(() => rig?.end());

describe('a clip of a PDF', () => {
  beforeAll(async () => {
    page = await rig.session.open(`${SITE}/issue.pdf`);
    panel = await rig.openPanel(page);
    await panel.items(4);
    await panel.clipAll(4);
  });

  it('opens the reader at its place', async () => {
    const tab = await follow(TITLE);
    expect(tab.url()).toContain('/reader.html');
    await shows(tab, WORDS);
    expect(await notice(tab)).toBe('');
    expect((await painted(tab))['mark-6']).toBeGreaterThan(1);
    await tab.close();
  });

  it('is found by its words when the file was made anew', async () => {
    await publish(LONGER);
    const tab = await follow(TITLE);
    await shows(tab, WORDS);
    await says(tab, 'place.moved');
    await tab.close();
  });

  it('says that its words were edited', async () => {
    await publish(ISSUE.replace('中试需求 36 项', '中试需求 58 项'));
    const tab = await follow(TITLE);
    await shows(tab, '活动现场发布中试需求 58 项');
    await says(tab, 'place.edited');
    expect(await notice(tab)).toContain(WORDS.replace('36 项', ''));
    await tab.close();
  });

  it('says that the original has changed, and shows the stored text', async () => {
    await publish(WITHOUT);
    const tab = await follow(TITLE);
    await says(tab, 'place.gone');
    expect(await tab.$eval('.place-notice blockquote', (one) => one.checkVisibility() && one.textContent)).toContain(
      WORDS,
    );
    await tab.close();
  });

  it('is found in the file that the person picks when it is no longer at its address', async () => {
    rig.put('/issue.pdf', { type: 'text/html', body: '<!doctype html><title>404</title>' });
    const tab = await follow(TITLE);
    await until(
      async () => (await tab.$eval('.reader-state', (one) => one.textContent).catch(() => '')).includes('改过名'),
      {
        what: 'the way on',
      },
    );
    await publish(LONGER);
    const printed = await rig.session.open(`${SITE}/edition.html`);
    const file = join(tmpdir(), `policy-clip-renamed-${process.pid}.pdf`);
    writeFileSync(file, await printed.pdf({ format: 'A4' }));
    await printed.close();
    await tab.bringToFront();
    const picker = (await tab.$('input[type=file]')) as ElementHandle<HTMLInputElement> | null;
    await picker?.uploadFile(file);
    await shows(tab, WORDS);
    await tab.close();
  });
});

describe('a clip of a page', () => {
  beforeAll(async () => {
    await page.goto(`${SITE}/page.html`);
    await page.bringToFront();
    await panel.view('page');
    await panel.items(4);
    await panel.clipAll(4);
  });

  it('opens its page at the passage, also below much that is new', async () => {
    rig.put('/page.html', {
      type: 'text/html',
      body: asPage(LONGER).replace('36 项', '37 项'),
    });
    const tab = await follow(PAGE_TITLE);
    await shows(tab, '活动现场发布中试需求 37 项');
    await panel.page.waitForFunction(
      (words) => document.querySelector('.detail .notice')?.textContent === words,
      {},
      panel.say('place.edited'),
    );
    await tab.close();
  });

  it('says beside the stored text that it is gone', async () => {
    rig.put('/page.html', { type: 'text/html', body: asPage(WITHOUT) });
    const tab = await follow(PAGE_TITLE);
    await panel.page.waitForFunction(
      (words) => document.querySelector('.detail .notice')?.textContent === words,
      {},
      panel.say('place.gone'),
    );
    expect(await panel.page.$eval('.detail', (one) => one.textContent)).toContain(WORDS);
    await tab.close();
  });
});
