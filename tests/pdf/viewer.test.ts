/** Marks and selections over the pages that the viewer component draws, by position. */
import { afterEach, expect, it } from 'vitest';
import { createPdfView, createTextLayers, type PdfView, selectionIn } from '@/lib/pdf/viewer';
import { type FileSpec, setLines, writePdf } from '../fixtures/pdf/write-pdf';
import { ASSETS, reader } from './read';

const LINE = '本省推进样例产业创新发展联合有关部门制定若干措施支持企业开展技术攻关与成果';
const SPEC: FileSpec = {
  pages: [
    {
      texts: [
        ...setLines([`　　${LINE.slice(0, 32)}`, LINE.slice(0, 34)]),
        { text: '— 1 —', x: 275, y: 800, size: 10 },
      ],
    },
    {
      texts: [
        ...setLines(['转化，并建立长效机制。', '　　下一段在左栏。']),
        { text: '— 2 —', x: 275, y: 800, size: 10 },
      ],
    },
  ],
};

let view: PdfView | null = null;
afterEach(async () => {
  await view?.destroy();
  document.body.replaceChildren();
});

async function show(spec: FileSpec) {
  const container = document.createElement('div');
  container.style.cssText = 'position:absolute;inset:0;overflow:auto';
  const inner = document.createElement('div');
  inner.className = 'pdfViewer';
  container.append(inner);
  document.body.append(container);
  const texts = new Set<number>();
  const bytes = writePdf(spec);
  const opened = createPdfView({
    container,
    assets: ASSETS,
    words: { page: (number) => `Page ${number}` },
    onState: () => undefined,
    onText: (page) => texts.add(page),
  });
  view = opened;
  expect(await opened.open(bytes.slice())).toMatchObject({ ok: true, value: { pages: spec.pages.length } });
  opened.zoom(0.5);
  await expect.poll(() => texts.size, { timeout: 10_000 }).toBe(spec.pages.length);
  const reading = await reader.read(bytes, { places: true });
  if (!reading.ok) throw new Error(reading.error);
  const layers = createTextLayers(reading.value, opened.shown);
  return { layers, opened, text: layers.text() };
}

const boxOf = (range: Range | undefined): DOMRect => range?.getBoundingClientRect() ?? new DOMRect();

it('finds words on the page where they are printed, over lines and pages', async () => {
  const { layers, text } = await show(SPEC);
  const start = text.indexOf('若干措施');
  const [words] = layers.rangesOf([{ start, end: start + 4 }]);
  expect(words?.toString()).toBe('若干措施');
  // Half size, 96/72: the first line begins at x = 114, y = 100 on the page.
  const page = boxOf(words).top - boxOf(layers.rangesOf([{ start: 0, end: 1 }])[0]).top;
  expect(Math.abs(page)).toBeLessThan(3);
  const whole = layers.rangesOf([{ start: 0, end: text.indexOf('转化') + 2 }]);
  expect(whole.map(String).join('')).toContain(`${LINE.slice(0, 34)}`);
  expect(boxOf(whole.at(-1)).top).toBeGreaterThan(boxOf(whole[0]).top + 200);
});

it('marks a passage over two columns in both of them, and nothing between', async () => {
  const line = (side: string, i: number) => `${side}栏第${'一二三四五六七八'.charAt(i)}行${LINE.slice(0, 12)}`;
  const texts = ['左', '右'].flatMap((side, column) =>
    setLines(
      Array.from({ length: 8 }, (_, i) => line(side, i)),
      { x: 60 + column * 260, leading: 18 },
    ),
  );
  const { layers, text } = await show({ pages: [{ texts }] });
  const [start, end] = [text.indexOf('左栏第七行'), text.indexOf('右栏第二行') + '右栏第二行'.length];
  const marked = layers.rangesOf([{ start, end }]);
  expect(marked.map(String).join('')).toBe(`${line('左', 6)}${line('左', 7)}${line('右', 0)}右栏第二行`);
  const boxes = marked.map(boxOf);
  const middle = boxOf(layers.rangesOf([{ start: text.indexOf('右'), end: text.indexOf('右') + 1 }])[0]).left;
  expect(boxes.filter(({ right }) => right < middle)).toHaveLength(2);
  expect(boxes.filter(({ left }) => left >= middle - 1)).toHaveLength(2);
  expect(Math.min(...boxes.slice(0, 2).map(({ top }) => top))).toBeGreaterThan(
    Math.max(...boxes.slice(2).map(({ top }) => top)),
  );
});

it('gives back the offset of every visible character', async () => {
  const { layers, text } = await show(SPEC);
  for (let at = 0; at < text.length; at += 7) {
    const [range] = layers.rangesOf([{ start: at, end: at + 1 }]);
    if (!range || text.charAt(at).trim() === '') continue;
    expect(layers.offsetOf(range.startContainer, range.startOffset), text.slice(at, at + 5)).toBe(at);
  }
});

it('heals a selection over a page break and leaves the page number out', async () => {
  const { layers, text } = await show(SPEC);
  const from = layers.rangesOf([{ start: text.indexOf('技术攻关'), end: text.indexOf('技术攻关') + 1 }]).at(-1);
  const to = layers.rangesOf([{ start: text.indexOf('机制'), end: text.indexOf('机制') + 2 }])[0];
  if (!from || !to) throw new Error('not on screen');
  document.getSelection()?.setBaseAndExtent(from.startContainer, from.startOffset, to.endContainer, to.endOffset);
  const selection = selectionIn(layers, document.getSelection());
  const first = text.slice(text.indexOf('技术攻关'), text.indexOf('\n'));
  expect(selection?.text).toBe(`${first}转化，并建立长效机制`);
  expect(selection?.spans).toHaveLength(2);
  expect(selection?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([first, '转化，并建立长效机制']);
});

it('marks survive a search that splits the text', async () => {
  const { layers, opened, text } = await show(SPEC);
  opened.finder.find('样例', 'first');
  await expect
    .poll(() => document.querySelectorAll('.textLayer .highlight').length, { timeout: 5_000 })
    .toBeGreaterThan(0);
  const start = text.indexOf('推进样例产业');
  expect(layers.rangesOf([{ start, end: start + 6 }]).map(String)).toEqual(['推进样例产业']);
});

it('says what is wrong with a file that does not open', async () => {
  const container = document.createElement('div');
  container.style.cssText = 'position:absolute;inset:0';
  container.append(document.createElement('div'));
  document.body.append(container);
  view = createPdfView({
    container,
    assets: ASSETS,
    words: { page: String },
    onState: () => undefined,
    onText: () => undefined,
  });
  expect(await view.open(new Uint8Array())).toEqual({ ok: false, error: 'file-empty' });
  expect(await view.open(new TextEncoder().encode('<html>'))).toEqual({ ok: false, error: 'pdf-not-pdf' });
});
