/** Words clipped in the browser's PDF viewer: with the marks that a panel has read there, and with none made up. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clipSelectionOf } from '@/entrypoints/background/clip-selection';
import { saveExcerpt } from '@/entrypoints/background/library';
import { marksKey } from '@/lib/core/clip/known-marks';
import { marksOf } from '@/lib/core/export';
import { type Clip, MAX_CLIP_CHARS } from '@/lib/core/model/clip';
import { ok } from '@/lib/core/model/failure';
import { withOffsets } from '@/lib/core/model/offsets';
import { createSessionMemory } from '@/lib/platform/memory';

const ADDRESS = 'https://kjt.example.gov.cn/a.pdf';
const shown = vi.hoisted(() => ({ url: '', clips: [] as unknown[] }));
vi.mock('@/lib/platform/tab-kind', () => ({
  kindOfTab: async () => ({ kind: 'pdf', url: shown.url, title: '示例' }),
}));
vi.mock('@/lib/platform/i18n', () => ({ t: (key: string) => key }));
vi.mock('@/lib/platform/badge', () => ({ flashBadge: async () => undefined }));
vi.mock('@/lib/store', () => ({
  openClipStore: () => ({
    save: async (clips: Clip[]) => {
      shown.clips.push(...clips);
      return ok({ saved: [], known: [] });
    },
  }),
}));

const tab = { id: 7, title: '示例' } as Parameters<typeof clipSelectionOf>[0];
async function clipOf(words: string): Promise<Clip> {
  await clipSelectionOf(tab, words);
  return shown.clips[0] as Clip;
}

beforeEach(() => {
  fakeBrowser.reset();
  shown.url = ADDRESS;
  shown.clips.length = 0;
});

describe('a selection in the browser’s PDF viewer', () => {
  const words = '对企业的研发投入按比例给予支持。';
  it.each<[string, string, unknown, string[]]>([
    ['of a document that a panel has read', ADDRESS, ['机密★1年', '注意保存'], ['机密★1年', '注意保存']],
    ['at another of its pages', `${ADDRESS}#page=3`, ['机密★1年'], ['机密★1年']],
    ['of one that bears none', ADDRESS, [], []],
    ['of one that nobody has read', ADDRESS, undefined, []],
    ['with a damaged memory', ADDRESS, { length: 3 }, []],
    ['with too many and too long ones', ADDRESS, Array(30).fill('长'.repeat(90)), ['长'.repeat(60)]],
  ])('%s', async (_, url, known, marks) => {
    shown.url = url;
    if (known !== undefined) await createSessionMemory().set(marksKey(ADDRESS), known);
    const clip = await clipOf(words);
    expect(clip.source.marks).toEqual(marks);
    expect(marksOf([clip])).toEqual(marks);
    expect(clip.item.text).toBe(words);
  });

  it('that takes the mark along has it once', async () => {
    await createSessionMemory().set(marksKey(ADDRESS), ['机密★1年']);
    expect((await clipOf('机密★1年')).source.marks).toEqual(['机密★1年']);
  });
});

describe('a selection longer than a clip takes', () => {
  const long = '科技创新政策。'.repeat(150_000);
  it('S02 is cut, and the clip says so', async () => {
    const clip = await clipOf(long);
    expect(clip.item.text).toHaveLength(MAX_CLIP_CHARS);
    expect(clip.note).toBe('selection.wasCut');
    shown.clips.length = 0;
    expect((await clipOf('不长的一段。')).note).toBe('');
  });

  it('S02 is cut by the page, and the clip says so', async () => {
    const model = {
      source: 'html' as const,
      url: ADDRESS,
      title: '示例',
      meta: [],
      blocks: withOffsets([{ text: '科技创新政策。', role: 'paragraph' as const }]),
      notices: [],
    };
    const selection = { text: '科技创新', spans: [{ start: 0, end: 4 }], cut: true };
    await saveExcerpt({ id: 'a'.repeat(8), at: '2026-01-01T00:00:00.000Z', model, selection });
    expect((shown.clips[0] as Clip).note).toBe('selection.wasCut');
  });
});
