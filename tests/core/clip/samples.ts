/** Invented bulletin in miniature (a sample, no real policy) for tests of clips, store and backup. */

import { clipOfItem } from '@/lib/core/clip/make-clip';
import { clipContext } from '@/lib/core/clip/source';
import type { Clip, DocumentModel, PolicyItem, Reading } from '@/lib/core/model';
import { found, withOffsets } from '@/lib/core/model';

export const TITLE = '样例省推出科技金融新举措';
export const BODY = '（样例）省科技厅发布办法。';
export const MEASURE = '(1)设立基金。规模达到5亿元，\n到2027年扩大到8亿元。';
const TEXT = `${BODY}\n${MEASURE.replace('\n', '')}`;

export const model: DocumentModel = {
  source: 'pdf',
  url: 'https://user:secret@kjt.example.gov.cn/b/7.pdf',
  title: '样例快报',
  meta: [['SiteName', '样例厅']],
  blocks: withOffsets([
    { text: '样例快报 第7期', role: 'heading', page: 1 },
    { text: TITLE, role: 'heading', page: 1 },
    { text: BODY, role: 'paragraph', page: 1 },
    { text: '(1)设立基金。规模达到5亿元，', role: 'paragraph', page: 1, fullLine: true },
    { text: '到2027年扩大到8亿元。', role: 'paragraph', page: 2 },
    { text: '附：无关的一段。', role: 'paragraph', page: 2 },
  ]),
  pageCount: 2,
  fingerprint: 'ab12',
  notices: [],
};

const text = model.blocks.map((block) => block.text).join('\n');
export const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
const measureSpans = [spanOf('(1)设立基金。规模达到5亿元，'), spanOf('到2027年扩大到8亿元。')];
const at = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });

const figure = (printed: string, value: number, year: number | null): PolicyItem['figures'][number] => ({
  text: printed,
  value,
  unit: '元',
  year,
  indicator: '基金规模',
  bound: null,
  kind: 'target',
  subject: null,
  spans: [spanOf(printed)],
  at: at(printed),
});

export const item: PolicyItem = {
  id: 's1.i1',
  section: found('地方动态'),
  title: found(TITLE, [spanOf(TITLE)]),
  kind: 'policy',
  regions: [found('510000')],
  agencies: [found('样例省科学技术厅')],
  documents: [],
  docNumbers: [],
  measures: [
    {
      label: '(1)',
      heading: '设立基金',
      text: '规模达到5亿元，到2027年扩大到8亿元。',
      points: [],
      suggestions: [],
      spans: measureSpans,
      at: at(MEASURE.replace('\n', '')),
    },
  ],
  figures: [figure('5亿元', 5e8, null), figure('8亿元', 8e8, 2027)],
  text: TEXT,
  spans: [spanOf(BODY), ...measureSpans],
  pages: [1, 2],
};

export const reading: Reading = {
  verdict: { kind: 'bulletin', score: 0.9, reasons: [] },
  head: {
    title: found('样例快报'),
    issueNumber: found('第7期'),
    issuers: [found('样例省科学技术厅')],
    publishedOn: found('2026-05-04'),
    region: found('510000'),
    docNumber: null,
    marks: [],
  },
  items: [item],
  notices: [],
};

/** A UUID that ends in `n`. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
export const time = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();

/** The n-th clip of the sample item, as if each were another passage. */
export const sampleClip = (n: number, change: Partial<Clip> = {}): Clip => {
  const clip = clipOfItem(clipContext(reading, model), item, { id: uuid(n), at: time(n) });
  return { ...clip, key: `${clip.key}~${n}`, ...change };
};
/** Another clip of the passage of the n-th. */
export const sampleTwin = (n: number, of: number, change: Partial<Clip> = {}): Clip =>
  sampleClip(n, { key: sampleClip(of).key, ...change });
