/** Corrections of a document's structure: merging, splitting, fields; applied to every new reading. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '@/lib/core/edit/apply-edits';
import { type DocumentEdit, documentEditSchema, markOf, paragraphMark } from '@/lib/core/edit/edits';
import { mergeItems } from '@/lib/core/edit/merge-items';
import { splitItem, splitPlaces } from '@/lib/core/edit/split-item';
import type { PolicyItem } from '@/lib/core/model/item';
import { sampleItems, sampleText } from '../../components/scene/reading';
import { hubei } from '../../fixtures/policy-clips';

const [first, second, third] = sampleItems as [PolicyItem, PolicyItem, PolicyItem];
/** What the spans of an item cover, visible characters only. */
const covered = (item: PolicyItem) =>
  item.spans.map(({ start, end }) => sampleText.slice(start, end).replace(/\s/gu, '')).join('');
const visible = (text: string) => text.replace(/\s/gu, '');
const at = (item: PolicyItem, words: string) => {
  const place = splitPlaces(item).find(({ paragraph }) => paragraph.startsWith(words));
  if (!place) throw new Error(`no paragraph ${words}`);
  return place;
};
/** Every offset of an item points at what it says. */
function expectConsistent(item: PolicyItem): void {
  for (const figure of item.figures) expect(item.text.slice(figure.at.start, figure.at.end)).toBe(figure.text);
  for (const measure of item.measures) {
    expect(item.text.slice(measure.at.start, measure.at.end).startsWith(measure.label)).toBe(true);
    for (const point of measure.points) {
      expect(item.text.slice(point.at.start, point.at.end).startsWith(point.label)).toBe(true);
    }
  }
}

describe('merge', () => {
  it('loses nothing and keeps every offset true', () => {
    const merged = mergeItems(first, second);
    expect(merged.text).toBe(`${first.text}\n${second.title.value}\n${second.text}`);
    expect(merged.measures).toHaveLength(first.measures.length + second.measures.length);
    expect(merged.figures).toHaveLength(first.figures.length + second.figures.length);
    expect(merged.regions.map((region) => region.value)).toEqual(['310000', '420000']);
    expect(covered(merged)).toBe(visible(merged.text));
    expectConsistent(merged);
  });

  it('takes the pages of both', () => {
    const merged = mergeItems({ ...first, pages: [2, 3] }, { ...second, pages: [3, 5] });
    expect(merged.pages).toEqual([2, 5]);
    expect(mergeItems({ ...first, pages: null }, { ...second, pages: [3, 5] }).pages).toEqual([3, 5]);
  });
});

describe('split', () => {
  const parts = () => splitItem(first, at(first, '(3)').at, sampleText);

  it('gives the paragraph to the second one as its title', () => {
    const [before, after] = parts();
    expect(after.title.value.startsWith('(3)')).toBe(true);
    expect(visible(`${before.text}${after.title.value}${after.text}`)).toBe(visible(first.text));
  });

  it('divides places, measures and figures', () => {
    const [before, after] = parts();
    expect(covered(before)).toBe(visible(before.text));
    expect(covered(after)).toBe(visible(after.text));
    expect(before.measures.map((measure) => measure.label)).toEqual(['(1)', '(2)']);
    expect(after.measures.map((measure) => measure.label)).toEqual(['(4)']);
    expect([before.figures.length, after.figures.length]).toEqual([2, 2]);
    expectConsistent(before);
    expectConsistent(after);
  });

  it('marks what the second one only inherits as unsure', () => {
    expect(parts()[1].agencies.every((agency) => !agency.sure)).toBe(true);
  });

  it('at the last paragraph leaves a title without a body', () => {
    const [, after] = splitItem(first, at(first, '(4)').at, sampleText);
    expect([after.text, after.spans]).toEqual(['', []]);
  });

  it('offers no place before the first paragraph', () => {
    expect(splitPlaces({ ...first, text: '一段' })).toEqual([]);
    expect(splitPlaces(hubei.item).every(({ at }) => at > 0)).toBe(true);
  });
});

describe('edits', () => {
  const edits: DocumentEdit[] = [
    { type: 'merge', item: markOf(second) },
    { type: 'split', item: markOf(first), at: paragraphMark(at(first, '(3)').paragraph) },
    { type: 'fields', item: markOf(first), corrections: { title: '改过的标题' } },
  ];

  it('apply in order and are data', () => {
    expect(documentEditSchema.array().parse(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
    const { items, corrections } = applyEdits(sampleItems, edits, sampleText);
    expect(items.map((item) => item.id)).toEqual(['s1.i1', 's1.i1b', 's1.i2', 's2.i4', 's2.i5']);
    expect(items[2]?.text).toContain(third.title.value);
    expect(corrections.get('s1.i1')).toEqual({ title: '改过的标题' });
  });

  it('a field set after a split is found by how the item begins then', () => {
    const [kept] = splitItem(first, at(first, '(3)').at, sampleText);
    const { corrections } = applyEdits(
      sampleItems,
      [...edits.slice(0, 2), { type: 'fields', item: markOf(kept), corrections: { regions: ['320000'] } }],
      sampleText,
    );
    expect(corrections.get('s1.i1')).toEqual({ regions: ['320000'] });
  });

  it.each([
    ['an item that is gone', { type: 'merge', item: 'gone#gone' }],
    ['a paragraph that is gone', { type: 'split', item: markOf(first), at: 'gone' }],
    ['the last item', { type: 'merge', item: markOf(sampleItems[4] as PolicyItem) }],
  ] as const)('%s is skipped', (_, edit) => {
    expect(applyEdits(sampleItems, [edit], sampleText).items).toEqual(sampleItems);
  });
});
