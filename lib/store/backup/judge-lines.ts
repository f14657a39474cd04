/** Holds the lines of a backup against the library, batch by batch; the same for the dry run and for the restore. */
import { judgeComparison, withStanding } from '@/lib/core/backup/comparisons';
import { type BackedClip, MAX_PAST } from '@/lib/core/backup/format';
import { besideIt, type Judgement, judge, sameContent } from '@/lib/core/backup/judge';
import { hostOf, mergeClip } from '@/lib/core/backup/merge';
import { type ReadLine, readLine } from '@/lib/core/backup/read-line';
import { unite, withPastOf } from '@/lib/core/backup/unite';
import { isPictureOf } from '@/lib/core/clip/picture';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Clip, KeptPicture } from '@/lib/core/model';
import type { Tables } from '../database';
import { withDeadline } from '../failures';
import { linesByKey } from '../lines';
import { allComparisons, pictureOf, versionsOf } from '../reads';
import { isSingle } from '../twins';
import type { RawLine } from './unpack';

export interface MergeOptions {
  /** Whose backup it is, when it is a colleague's; null restores one's own. */
  author: string | null;
  /** When: the time of edits that uniting makes. */
  at: string;
}

export type LineOutcome =
  | {
      line: number;
      kind: 'refused';
      reason: Extract<ReadLine, { ok: false }>['reason'] | 'twice';
      detail: string;
      title: string;
    }
  | {
      line: number;
      kind: Judgement['kind'];
      mended: boolean;
      title: string;
      id: string;
      put: BackedClip | null;
      comparison: Comparison | null;
    }
  /** A picture of a clip that came before; null where the library has it. */
  | { line: number; kind: 'picture'; picture: KeptPicture | null };

const backed = async (tables: Tables, clip: Clip): Promise<BackedClip> => ({
  clip,
  past: (await versionsOf(tables, clip.id)).slice(0, MAX_PAST),
});

/** What the library has under the ids of these clips; histories only where something differs. */
async function byId(tables: Tables, clipsOf: ClipsOf, incoming: readonly Clip[]): Promise<Map<string, BackedClip>> {
  const others = new Map(incoming.map((clip) => [clip.id, clip]));
  const clips = await clipsOf(tables, [...others.keys()]);
  const found = clips.map(async (clip) => {
    const other = others.get(clip.id);
    return [clip.id, other && sameContent(clip, other) ? { clip, past: [] } : await backed(tables, clip)] as const;
  });
  return new Map(await Promise.all(found));
}

const titleOf = (clip: Clip): string => clip.corrections.title ?? clip.item.title.value;

/** Which of these ids were deleted for good. */
async function goneOf({ purged }: Tables, ids: readonly string[]): Promise<Set<string>> {
  const rows = ids.length > 0 ? await withDeadline(purged.bulkGet([...ids])) : [];
  return new Set(ids.filter((_, i) => rows[i] !== undefined));
}

/** Own clips of the same passages, by key; trash left out. Of several the one of which there is one for each passage. */
async function byKey(tables: Tables, clipsOf: ClipsOf, keys: readonly string[]): Promise<Map<string, BackedClip>> {
  const lines = await linesByKey(tables, keys);
  const kept = lines.filter(({ trashed }) => trashed === 0).map(({ id }) => id);
  const found = await Promise.all((await clipsOf(tables, kept)).map((clip) => backed(tables, clip)));
  const singlesLast = found.sort((a, b) => Number(isSingle(a.clip)) - Number(isSingle(b.clip)));
  return new Map(singlesLast.map((own) => [own.clip.key, own]));
}

/** A clip of which there is one for each passage, and which does not live in the library yet. */
const wouldLive = (clip: Clip, here: ReadonlyMap<string, BackedClip>): boolean =>
  isSingle(clip) && here.get(clip.id)?.clip.deletedAt !== null;

/** What came before in the same file. */
export interface Before {
  seen: Set<string>;
  /** Keys of the passages. */
  keys: Set<string>;
  /** Ids under which clips enter. */
  written: Set<string>;
  /** Comparisons enter. */
  compares: boolean;
  /** Clips that enter under another id than that of their line, or take something over, as they are by now. */
  made: Map<string, BackedClip>;
  /** Which clip stands for one of the file that did not come in itself. */
  standing: Map<string, string>;
  /** Pictures to come, by the clip's id in the file; `clip` is the one that has it in the library. */
  pictures: Map<string, { clip: Clip; isNew: boolean }>;
}

export const nothingBefore = (): Before => ({
  seen: new Set(),
  keys: new Set(),
  written: new Set(),
  compares: false,
  made: new Map(),
  standing: new Map(),
  pictures: new Map(),
});

/** Reads clips, and tells of those that are missed. */
export type ClipsOf = (tables: Tables, ids: readonly string[]) => Promise<Clip[]>;

export async function judgeLines(
  tables: Tables,
  clipsOf: ClipsOf,
  lines: readonly RawLine[],
  before: Before,
  { author, at }: MergeOptions,
): Promise<LineOutcome[]> {
  const read = lines.map(({ number, text }) => ({
    number,
    line: text === null ? ({ ok: false, reason: 'too-long', detail: '' } as const) : readLine(text),
  }));
  const incoming = read.flatMap(({ line }) => (line.ok && 'backed' in line ? [line.backed.clip] : []));
  const here = await withDeadline(byId(tables, clipsOf, incoming));
  // Of one's own only what would live beside another clip of its passage; a contradiction keeps both.
  const entering = author === null ? incoming.filter((clip) => wouldLive(clip, here)) : incoming;
  const passages = await withDeadline(byKey(tables, clipsOf, [...new Set(entering.map(({ key }) => key))]));
  const missing = incoming.filter(({ id }) => !here.has(id)).map(({ id }) => id);
  const gone = author === null ? new Set() : await goneOf(tables, missing);
  const compared = read.some(({ line }) => line.ok && 'comparison' in line) ? await allComparisons(tables) : [];
  const comparisons = new Map(compared.map((one) => [one.id, one]));

  /** The clip as what came before has left it. */
  const latest = (id: string, own: BackedClip | undefined): BackedClip | null => before.made.get(id) ?? own ?? null;
  /** The clip that lives of a passage; none where the file itself has said what becomes of that. */
  const living = (key: string): BackedClip | null => {
    const own = passages.get(key);
    if (!own) return null;
    const { id } = own.clip;
    const now = latest(id, own);
    return before.written.has(id) && !before.made.has(id) ? null : now?.clip.deletedAt === null ? now : null;
  };
  const judgedOwn = (from: BackedClip, known: BackedClip | null, passage: BackedClip | null): Judgement => {
    const outcome = judge(from, known);
    const joins = outcome.kind === 'new' || outcome.kind === 'newer';
    if (!joins || !passage || !wouldLive(from.clip, here) || !isSingle(passage.clip)) return outcome;
    const united = unite(passage, from.clip, null, at);
    if (!known) before.standing.set(from.clip.id, passage.clip.id);
    if (united.kind === 'full') return besideIt(from);
    return united.kind === 'united' ? { kind: 'united', put: withPastOf(united.put, from) } : united;
  };
  const judgedTheirs = (
    from: BackedClip,
    known: BackedClip | null,
    passage: BackedClip | null,
    name: string,
  ): Judgement => {
    const host = hostOf(from.clip, { here: known, passage });
    if (host && !known) before.standing.set(from.clip.id, host.clip.id);
    return mergeClip(from, { here: known, passage, isGone: gone.has(from.clip.id) }, name, at);
  };
  const judged = async (from: BackedClip): Promise<Judgement> => {
    const [known, passage] = [latest(from.clip.id, here.get(from.clip.id)), living(from.clip.key)];
    const outcome = author === null ? judgedOwn(from, known, passage) : judgedTheirs(from, known, passage, author);
    if (outcome.kind !== 'conflict') return outcome;
    const { id } = outcome.put.clip;
    if (author !== null) before.standing.set(from.clip.id, id);
    else before.standing.delete(from.clip.id);
    if (before.written.has(id) || (await withDeadline(tables.lines.get(id))) !== undefined) return { kind: 'same' };
    return author !== null && (await goneOf(tables, [id])).has(id) ? { kind: 'gone' } : outcome;
  };

  /** Which clip the picture of a line to come will belong to. */
  const expectPicture = (incoming: Clip, put: BackedClip | null): void => {
    const clip = put?.clip ?? latest(incoming.id, here.get(incoming.id))?.clip;
    if (!incoming.picture || clip?.picture?.hash !== incoming.picture.hash) return;
    before.pictures.set(incoming.id, { clip, isNew: put !== null });
  };
  const judgePicture = async (line: number, { clipId, data }: KeptPicture): Promise<LineOutcome> => {
    const { clip, isNew = false } = before.pictures.get(clipId) ?? {};
    before.pictures.delete(clipId);
    if (!clip) return { line, kind: 'picture', picture: null };
    if (!isPictureOf(clip.picture, data)) {
      return { line, kind: 'refused', reason: 'no-clip', detail: 'picture', title: titleOf(clip) };
    }
    const isThere = !isNew && (await withDeadline(pictureOf(tables, clip))) !== null;
    return { line, kind: 'picture', picture: isThere ? null : { clipId: clip.id, data } };
  };

  const judgeLine = async ({ number, line }: (typeof read)[number]): Promise<LineOutcome> => {
    if (!line.ok) return { line: number, kind: 'refused', reason: line.reason, detail: line.detail, title: '' };
    if ('picture' in line) return judgePicture(number, line.picture);
    const [id, title] =
      'comparison' in line
        ? [line.comparison.id, line.comparison.name]
        : [line.backed.clip.id, titleOf(line.backed.clip)];
    if (before.seen.has(id)) return { line: number, kind: 'refused', reason: 'twice', detail: id, title };
    before.seen.add(id);
    const rest = { line: number, mended: line.mended, title, id };
    if ('comparison' in line) {
      const outcome = judgeComparison(withStanding(line.comparison, before.standing), comparisons, author);
      before.compares ||= outcome.kind !== 'same';
      return { ...rest, kind: outcome.kind, put: null, comparison: outcome.kind === 'same' ? null : outcome.put };
    }
    before.keys.add(line.backed.clip.key);
    const outcome = await judged(line.backed);
    const put = 'put' in outcome ? outcome.put : null;
    if (put) {
      before.written.add(put.clip.id);
      if (put.clip.id !== id || outcome.kind === 'united' || before.made.has(id)) before.made.set(put.clip.id, put);
    }
    expectPicture(line.backed.clip, put);
    return { ...rest, kind: outcome.kind, put, comparison: null };
  };
  const outcomes: LineOutcome[] = [];
  for (const line of read) outcomes.push(await judgeLine(line));
  return outcomes;
}
