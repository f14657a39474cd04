/**
 * The library under test as a page of the extension opens it: its own database, its own workers, and a look at all that
 * is in it once every repair is done.
 */
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';
import { isPassing } from '@/lib/state/passing-report';
import type { StoreReport } from '@/lib/store/contract';
import { DATABASE_NAME, databaseThere } from '@/lib/store/database';
import { type OpenClipStore, openClipStore } from '@/lib/store/open-clip-store';
import { type FoundClip, type KnownComparison, told, toldComparison } from './told';

/** Addresses of the bundled workers. */
export interface Workers {
  journal: string;
  press: string;
}
export interface Found {
  clips: FoundClip[];
  comparisons: KnownComparison[];
  reports: StoreReport[];
  /** Clips in the database before anything of ours looked at it. */
  before: number;
  total: number;
}

export type Glance = { found: Found; all: Clip[]; coming: boolean } | { refused: { code: string; detail: string } };

export function valueIn<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error} ${answer.detail ?? ''}`);
  return answer.value;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Policy {
  createScriptURL(url: string): string;
}
let policy: Policy | null = null;
/** Starts a module worker as the panel does. */
export function startWorker(address: string): Worker {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  policy ??= (factory as { createPolicy(name: string, rules: object): Policy }).createPolicy('clip-worker', {
    createScriptURL: (url: string) => url,
  });
  return new Worker(policy.createScriptURL(address), { type: 'module' });
}

let store: OpenClipStore | null = null;
export const opened = (): OpenClipStore => {
  if (!store) throw new Error('not open');
  return store;
};
export const close = (): Promise<void> => opened().close();
const reports: StoreReport[] = [];
let said: StoreReport | null = null;
/** What has been reported so far. */
export const reported = (): string[] => reports.map(({ code }) => code);

/** A store that is damaged as a whole does not tell. */
const livingName = (): Promise<string> =>
  databaseThere(DATABASE_NAME).then(
    ({ name }) => name,
    () => DATABASE_NAME,
  );

/** Asks the tables as they are, without the store. */
async function raw<T>(table: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  const name = await livingName();
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(undefined);
    request.onsuccess = () => {
      const asked = ask(request.result.transaction(table).objectStore(table));
      asked.onsuccess = () => {
        request.result.close();
        resolve(asked.result);
      };
    };
  });
}

async function rebuilding(): Promise<boolean> {
  const head = await raw('state', (state) => state.get('head') as IDBRequest<{ rebuilding?: boolean } | undefined>);
  return head?.rebuilding === true;
}
async function isBusy(): Promise<boolean> {
  const last = reports.at(-1);
  return last?.code === 'set-aside' || (last?.code === 'rebuilt' && last.count === 0) || (await rebuilding());
}
async function repaired(): Promise<void> {
  for (let tries = 0; tries < 400 && (await isBusy()); tries += 1) await pause(50);
}

export async function allClips(library: OpenClipStore): Promise<Clip[]> {
  const ids: string[] = [];
  for (const trashed of [false, true]) ids.push(...valueIn(await library.findIds({ trashed })));
  return valueIn(await library.get(ids));
}

/** With history and picture. */
async function look(clip: Clip): Promise<FoundClip> {
  const [past, picture] = await Promise.all([
    clip.revision > 1 ? opened().history(clip.id).then(valueIn) : [],
    clip.picture ? opened().picture(clip.id).then(valueIn) : null,
  ]);
  return { ...told(clip, past), pictured: picture !== null };
}
async function everything(): Promise<{ clips: FoundClip[]; all: Clip[] }> {
  const all = await allClips(opened());
  const clips: FoundClip[] = [];
  for (let from = 0; from < all.length; from += 100) {
    clips.push(...(await Promise.all(all.slice(from, from + 100).map(look))));
  }
  return { clips, all };
}

/** Opens the library as the panel does; answers how many clips the database had before. */
async function open({ journal, press }: Workers): Promise<number> {
  const before = (await raw('clips', (clips) => clips.count())) ?? 0;
  store = openClipStore({ startJournal: () => startWorker(journal), startPress: () => startWorker(press) });
  store.report.subscribe((report) => {
    said = report;
    if (report) reports.push(report);
  });
  await opened().find({}, { offset: 0, limit: 1 });
  return before;
}

async function found(before: number, { clips, all }: Awaited<ReturnType<typeof everything>>) {
  const { total, trashed } = valueIn(await opened().facets());
  const comparisons = valueIn(await opened().comparisons.list()).map(toldComparison);
  return { found: { clips, comparisons, reports, before, total: total + trashed }, all };
}

/** Opens the library as the panel does and tells what is in it once all repairs are done. */
export async function openAndLook(workers: Workers): Promise<{ found: Found; all: Clip[] }> {
  const before = await open(workers);
  let seen = await everything();
  // What proves damaged while it is read is announced at once and comes back from the journal a moment later.
  for (let heard = -1; heard < reports.length; ) {
    heard = reports.length;
    await repaired();
    seen = await everything();
  }
  return found(before, seen);
}

/** Does the library say that what it shows may not be all? */
const isComing = async (): Promise<boolean> => isPassing(said) || (await rebuilding());

/** Does the list answer, and is nothing coming any more? */
export async function isWhole(): Promise<boolean> {
  const { ok } = await opened().find({}, { offset: 0, limit: 1 });
  return ok && !(await isComing());
}

/**
 * What the library shows at this moment, repaired or not; opened if it is not yet. `coming`: the list says that it is not
 * complete. `refused`: what it says instead of a list.
 */
export async function glance(workers: Workers): Promise<Glance> {
  const before = store ? 0 : await open(workers);
  let coming = await isComing();
  try {
    const seen = await found(before, await everything());
    coming ||= await isComing();
    return { ...seen, coming };
  } catch (error) {
    const [code = '', ...detail] = (error instanceof Error ? error.message : String(error)).split(' ');
    return { refused: { code, detail: detail.join(' ') } };
  }
}
