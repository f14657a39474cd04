/**
 * What was guessed is shown as such, in the real side panel beside a real page: dotted, with a hint, and in words for a
 * screen reader; what the person says is certain.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../tools/browser.mjs';
import type { PanelDriver } from '../tools/panel.mjs';
import { type Rig, SITE, startRig } from './rig';

/** The brackets of a number are broken, the publisher is in no list, and the last item does not say whose it is. */
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样品工作简报</title>
<h1 style="text-align:center">样品工作简报</h1><p style="text-align:center">第3期</p>
<p style="text-align:center">江苏省样品情报研究所　2026年3月8日</p>
<p><b>样品中试基地建设提速</b></p>
<p>近日，省科技厅会同省财政厅印发《江苏省样品中试基地管理办法》（苏科规〔2026 3号），明确到2027年建成省级中试基地100家。</p>
<p><b>安徽省召开样品工作推进会</b></p>
<p>近日，安徽省科学技术厅召开样品工作推进会，部署下一步的重点任务，要求各市落实资金和人才的保障。</p>
<p><b>样品技术取得新进展</b></p>
<p>样品材料的性能测试完成，指标达到设计要求，研究团队将继续优化工艺，扩大应用范围。</p></html>`;

describe('what was guessed', () => {
  let rig: Rig;
  let panel: PanelDriver;

  /** The words that are dotted in a part of the panel, without what is only for screen readers. */
  const dotted = (within: string) =>
    panel.page.$$eval(`${within} .unsure`, (all) =>
      all.map((node) => {
        const hidden = node.querySelector('.sr-only')?.textContent ?? '';
        return [node.textContent?.replace(hidden, '').trim(), getComputedStyle(node).textDecorationStyle];
      }),
    );

  beforeAll(async () => {
    rig = await startRig();
    rig.put('/guessed.html', { type: 'text/html; charset=utf-8', body: PAGE });
    panel = await rig.openPanel(await rig.session.open(`${SITE}/guessed.html`));
    await panel.items(3);
  });
  afterAll(() => rig?.end());

  it('is dotted in the card and in the masthead, and nothing else is', async () => {
    expect(await dotted('.masthead')).toEqual([['江苏省样品情报研究所', 'dotted']]);
    const cards = await panel.page.$$eval('[data-item]', (all) =>
      all.map((one) => [...one.querySelectorAll('.unsure')].map((node) => node.firstChild?.textContent?.trim())),
    );
    expect(cards).toEqual([['苏科规〔20263号'], [], ['江苏']]);
  });

  it('says so on hover and to a screen reader', async () => {
    const [said] = await panel.page.$$eval('[data-item] .unsure', (all) =>
      all.map((node) => [node.getAttribute('title'), node.querySelector('.sr-only')?.textContent]),
    );
    expect(said).toEqual([panel.say('common.uncertainHint'), `（${panel.say('common.uncertain')}）`]);
  });

  it('is dotted in the details, too', async () => {
    await panel.menu('menu.details');
    await panel.page.waitForSelector('.head-fields');
    expect(await dotted('.head-fields')).toEqual([['江苏省样品情报研究所', 'dotted']]);
    await panel.page.keyboard.press('Escape');
  });

  it('is certain once the person has said it', async () => {
    const last = (await panel.page.$$('[data-item]')).at(-1);
    await last?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await (await last?.$('[aria-keyshortcuts="E"]'))?.click();
    await panel.page.waitForSelector('.region-picker select');
    await panel.page.select('.region-picker select', '330000');
    const regions = () =>
      panel.page.$$eval('[data-item]', (all) => [...(all.at(-1)?.querySelectorAll('.unsure') ?? [])].length);
    await until(async () => (await regions()) === 0, { what: 'no guess in the corrected card' });
  });
});
