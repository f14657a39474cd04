// Drives the panel as a person does: by what is written on tabs and buttons, in either language. The words come from the
// locale files, so that a renamed button is no broken test, and a button without a name is one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { until } from './browser.mjs';
import { ROOT } from './build-extension.mjs';

/** @param {'zh-CN' | 'en'} language */
export function wordsOf(language) {
  const file = language === 'en' ? 'en' : 'zh_CN';
  const messages = parse(readFileSync(join(ROOT, `assets/locales/${file}.yml`), 'utf8'));
  /** @param {string} key @param {(string | number)[]} values */
  return (key, ...values) => {
    const found = key.split('.').reduce((level, part) => level?.[part], messages);
    const text = typeof found === 'object' ? found?.n : found;
    if (typeof text !== 'string') throw new Error(`There is no message ${key}.`);
    return values.reduce((said, value, i) => String(said).replaceAll(`$${i + 1}`, String(value)), text);
  };
}

/** Runs in the page: the visible control with that name; `begins` also takes names that go on. */
function findControl(name, within, begins) {
  const clean = (text) => (text ?? '').replace(/\s+/gu, ' ').trim();
  const root = within ? document.querySelector(within) : document;
  const controls = root?.querySelectorAll('button, [role], a, summary, input, select, textarea') ?? [];
  const nameOf = (control) => {
    const labels =
      'labels' in control && control.labels?.length ? [...control.labels].map((one) => one.textContent) : [];
    // What is hidden from screen readers is no part of the name.
    const copy = control.cloneNode(true);
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return [control.getAttribute('aria-label'), ...labels, copy.textContent].map(clean).find(Boolean) ?? '';
  };
  return [...controls].find((control) => {
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    const own = nameOf(control);
    return own === clean(name) || (begins && own.startsWith(clean(name)));
  });
}

/** Runs in the page: a person presses what stands still, can be used, and has nothing lying over it. */
async function isReady(control) {
  control.scrollIntoView({ block: 'center' });
  const boxOf = () => control.getBoundingClientRect();
  const before = boxOf();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { left, top, width, height } = boxOf();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const stands = left === before.left && top === before.top && width === before.width && height === before.height;
  return stands && !control.disabled && over !== null && (control.contains(over) || over.contains(control));
}

export class PanelDriver {
  /**
   * @param {import('puppeteer-core').Page} page the panel
   * @param {'zh-CN' | 'en'} [language]
   */
  constructor(page, language = 'zh-CN') {
    this.page = page;
    this.say = wordsOf(language);
  }

  /**
   * A control by its name, once it is there.
   * @param {string} name
   * @param {{ within?: string, begins?: boolean }} [where]
   */
  async control(name, { within = '', begins = false } = {}) {
    return until(async () => (await this.page.evaluateHandle(findControl, name, within, begins)).asElement(), {
      what: `the control “${name}”`,
    });
  }

  /**
   * Clicks with the mouse, once the control can be clicked.
   * @param {string} key of the locale files
   * @param {{ values?: (string | number)[], within?: string, begins?: boolean }} [options]
   */
  async press(key, { values = [], ...where } = {}) {
    const name = this.say(key, ...values);
    const ready = async () => {
      const control = await this.control(name, where);
      return (await control.evaluate(isReady)) && control;
    };
    const control = await until(ready, { what: `the control “${name}” to be ready` });
    await control.click();
  }

  /** @param {'page' | 'library' | 'compare'} view */
  async view(view) {
    await this.page.click(`#tab-${view}`);
    await this.page.waitForSelector(`#view-${view}:not([hidden])`);
  }

  /**
   * Titles of the cards, once there are `count` of them.
   * @returns {Promise<string[]>}
   */
  async items(count) {
    const titles = await this.page.waitForFunction(
      (wanted) => {
        const cards = [...document.querySelectorAll('[data-item]')];
        const titleOf = (card) => card.querySelector('.card-title')?.lastElementChild?.textContent?.trim() ?? '';
        return cards.length === wanted && cards.map(titleOf);
      },
      { timeout: 20_000 },
      count,
    );
    return titles.jsonValue();
  }

  /** Clips what the page has and waits until every card says so. */
  async clipAll(count) {
    await this.press('page.clipAll');
    await this.page.waitForFunction(
      (wanted) => document.querySelectorAll('[data-item].clipped').length === wanted,
      { timeout: 20_000 },
      count,
    );
  }

  /** Waits for a number on a tab; there is none before it is known. */
  async counts(view, count) {
    const shown = () => this.page.$eval(`#tab-${view}`, (tab) => tab.querySelector('.tab-count')?.textContent);
    await until(async () => (await shown()) === String(count), { what: `${count} on the tab of ${view}` });
  }

  /** Opens the first clip of the library. */
  async openFirstClip() {
    await this.view('library');
    await this.page.waitForFunction(() => {
      const row = document.querySelector('[data-clip] .row-main');
      row?.click();
      return row !== null;
    });
  }

  /** Types tags into the open tag box, each ended by Enter. */
  async typeTags(...tags) {
    const box = await this.page.waitForSelector('.tag-box input', { visible: true });
    for (const tag of tags) {
      await box?.type(tag);
      await this.page.keyboard.press('Enter');
    }
  }

  /** Opens an entry of the ⋯ menu. */
  async menu(key) {
    await this.press('app.menu');
    await this.press(key, { within: '.menu' });
  }

  /** The text in the export preview. */
  async exportPreview() {
    const preview = await this.page.waitForSelector('.export-text', { visible: true });
    return preview?.evaluate((area) => ('value' in area ? String(area.value) : '')) ?? '';
  }
}
