/** From offsets to the page and back: every span paints exactly its words, every place gives its offset. */
import { afterEach, describe, expect, it } from 'vitest';
import { readPage } from '@/lib/page/read-page';
import { selectionOf } from '@/lib/page/selection';
import { frameOf } from './frame';

const PAGE = `<!doctype html><body>
  <h1>示例省  科技简报</h1>
  <p>　　近日，<b>示例市</b>印发《
    示例办法》，共<span> 12 </span>条。<br>　　一是设立基金。<script></script>二是减税。</p>
  <p style="display:none">看不见</p>
  <table><tr><td>地区</td><td>金额</td></tr><tr><td>甲市</td><td>10</td></tr></table>
  <iframe srcdoc="&lt;p>框架内的正文&lt;/p>"></iframe>
</body>`;

let frame: HTMLIFrameElement;
afterEach(() => frame.remove());

async function open(html: string) {
  frame = frameOf(html);
  const inner = frame.contentDocument!.querySelector('iframe');
  if (inner) await new Promise((resolve) => inner.addEventListener('load', resolve, { once: true }));
  const document = frame.contentDocument!;
  return { document, reading: readPage(document) };
}
const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('ranges', () => {
  it('hold the words of every span', async () => {
    const { reading } = await open(PAGE);
    const text = reading.text();
    for (let start = 0; start < text.length; start += 1) {
      for (const length of [1, 3, 9]) {
        const end = Math.min(text.length, start + length);
        const shown = reading.rangesOf([{ start, end }]).map((range) => folded(range.toString()));
        const wanted = text.slice(start, end).split('\n').map(folded).filter(Boolean);
        expect(shown.filter(Boolean)).toEqual(wanted);
      }
    }
  });

  it('never reach over blocks or frames', async () => {
    const { reading } = await open(PAGE);
    const ranges = reading.rangesOf([{ start: 0, end: reading.text().length }]);
    expect(ranges).toHaveLength(reading.model.blocks.length);
    expect(new Set(ranges.map((range) => range.startContainer.ownerDocument)).size).toBe(2);
  });

  it('leave out what left the page', async () => {
    const { document, reading } = await open(PAGE);
    document.querySelector('h1')!.remove();
    document.querySelector('b')!.firstChild!.nodeValue = '';
    expect(reading.rangesOf([{ start: 0, end: 20 }]).map(String)).not.toContain('示例省  科技简报');
  });
});

describe('offsets', () => {
  it('lead back from every range', async () => {
    const { reading } = await open(PAGE);
    const text = reading.text();
    for (let start = 0; start < text.length; start += 1) {
      if (/\s/u.test(text[start]!)) continue;
      const [range] = reading.rangesOf([{ start, end: start + 1 }]);
      expect(reading.offsetOf(range!.startContainer, range!.startOffset)).toBe(start);
    }
  });

  it('of a place without text is that of the next text', async () => {
    const { document, reading } = await open(PAGE);
    expect(reading.offsetOf(document.body, 0)).toBe(0);
    expect(reading.offsetOf(document.querySelector('table')!, 0)).toBe(reading.text().indexOf('地区'));
  });

  it('of a node that is not in the page is none', async () => {
    const { reading } = await open(PAGE);
    expect(reading.offsetOf(document.createTextNode('x'), 0)).toBeNull();
  });
});

describe('selection', () => {
  const select = (document: Document, from: [Node, number], to: [Node, number]) =>
    document.getSelection()!.setBaseAndExtent(...from, ...to);

  it('over blocks is the words of the reading', async () => {
    const { document, reading } = await open(PAGE);
    select(document, [document.querySelector('b')!.firstChild!, 0], [document.querySelector('tr + tr')!, 2]);
    const selection = selectionOf(document, reading)!;
    expect(selection.text).toBe('示例市印发《 示例办法》，共 12 条。\n一是设立基金。二是减税。\n地区\n金额\n甲市\n10');
    expect(selection.spans.map(({ start, end }) => reading.text().slice(start, end))).toEqual([selection.text]);
    expect(selection.cut).toBe(false);
  });

  it('of everything is the whole text', async () => {
    const { document, reading } = await open(PAGE.replace(/<iframe.*iframe>/u, ''));
    document.getSelection()!.selectAllChildren(document.body);
    expect(selectionOf(document, reading)?.text).toBe(reading.text());
  });

  it('inside a frame that was read is found there', async () => {
    const { document, reading } = await open(PAGE);
    const inner = document.querySelector('iframe')!.contentDocument!;
    inner.getSelection()!.selectAllChildren(inner.querySelector('p')!);
    expect(selectionOf(document, reading)?.text).toBe('框架内的正文');
  });

  it.each<[name: string, html: string, expected: string | undefined]>([
    ['white space only', '<p>甲</p><p id="s">　 </p>', undefined],
    ['hidden words', '<p>甲</p><p id="s" style="display:none">乙</p>', undefined],
    ['S04 a password', '<p>甲</p><input id="s" type="password" value="geheim">', undefined],
  ])('%s give nothing', async (_, html, expected) => {
    const { document, reading } = await open(`<body>${html}</body>`);
    const element = document.querySelector<HTMLElement>('#s')!;
    if (element instanceof HTMLElement) element.focus();
    document.getSelection()!.selectAllChildren(element);
    expect(selectionOf(document, reading)?.text).toBe(expected);
  });

  it('S05 keeps characters whole', async () => {
    const { document, reading } = await open('<p>甲👩‍🔬乙é丙</p>');
    const text = document.querySelector('p')!.firstChild!;
    select(document, [text, 2], [text, 8]);
    expect(selectionOf(document, reading)?.text).toBe('👩‍🔬乙é');
  });
});
