/** Many files at once: what each is, twins, gaps, keeping all. Bulletins are invented. */
import { expect, it, vi } from 'vitest';
import type { Clip } from '@/lib/core/model/clip';
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { withOffsets } from '@/lib/core/model/offsets';
import { readDocument } from '@/lib/core/parse/read-document';
import { createBatchStore } from '@/lib/state/batch-store';
import type { ReadDocument } from '@/lib/state/page-reading';
import type { DocumentSource } from '@/lib/state/sources';

const bulletin = (issue: number, extra = ''): DocumentModel => ({
  source: 'pdf',
  url: '',
  title: '',
  meta: [],
  pageCount: 1,
  notices: [],
  blocks: withOffsets(
    [
      { text: '样例创新要参', centred: true, size: 2.5 },
      { text: `第 ${issue} 期`, centred: true },
      { text: `样例省科学技术厅 2026年${issue - 50}月1日`, indent: 0 },
      { text: '【省外速览】', indent: 0, size: 1.1 },
      { text: `上海市印发《第${issue}号科技创新行动方案》`, centred: true, size: 1.1 },
      { text: '近日，上海市科学技术委员会印发《科技创新行动方案》，支持企业牵头实施项目。', indent: 2 },
      { text: '(1) 加大投入。每年安排资金1亿元。(2) 强化人才。引进人才100人。', indent: 2 },
      { text: `湖北省出台第${issue}批措施${extra}`, centred: true, size: 1.1 },
      { text: '近日，湖北省人民政府出台措施，到2027年建成10家实验室。', indent: 2 },
    ].map((block) => ({ role: 'paragraph' as const, page: 1, ...block })),
  ),
});

const sourceOf = (id: string, answer: Result<DocumentModel>): DocumentSource => ({
  id,
  format: 'pdf',
  url: '',
  title: `${id}.pdf`,
  fileName: `${id}.pdf`,
  marksInPage: false,
  read: async () => answer,
  setMarks: async () => ok({}),
  focusMark: async () => ok({}),
  scrollTo: async () => ok({}),
  getSelection: async () => ok(null),
  events: { subscribe: () => () => undefined },
});

function setUp(parse: ReadDocument = readDocument) {
  const kept = new Map<string, string[]>();
  const save = vi.fn(async (clips: readonly Clip[]) => {
    for (const clip of clips) kept.set(clip.key, [clip.id]);
    return true;
  });
  let id = 0;
  const batch = createBatchStore({
    store: {
      byKey: async (keys) => ok(new Map([...kept].filter(([key]) => keys.includes(key)))),
      changes: { subscribe: () => () => undefined },
    },
    clipper: { save },
    readDocument: parse,
    clock: () => '2026-11-24T00:00:00.000Z',
    newId: () => `00000000-0000-4000-8000-${String(id++).padStart(12, '0')}`,
  });
  return { batch, save, kept };
}

it('says what each file is, and which issue is missing', async () => {
  const { batch } = setUp();
  await batch.open([
    sourceOf('a', ok(bulletin(55))),
    sourceOf('b', ok(bulletin(57))),
    sourceOf('c', fail('pdf-encrypted')),
  ]);
  expect(batch.rows.value.map(({ name, at }) => [name, at.state])).toEqual([
    ['a.pdf', 'read'],
    ['b.pdf', 'read'],
    ['c.pdf', 'failed'],
  ]);
  expect(batch.rows.value[0]?.at).toMatchObject({
    kind: 'bulletin',
    title: '样例创新要参',
    issueNumber: '第55期',
    items: 2,
  });
  expect(batch.gaps.value).toEqual([{ title: '样例创新要参', missing: [56] }]);
  expect(batch.busy.value).toBe(false);
});

it('keeps every item once, however often it is there, and knows it afterwards', async () => {
  const { batch, save } = setUp();
  await batch.open([
    sourceOf('a', ok(bulletin(55))),
    sourceOf('twin', ok(bulletin(55))),
    sourceOf('b', ok(bulletin(56))),
  ]);
  expect(batch.rows.value[1]?.at).toMatchObject({ twin: 'a.pdf' });
  expect(batch.left.value).toBe(4);
  expect(await batch.clipAll()).toBe(true);
  expect(save.mock.calls[0]?.[0]).toHaveLength(4);
  expect(batch.left.value).toBe(0);
  expect(batch.rows.value.map(({ kept }) => kept)).toEqual([2, 2, 2]);
  await batch.clipAll();
  expect(save.mock.calls[1]?.[0]).toEqual([]);
});

it('leaves a second edition out, or counts what it has more and keeps as many as it says', async () => {
  const { batch, save } = setUp();
  await batch.open([sourceOf('a', ok(bulletin(55))), sourceOf('later', ok(bulletin(55, '实施细则')))]);
  expect(batch.rows.value[1]?.at).toMatchObject({ twin: 'a.pdf' });
  expect([batch.twins.value, batch.left.value]).toEqual([1, 2]);
  batch.skipTwins.value = false;
  expect(batch.left.value).toBe(3);
  await batch.clipAll();
  expect(save.mock.calls[0]?.[0]).toHaveLength(3);
});

it('reads the next file while the one before is parsed, and only that one', async () => {
  const parsed = Promise.withResolvers<void>();
  const asked: string[] = [];
  const { batch } = setUp(async (model, options) => {
    await parsed.promise;
    return readDocument(model, options);
  });
  const reading = batch.open(
    ['a', 'b', 'c'].map((id, i) => ({
      ...sourceOf(id, ok(bulletin(55 + i))),
      async read() {
        asked.push(id);
        return ok(bulletin(55 + i));
      },
    })),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(asked).toEqual(['a', 'b']);
  parsed.resolve();
  await reading;
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(batch.rows.value.map(({ at }) => at.state)).toEqual(['read', 'read', 'read']);
});

it('goes on where one file breaks the parser', async () => {
  const { batch } = setUp((model, options) => {
    if (model.blocks[1]?.text === '第 55 期') throw new Error('broken');
    return readDocument(model, options);
  });
  await batch.open([sourceOf('a', ok(bulletin(55))), sourceOf('b', ok(bulletin(56)))]);
  expect(batch.rows.value.map(({ at }) => at)).toMatchObject([
    { state: 'failed', error: 'unexpected' },
    { state: 'read', items: 2 },
  ]);
});

it('stops where it is told to', async () => {
  const { batch } = setUp();
  const reading = Promise.withResolvers<Result<DocumentModel>>();
  const slow = { ...sourceOf('slow', ok(bulletin(55))), read: () => reading.promise };
  const opening = batch.open([slow, sourceOf('next', ok(bulletin(56)))]);
  batch.stop();
  reading.resolve(ok(bulletin(55)));
  await opening;
  expect(batch.rows.value.map(({ at }) => at)).toEqual([
    { state: 'failed', error: 'cancelled' },
    { state: 'failed', error: 'cancelled' },
  ]);
});
