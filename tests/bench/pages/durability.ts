/**
 * What keeping every change in two places costs, on a library of any size in a real IndexedDB and a real origin private
 * file system: a save beside a bare strict put, and the start with the comparison of both places.
 */
import { DEFAULT_EXPORT_OPTIONS, markdownChunks } from '@/lib/core/export';
import type { Clip } from '@/lib/core/model/clip';
import { type OpenClipStore, openClipStore } from '@/lib/store/open-clip-store';
import { makeClip } from '../../fixtures/make-clip';

const NAME = 'durability';
const BATCH = 500;
/** By then the check after the start is over. */
const CHECKED_MS = 30_000;
const WORDS = ['概念验证中心', '中试平台', '技术经理人', '科技贷款', '创新积分', '揭榜挂帅', '科学数据', '首台套'];

const word = (n: number): string => WORDS[n % WORDS.length] ?? '';

/** Ids of real clips are random: one after the other lie far apart. */
const scattered = (n: number): string => {
  const digits = (Math.imul(n, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${digits}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
};

/** About 600 characters each, all different, always the same. */
const inventedClip = (n: number): Clip => ({
  ...makeClip({
    n,
    title: `样例第${n}号：${word(n)}与${word(n >> 3)}`,
    region: ['310000', '330000', '420000', '510000'][n % 4] ?? '510000',
    agencies: ['示例省科学技术厅'],
    lead: `近日，有关部门围绕${word(n)}提出政策。`,
    measures: [1, 2, 3, 4].map((i) => ({
      label: `(${i})`,
      heading: `${word(n + i)}建设`,
      text: `支持${word(n + i * 5)}，到${2026 + (n % 4)}年建成${(n * 7 + i) % 900}家，给予最高${(n + i) % 500}万元支持。`.repeat(
        4,
      ),
    })),
    tags: [word(n)],
  }),
  id: scattered(n),
  createdAt: new Date(Date.UTC(2020, 0, 1) + n * 1000).toISOString(),
  key: `clip-${n}`,
});

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => inventedClip(from + i));
const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
/** What one write leaves to do is not the next one's: nobody saves twice in this time. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Code of the workers. */
interface Workers {
  journal: string;
  press: string;
}

function open({ journal, press }: Workers, name = NAME): OpenClipStore {
  const starterOf = (code: string) => {
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    return () => new Worker(url);
  };
  return openClipStore({ name, startJournal: starterOf(journal), startPress: starterOf(press) });
}
const must = <T>(answer: { ok: true; value: T } | { ok: false; error: string; detail?: string | undefined }): T => {
  if (!answer.ok) throw new Error(`${answer.error} ${answer.detail ?? ''}`);
  return answer.value;
};

export async function fill(workers: Workers, count: number): Promise<number> {
  const store = open(workers);
  const time = await timed(async () => {
    for (let n = 1; n <= count; n += BATCH) must(await store.save(range(n, Math.min(BATCH, count - n + 1))));
  });
  await store.close();
  return time;
}

/** Saves one by one, each beside a bare strict put of the same clip, with a pause between any two. */
export async function saves(workers: Workers, from: number, count: number) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('clips', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = open(workers);
  must(await store.find({}, { offset: 0, limit: 1 }));
  const both: number[] = [];
  const bare: number[] = [];
  const edits: number[] = [];
  for (const clip of range(from, count)) {
    await pause();
    both.push(await timed(async () => must(await store.save([clip]))));
    await pause();
    bare.push(
      await timed(
        () =>
          new Promise((done, fail) => {
            const transaction = database.transaction('clips', 'readwrite', { durability: 'strict' });
            transaction.objectStore('clips').put(clip);
            transaction.oncomplete = done;
            transaction.onabort = fail;
          }),
      ),
    );
    await pause();
    edits.push(await timed(async () => must(await store.update(clip.id, { note: '注' }, clip.createdAt))));
  }
  await store.close();
  database.close();
  return {
    save: at(both, 0.5),
    save99: at(both, 0.99),
    bare: at(bare, 0.5),
    bare99: at(bare, 0.99),
    edit: at(edits, 0.5),
  };
}

/** In a fresh browser: from nothing to the first 50 clips, both places compared. */
export async function start(workers: Workers) {
  let store: OpenClipStore | null = null;
  const first = await timed(async () => {
    store = open(workers);
    must(await store.find({}, { offset: 0, limit: 50 }));
  });
  const opened = store as OpenClipStore | null;
  if (!opened) throw new Error('not opened');
  const firstSave = await timed(async () => must(await opened.save([inventedClip(9_000_000)])));
  const facets = await timed(async () => must(await opened.facets()));
  const search = await timed(async () =>
    must(await opened.find({ text: '技术经理人 899家' }, { offset: 0, limit: 50 })),
  );
  const tag = await timed(async () => must(await opened.find({ tags: ['中试平台'] }, { offset: 0, limit: 50 })));
  await opened.close();
  return { first, firstSave, facets, search, tag };
}

/** Everything to Markdown as the open library writes it: read all, then piece by piece into one file. */
export async function markdown(workers: Workers) {
  const store = open(workers);
  // What it shows beside its list.
  must(await store.facets());
  let clips: Clip[] = [];
  const read = await timed(async () => {
    clips = must(await store.get(must(await store.findIds({}))));
  });
  let file = new Blob();
  const write = await timed(() => {
    const input = { scope: 'collection', title: '资料库', locale: 'zh-CN', clips } as const;
    file = new Blob([...markdownChunks(input, DEFAULT_EXPORT_OPTIONS)]);
  });
  clips = [];
  await store.close();
  return { read, write, size: file.size / 1e6 };
}

/** Backup of everything into one file, and that file into an empty library. */
export async function roundTrip(workers: Workers) {
  const idle = { signal: new AbortController().signal, onProgress: () => undefined };
  /** What is held, garbage left out. */
  const heap = () => {
    const collect: unknown = Reflect.get(globalThis, 'gc');
    if (typeof collect === 'function') collect();
    return Number(Reflect.get(Reflect.get(performance, 'memory') ?? {}, 'usedJSHeapSize') ?? 0) / 1e6;
  };
  const store = open(workers);
  must(await store.find({}, { offset: 0, limit: 1 }));
  // The check after the start goes through the whole library once; what it holds is not the backup's.
  await new Promise((resolve) => setTimeout(resolve, CHECKED_MS));
  const before = heap();
  const at = new Date().toISOString();
  let [most, looked] = [0, 0];
  const onProgress = (done: number, total: number) => {
    if (done - looked < total / 20) return;
    looked = done;
    most = Math.max(most, heap() - before);
  };
  // Before anything else is written, of which something would still be held.
  must(await store.backup({ author: null, at }, { ...idle, onProgress }));
  let file = new Blob();
  let clips = 0;
  const backup = await timed(async () => {
    ({ file, clips } = must(await store.backup({ author: null, at }, idle)));
  });
  const inspect = await timed(async () => must(await store.inspectBackup(file, { author: null, at }, idle)));
  await store.close();
  const empty = open(workers, `${NAME}-2`);
  must(await empty.find({}, { offset: 0, limit: 1 }));
  const restore = await timed(async () => must(await empty.restoreBackup(file, { author: null, at }, idle)));
  const { total } = must(await empty.find({}, { offset: 0, limit: 1 }));
  if (total !== clips) throw new Error(`restored ${total} of ${clips}`);
  await empty.close();
  return { backup, inspect, restore, heap: most, size: file.size / 1e6 };
}
