/**
 * Runs inside a page of the built extension, on the extension's own database and its own journal worker: saves, edits,
 * throws away, brings back, deletes for good and restores at random, and tells every acknowledgement as it comes.
 */
import type { Clip } from '@/lib/core/model/clip';
import type { DocumentModel } from '@/lib/core/model/document';
import { keepAsking } from '@/lib/platform/keep-asking';
import type { StoreReport } from '@/lib/store/contract';
import { DATABASE_NAME, databaseThere } from '@/lib/store/database';
import { type OpenClipStore, openClipStore } from '@/lib/store/open-clip-store';
import { newClip, stamp } from './clips';

/** What is known of a clip once a change of it was acknowledged. */
export interface Acknowledged {
  id: string;
  revision: number;
  note: string;
  trashed: boolean;
  purged: boolean;
}
export interface Found {
  clips: Acknowledged[];
  reports: StoreReport[];
  /** Clips in the database before anything of ours looked at it. */
  before: number;
  total: number;
}

declare global {
  function acknowledge(changes: Acknowledged[]): Promise<void>;
}

let store: OpenClipStore | null = null;
const opened = (): OpenClipStore => {
  if (!store) throw new Error('not open');
  return store;
};
const reports: StoreReport[] = [];
const known = new Map<string, Acknowledged>();
const busy = new Set<string>();
const stateOf = ({ id, revision, note, deletedAt }: Clip): Acknowledged => ({
  id,
  revision,
  note,
  trashed: deletedAt !== null,
  purged: false,
});

/** A store that is damaged as a whole does not tell. */
const livingName = (): Promise<string> =>
  databaseThere(DATABASE_NAME).then(
    ({ name }) => name,
    () => DATABASE_NAME,
  );

/** Clips in the tables as they are, read without the store. */
async function rawCount(): Promise<number> {
  const name = await livingName();
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(0);
    request.onsuccess = () => {
      const database = request.result;
      const count = database.transaction('clips').objectStore('clips').count();
      count.onsuccess = () => {
        database.close();
        resolve(count.result);
      };
    };
  });
}

function startJournal(address: string): Worker {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  const policy = (
    factory as { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } }
  ).createPolicy('clip-worker', { createScriptURL: (url: string) => url });
  return new Worker(policy.createScriptURL(address), { type: 'module' });
}

async function everything(): Promise<Acknowledged[]> {
  const ids: string[] = [];
  for (const trashed of [false, true]) {
    const found = await opened().findIds({ trashed });
    if (!found.ok) throw new Error(`${found.error} ${found.detail}`);
    ids.push(...found.value);
  }
  const clips: Acknowledged[] = [];
  for (let from = 0; from < ids.length; from += 500) {
    const found = await opened().get(ids.slice(from, from + 500));
    if (!found.ok) throw new Error(`${found.error} ${found.detail}`);
    clips.push(...found.value.map(stateOf));
  }
  return clips;
}

/** Opens the library as a page does and tells what is in it once all repairs are done. */
export async function look(workerAddress: string): Promise<Found> {
  const before = await rawCount();
  let worker: Worker | null = null;
  store = openClipStore({
    startJournal: () => {
      worker ??= startJournal(workerAddress);
      return worker;
    },
  });
  store.report.subscribe((report) => report && reports.push(report));
  await opened().find({}, { offset: 0, limit: 1 });
  // What proves damaged while it is read is announced at once and comes back from the journal a moment later.
  for (let told = -1; told < reports.length; ) {
    told = reports.length;
    await repaired();
    await everything();
  }
  const clips = await everything();
  for (const clip of clips) known.set(clip.id, clip);
  const facets = await opened().facets();
  return { clips, reports, before, total: facets.ok ? facets.value.total + facets.value.trashed : -1 };
}

async function repaired(): Promise<void> {
  const busy = async () => {
    const last = reports.at(-1);
    return last?.code === 'set-aside' || (last?.code === 'rebuilt' && last.count === 0) || (await rebuilding());
  };
  for (let tries = 0; tries < 400 && (await busy()); tries += 1) await pause(50);
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function rebuilding(): Promise<boolean> {
  const name = await livingName();
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(false);
    request.onsuccess = () => {
      const get = request.result.transaction('state').objectStore('state').get('head');
      get.onsuccess = () => {
        request.result.close();
        resolve(Boolean(get.result?.rebuilding));
      };
    };
  });
}

async function tell(changes: Acknowledged[]): Promise<void> {
  for (const change of changes) known.set(change.id, change);
  await acknowledge(changes);
}

const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];
const free = (test: (clip: Acknowledged) => boolean) =>
  [...known.values()].filter((clip) => !busy.has(clip.id) && !clip.purged && test(clip));

/** One change of a clip that nobody else is changing. */
async function withOne(
  test: (clip: Acknowledged) => boolean,
  work: (clip: Acknowledged) => Promise<Acknowledged | null>,
) {
  const clip = pick(free(test));
  if (!clip) return;
  busy.add(clip.id);
  const after = await work(clip);
  busy.delete(clip.id);
  if (after) await tell([after]);
}

const ACTS: (() => Promise<void>)[] = [
  async () => {
    const clips = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, newClip);
    const answer = await opened().save(clips);
    if (answer.ok) await tell(clips.map(stateOf));
  },
  () =>
    withOne(
      ({ trashed }) => !trashed,
      async ({ id }) => {
        const answer = await opened().update(id, { note: crypto.randomUUID(), tags: ['样例'] }, stamp());
        return answer.ok ? stateOf(answer.value) : null;
      },
    ),
  () =>
    withOne(
      ({ trashed }) => !trashed,
      async (clip) => {
        const answer = await opened().remove([clip.id], stamp());
        return answer.ok && answer.value.count === 1 ? { ...clip, revision: clip.revision + 1, trashed: true } : null;
      },
    ),
  () =>
    withOne(
      ({ trashed }) => trashed,
      async (clip) => {
        const answer = await opened().restore([clip.id], stamp());
        return answer.ok && answer.value.count === 1 ? { ...clip, revision: clip.revision + 1, trashed: false } : null;
      },
    ),
  () =>
    withOne(
      ({ trashed }) => trashed && Math.random() < 0.3,
      async (clip) => {
        const answer = await opened().purge([clip.id]);
        return answer.ok && answer.value.count === 1 ? { ...clip, purged: true } : null;
      },
    ),
  async () => {
    if (Math.random() > 0.2) return;
    const clips = Array.from({ length: 20 }, newClip);
    const file = new Blob(clips.map((clip) => `${JSON.stringify({ clip, past: [] })}\n`));
    const work = { signal: new AbortController().signal, onProgress: () => undefined };
    const answer = await opened().restoreBackup(file, { author: null, at: stamp() }, work);
    if (answer.ok && answer.value.counts.new === 20) await tell(clips.map(stateOf));
  },
];

/** Works until the browser is killed; three at a time, as a panel does that is used in a hurry. */
export function work(): void {
  const loop = async () => {
    for (;;) await pick([ACTS[0], ...ACTS])?.();
  };
  for (let i = 0; i < 3; i += 1) void loop();
}

/** Saves `count` clips one by one and closes. */
export async function fill(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const clip = newClip();
    const answer = await opened().save([clip]);
    if (!answer.ok) throw new Error(`${answer.error} ${answer.detail}`);
    await tell([stateOf(clip)]);
  }
}
export const close = (): Promise<void> => opened().close();

/** Restores a file of `count` clips; the first id tells whether it took effect. */
export async function restoreMany(count: number): Promise<void> {
  const clips = Array.from({ length: count }, newClip);
  const file = new Blob(clips.map((clip) => `${JSON.stringify({ clip, past: [] })}\n`));
  const work = { signal: new AbortController().signal, onProgress: () => undefined };
  const answer = await opened().restoreBackup(file, { author: null, at: stamp() }, work);
  if (answer.ok) await tell(clips.map(stateOf));
}

const TEXT = '样例快报第1期。近日，示例省印发样例办法，设立5亿元基金。';
const model: DocumentModel = {
  source: 'html',
  url: 'https://kjt.sample.gov.cn/1.html',
  title: '样例快报',
  meta: [],
  blocks: [{ start: 0, text: TEXT, role: 'paragraph' }],
  notices: [],
};

/** Keeps a selection through the service worker, as a page does; tells how long the answer took. */
export async function saveByWorker(): Promise<{ id: string; ok: boolean; ms: number; error: string }> {
  const id = crypto.randomUUID();
  const start = performance.now();
  const selection = { text: TEXT, spans: [{ start: 0, end: TEXT.length }], cut: false };
  const answer = await keepAsking('saveExcerpt', { id, at: stamp(), model, selection });
  return {
    id,
    ok: answer.ok,
    ms: performance.now() - start,
    error: answer.ok ? '' : `${answer.error} ${answer.detail ?? ''}`,
  };
}

/** What has been reported so far. */
export const told = (): string[] => reports.map(({ code }) => code);

export { roundTrips } from './round-trips';
