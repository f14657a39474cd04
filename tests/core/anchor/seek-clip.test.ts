/** A clip's passage in a document as it is now: the answer, and the words that it points at. */
import { describe, expect, it } from 'vitest';
import { makeAnchor } from '@/lib/core/anchor/make-anchor';
import { type SoughtClip, seekClip } from '@/lib/core/anchor/seek-clip';
import { documentHash } from '@/lib/core/clip/hash';
import { type Block, type DocumentModel, documentText, withOffsets } from '@/lib/core/model/document';

type Line = [text: string, role?: Block['role']];

const modelOf = (lines: readonly Line[], over: Partial<DocumentModel> = {}): DocumentModel => ({
  source: 'pdf',
  url: '',
  title: '样例',
  meta: [],
  blocks: withOffsets(lines.map(([text, role = 'paragraph']) => ({ text, role }))),
  notices: [],
  fingerprint: 'one',
  ...over,
});

const HEAD: Line = ['示例科技要参 第3期'];
const PASSAGE: Line[] = [
  ['示例市设立科技成果转化基金，首期规模 20 亿元，'],
  ['— 1 —', 'furniture'],
  ['重点投向早期项目，并建立尽职免责清单。'],
];
const END: Line = ['下一步，示例市将完善配套政策。'];
const MODEL = modelOf([HEAD, ...PASSAGE, END]);

const TEXT = documentText(MODEL);
const BODY = PASSAGE.filter(([, role]) => role !== 'furniture').map(([text]) => text);
const whole = { start: TEXT.indexOf('示例市设立'), end: TEXT.indexOf('清单。') + 3 };
const clip: SoughtClip = {
  anchor: makeAnchor(TEXT, [whole], 1),
  item: { text: BODY.join('') },
  source: { fingerprint: 'one', textHash: documentHash(TEXT) },
};
const wordsAt = (model: DocumentModel, at?: { start: number; end: number }) => {
  const sought = seekClip(model, clip, at);
  const text = documentText(model);
  return 'spans' in sought ? sought.spans.map(({ start, end }) => text.slice(start, end)) : [];
};

const pushed: Line[] = [...Array.from({ length: 30 }, (_, i): Line => [`新增的第${i}段。`]), HEAD];
const other = { fingerprint: 'two' };

describe('a passage', () => {
  it.each<[name: string, model: DocumentModel, state: string, words: string[]]>([
    ['in the same file', MODEL, 'same', BODY],
    ['in the same file read anew', modelOf([...pushed, ...PASSAGE, END]), 'same', BODY],
    ['saved again, further down', modelOf([...pushed, ...PASSAGE, END], other), 'moved', BODY],
    [
      'saved again with other page breaks',
      modelOf([HEAD, [BODY.join('')], ['— 2 —', 'furniture'], END], other),
      'moved',
      [BODY.join('')],
    ],
    ['further down in a page', modelOf([...pushed, ...PASSAGE, END], { source: 'html' }), 'same', BODY],
    [
      'with other words',
      modelOf([HEAD, [BODY.join('').replace('20 亿元', '35 亿元')], END], other),
      'edited',
      [BODY.join('').replace('20 亿元', '35 亿元')],
    ],
    ['that is gone', modelOf([HEAD, END], other), 'gone', []],
    ['in a scan', modelOf([['— 1 —', 'furniture']], other), 'no-text', []],
  ])('%s', (_, model, state, words) => {
    expect(seekClip(model, clip).state).toBe(state);
    expect(wordsAt(model)).toEqual(words);
  });

  it('a part of it', () => {
    const start = clip.item.text.indexOf('首期');
    const model = modelOf([...pushed, ...PASSAGE, END], other);
    expect(wordsAt(model, { start, end: start + 10 })).toEqual([clip.item.text.slice(start, start + 10)]);
  });
});
