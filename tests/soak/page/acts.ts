/**
 * What a person in a hurry does to a library, at random. Every act says what it is about to ask for, and tells what was
 * acknowledged as it comes: the state that the act must have made, worked out here and not read from the library.
 */
import { pastOf } from '@/lib/core/backup/format';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipVersion } from '@/lib/store/contract';
import { timed } from './answers';
import {
  clipsOf,
  edit,
  type Made,
  newClip,
  newClips,
  newComparison,
  pick,
  picturesOf,
  random,
  randomCorrections,
  randomTags,
  stamp,
  versionOf,
} from './clips';
import { opened } from './library';
import { type Acknowledged, type Asked, type KnownComparison, told, toldComparison } from './told';

declare global {
  function acknowledge(changes: Acknowledged[], comparisons?: KnownComparison[]): Promise<void>;
  function ask(wish: Asked): Promise<void>;
}

const none = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

const known = new Map<string, Clip>();
const compared = new Map<string, Comparison>();
const busy = new Set<string>();
/** From here on the acts know these clips. */
export function meet(clips: readonly Clip[]): void {
  for (const clip of clips) known.set(clip.id, clip);
}

/** What was refused may have happened all the same: what comes next begins from what is there. */
async function meetAgain(id: string): Promise<void> {
  known.delete(id);
  const answer = await opened().get([id]);
  if (answer.ok) meet(answer.value);
}

export async function tell(clips: readonly Clip[], past: readonly ClipVersion[] = []): Promise<void> {
  await acknowledge(clips.map((clip) => told(clip, past)));
  meet(clips);
}

async function save(made: readonly Made[]): Promise<boolean> {
  const clips = clipsOf(made);
  await ask({ what: 'together', ids: clips.map(({ id }) => id), comparisons: [] });
  const answer = await timed(opened().save(clips, picturesOf(made)));
  if (!answer.ok || answer.value.saved.length !== clips.length) return false;
  await tell(clips);
  return true;
}

/** One change of a clip that nobody else is changing; `work` gives what the clip is afterwards. */
async function withOne(
  { what = 'change', test }: { what?: 'change' | 'purge'; test: (clip: Clip) => boolean },
  work: (clip: Clip) => Promise<Clip | null>,
): Promise<Clip | null> {
  const clip = pick([...known.values()].filter((one) => !busy.has(one.id) && test(one)));
  if (!clip) return null;
  busy.add(clip.id);
  await ask({ what, id: clip.id });
  const after = await work(clip);
  if (after && what === 'change') await tell([after]);
  else if (!after) await meetAgain(clip.id);
  busy.delete(clip.id);
  return after;
}
const living = { test: ({ deletedAt }: Clip) => deletedAt === null };
const inTrash = { test: ({ deletedAt }: Clip) => deletedAt !== null };

/** Lines of a backup: clips that have been edited before, their pictures, and a comparison of them. */
export function backupOf(made: readonly Made[]): { file: Blob; clips: Clip[]; past: ClipVersion[]; named: Comparison } {
  const before = clipsOf(made);
  const past = before.slice(0, 1).map(versionOf);
  const clips = before.map((clip) => edit(clip, { note: `改${clip.id}`, tags: randomTags() }, stamp()));
  const named = newComparison(clips.slice(0, 3).map(({ id }) => id));
  const lines = [
    ...clips.map((clip, i) => ({
      clip,
      past: before.slice(i, i + 1).map(pastOf),
    })),
    ...picturesOf(made).map((picture) => ({ picture })),
    { comparison: named },
  ];
  return { file: new Blob(lines.map((line) => `${JSON.stringify(line)}\n`)), clips, past, named };
}

/** Restores a file of `count` clips: they come together or not at all. */
export async function restoreMany(count: number): Promise<void> {
  const made = newClips(count);
  const { file, clips, named } = backupOf(made);
  await ask({ what: 'together', ids: clips.map(({ id }) => id), comparisons: [named.id] });
  const answer = await timed(opened().restoreBackup(file, { author: null, at: stamp() }, none()));
  if (!answer.ok || answer.value.counts.new < count) return;
  await acknowledge(
    clips.map((clip, i) =>
      told(
        clip,
        made.slice(i, i + 1).map((one) => versionOf(one.clip)),
      ),
    ),
    [toldComparison(named)],
  );
  meet(clips);
  compared.set(named.id, named);
}

async function compare(): Promise<void> {
  const present = pick([...compared.values()].filter(({ id }) => !busy.has(id)));
  const ids = [...known.keys()].slice(0, 3);
  if (!present || random(3) === 0) {
    const fresh = newComparison(ids);
    await ask({ what: 'together', ids: [], comparisons: [fresh.id] });
    if (!(await timed(opened().comparisons.save(fresh))).ok) return;
    await acknowledge([], [toldComparison(fresh)]);
    compared.set(fresh.id, fresh);
    return;
  }
  busy.add(present.id);
  if (!(await changeOne(present))) await compareAgain(present.id);
  busy.delete(present.id);
}

/** Deletes a comparison or names it anew; whether that was acknowledged. */
async function changeOne(present: Comparison): Promise<boolean> {
  if (random(4) === 0) {
    await ask({ what: 'purge', id: present.id });
    const answer = await timed(opened().comparisons.remove(present.id));
    if (!answer.ok || answer.value.count !== 1) return false;
    await acknowledge([], [{ ...toldComparison(present), dropped: true }]);
    compared.delete(present.id);
    return true;
  }
  const next = { ...present, name: `改${random(1_000)}`, updatedAt: stamp(), revision: present.revision + 1 };
  await ask({ what: 'change', id: present.id });
  if (!(await timed(opened().comparisons.save(next))).ok) return false;
  await acknowledge([], [toldComparison(next)]);
  compared.set(next.id, next);
  return true;
}

async function compareAgain(id: string): Promise<void> {
  compared.delete(id);
  const answer = await opened().comparisons.list();
  const found = answer.ok && answer.value.find((one) => one.id === id);
  if (found) compared.set(id, found);
}

async function purge(): Promise<void> {
  await withOne({ ...inTrash, what: 'purge' }, async (clip) => {
    const answer = await timed(opened().purge([clip.id]));
    if (!answer.ok || answer.value.count !== 1) return null;
    await acknowledge([{ ...told(clip), purged: true }]);
    known.delete(clip.id);
    return clip;
  });
}

const add = () => save(newClips(1 + random(4)));
const ACTS: (() => Promise<unknown>)[] = [
  add,
  add,
  () =>
    withOne(living, async (clip) => {
      const at = stamp();
      const change = { note: crypto.randomUUID(), tags: randomTags(), corrections: randomCorrections() };
      const answer = await timed(opened().update(clip.id, change, at));
      return answer.ok
        ? edit(clip, { ...change, corrections: { ...clip.corrections, ...change.corrections } }, at)
        : null;
    }),
  () =>
    withOne(living, async (clip) => {
      const at = stamp();
      const answer = await timed(opened().remove([clip.id], at));
      return answer.ok && answer.value.count === 1 ? edit(clip, { deletedAt: at }, at) : null;
    }),
  () =>
    withOne(inTrash, async (clip) => {
      const at = stamp();
      const answer = await timed(opened().restore([clip.id], at));
      return answer.ok && answer.value.count === 1 ? edit(clip, { deletedAt: null }, at) : null;
    }),
  async () => {
    if (random(3) === 0) await purge();
  },
  compare,
  async () => {
    if (random(5) === 0) await restoreMany(20);
  },
];

let working: Promise<void>[] = [];
let resting = false;
/** Works until the browser is killed or `rest`; three at a time, as a panel does that is used in a hurry. */
export function work(): void {
  resting = false;
  const loop = async () => {
    while (!resting) await pick(ACTS)?.();
  };
  working = [loop(), loop(), loop()];
}
/** Resolves when nothing is being worked at any more. */
export async function rest(): Promise<void> {
  resting = true;
  await Promise.all(working);
}

/** Saves `count` clips one by one. */
export async function fill(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    if (!(await save([newClip()]))) throw new Error('not saved');
  }
}

/** Saves clips with pictures until these are so many bytes. */
export async function grow(bytes: number): Promise<void> {
  for (let at = 0; at < bytes; ) {
    const made = Array.from({ length: 4 }, () => newClip({}, 300_000));
    at += picturesOf(made).reduce((sum, { data }) => sum + data.length, 0);
    if (!(await save(made))) return;
  }
}

/** A backup of everything that can be read back. */
export async function backUp(): Promise<{ code: string; detail: string }> {
  const [options, work] = [{ author: null, at: stamp() }, none()];
  const answer = await opened().backup(options, work);
  const read = answer.ok ? await opened().inspectBackup(answer.value.file, options, work) : answer;
  return read.ok ? { code: 'ok', detail: '' } : { code: read.error, detail: read.detail ?? '' };
}

/** What the second place holds as a file: how many clips. */
export async function rescue(): Promise<{ code: string; detail: string; clips: number }> {
  const answer = await opened().rescue(none());
  return answer.ok
    ? { code: 'ok', detail: '', clips: answer.value.clips }
    : { code: answer.error, detail: answer.detail ?? '', clips: 0 };
}

/** Each kind of change, `times` times. */
export async function change(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) for (const act of [...ACTS, purge]) await act();
}
