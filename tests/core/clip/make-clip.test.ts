import { describe, expect, it } from 'vitest';
import { clipOfItem, clipOfMeasure, clipOfSelection } from '@/lib/core/clip/make-clip';
import { clipContext, cut, keptAddress } from '@/lib/core/clip/source';
import { clipView, effectiveItem } from '@/lib/core/clip/view';
import { clipSchema } from '@/lib/core/model';
import { BODY, item, MEASURE, model, reading, sampleClip, spanOf, TITLE, time, uuid } from './samples';

const context = clipContext(reading, model);
const stamp = { id: uuid(1), at: time(1) };
const inText = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

describe('clip of an item', () => {
  const clip = clipOfItem(context, item, stamp);

  it('is a valid clip that carries the head of its document', () => {
    expect(clipSchema.parse(clip)).toEqual(clip);
    expect(clip.source).toMatchObject({
      title: '样例快报',
      issueNumber: '第7期',
      url: 'https://kjt.example.gov.cn/b/7.pdf',
      siteName: '样例厅',
      fingerprint: 'ab12',
    });
    expect(clip.source.textHash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is anchored at its title', () => {
    expect(clip.anchor.exact.startsWith(TITLE)).toBe(true);
    expect(clip.anchor.page).toBe(1);
    expect(clip.anchor.prefix.endsWith('第7期\n')).toBe(true);
  });

  it('has the key of the same item in a page of the same document', () => {
    const page = { ...model, source: 'html' as const, url: 'https://other.example.gov.cn/', blocks: [...model.blocks] };
    expect(clipOfItem(clipContext(reading, page), item, stamp).key).toBe(clip.key);
  });

  it('hashes the text, not its line breaks', () => {
    const [first, ...rest] = model.blocks;
    const spaced = { ...model, blocks: [{ ...first!, text: '样例快报　第7期 ' }, ...rest] };
    expect(clipContext(reading, spaced).source.textHash).toBe(context.source.textHash);
  });

  it('is cut where it is longer than a clip may be', () => {
    const long = { ...item, text: `${item.text}${'长'.repeat(1_000_000)}` };
    const cutClip = clipOfItem(context, long, stamp);
    expect(cutClip.item.text).toHaveLength(1_000_000);
    expect(cutClip.item.figures).toHaveLength(2);
  });
});

describe('clip of a measure', () => {
  const [measure] = item.measures;
  const clip = clipOfMeasure(context, item, measure!, stamp);

  it('holds the passage, its measure and its figures in place', () => {
    expect(clipSchema.parse(clip).type).toBe('measure');
    expect(clip.item.text).toBe(MEASURE.replace('\n', ''));
    expect(clip.item.figures.map((figure) => inText(clip.item.text, figure.at))).toEqual(['5亿元', '8亿元']);
    expect(clip.item.measures.map((one) => inText(clip.item.text, one.at))).toEqual([clip.item.text]);
    expect(clip.item.pages).toEqual([1, 2]);
  });

  it('has another key than its item', () => {
    expect(clip.key).not.toBe(clipOfItem(context, item, stamp).key);
  });
});

describe('clip of a selection', () => {
  const select = (parts: string[], text = parts.join('')) =>
    clipOfSelection(context, { text, spans: parts.map(spanOf), cut: false }, stamp);

  it('takes the head of the item it lies in, and the figures inside', () => {
    const clip = select(['规模达到5亿元，', '到2027年扩大到8亿元。']);
    expect(clipSchema.parse(clip).type).toBe('excerpt');
    expect(clip.item.title.value).toBe(TITLE);
    expect(clip.item.figures.map((figure) => inText(clip.item.text, figure.at))).toEqual(['5亿元', '8亿元']);
    expect(clip.item.measures).toEqual([]);
    expect(clip.item.pages).toEqual([1, 2]);
  });

  it('keeps a measure that lies in it whole', () => {
    const clip = select([BODY, '(1)设立基金。规模达到5亿元，', '到2027年扩大到8亿元。']);
    expect(clip.item.measures.map((one) => inText(clip.item.text, one.at))).toEqual([MEASURE.replace('\n', '')]);
  });

  it('leaves figures out where the text is not the document’s', () => {
    expect(select(['规模达到5亿元，'], '规模达到６亿元，').item.figures).toEqual([]);
  });

  it('stands on its own outside of every item', () => {
    const clip = select(['附：无关的一段。']);
    expect(clip.item).toMatchObject({ title: { value: '样例快报', sure: false }, kind: 'other', measures: [] });
    expect(clip.item.regions.map((region) => region.value)).toEqual(['510000']);
    expect(clip.anchor.page).toBe(2);
  });

  it('has one key for one passage, whatever its line breaks', () => {
    expect(select(['5亿元，', '到2027年'], '5亿元，\n到2027年').key).toBe(select(['5亿元，', '到2027年']).key);
  });
});

it.each([
  ['https://a.gov.cn/x?y=1#z', 'https://a.gov.cn/x?y=1#z'],
  ['https://gov.cn@evil.example/a@b', 'https://evil.example/a@b'],
  ['https://a:b@evil.example', 'https://evil.example'],
  ['file:///home/a@b.pdf', 'file:///home/a@b.pdf'],
  ['javascript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['chrome-extension://abc/sample.html', ''],
  [`https://a/${'x'.repeat(4_000)}`, ''],
])('address %s is kept as %s', (url, kept) => {
  expect(keptAddress(url)).toBe(kept);
});

it.each([
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
  ['a\uD800', 5, 'a\uFFFD'],
])('cuts %j after %i', (text, length, expected) => {
  expect(cut(text, length)).toBe(expected);
});

describe('corrections', () => {
  const clip = sampleClip(1, {
    corrections: { title: '改', section: '', regions: ['420000'], agencies: [], publishedOn: '2026-01-02' },
  });

  it('win over what was found', () => {
    expect(clipView(clip)).toMatchObject({
      title: '改',
      section: null,
      regions: ['420000'],
      agencies: [],
      publishedOn: '2026-01-02',
      corrected: ['title', 'section', 'regions', 'agencies', 'publishedOn'],
    });
    expect(effectiveItem(clip).title.sure).toBe(true);
  });

  it('leave what was found underneath', () => {
    expect(clip.item.title.value).toBe(TITLE);
    expect(clipView(sampleClip(1))).toMatchObject({ title: TITLE, regions: ['510000'], corrected: [] });
  });
});
