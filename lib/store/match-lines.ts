/** Every clip has one light row, and no light row stands without its clip: looked at, and made so where it is not. */
import { withDeadline } from './failures';
import { clipsById } from './reads';
import type { Step } from './repair';
import { lineOf, readHead } from './rows';

/** Keys that are gone through at once. */
const KEYS = 2_000;
const ROWS = 100;

interface Lists {
  /** Lines that are there. */
  count: number;
  /** Clips without their line. */
  bare: string[];
  /** Lines without their clip. */
  orphans: string[];
}

/**
 * Goes through clips and lines, a stretch at a time: a hundred thousand at one stroke would keep everybody waiting for
 * longer than a question may take. Null when interrupted.
 */
async function compareLists(step: Step, pause: () => Promise<void> = async () => undefined): Promise<Lists | null> {
  const found: Lists = { count: 0, bare: [], orphans: [] };
  for (let last: string | null = ''; last !== null; ) {
    const from: string = last;
    await pause();
    const stretch: { light: string[]; ids: string[] } | null = await step(async ({ tables: { clips, lines } }) => {
      const light = await withDeadline(lines.where(':id').above(from).limit(KEYS).primaryKeys());
      const end = light.length < KEYS ? [] : (light.at(-1) ?? []);
      return { light, ids: await withDeadline(clips.where(':id').between(from, end, false, true).primaryKeys()) };
    });
    if (!stretch) return null;
    const { light, ids } = stretch;
    const [known, listed] = [new Set(ids), new Set(light)];
    found.count += light.length;
    found.bare.push(...ids.filter((id) => !listed.has(id)));
    found.orphans.push(...light.filter((id) => !known.has(id)));
    last = light.length < KEYS ? null : (light.at(-1) ?? null);
  }
  return found;
}

/** Every clip gets its line, and no line is left without its clip; answers how many clips there were with one. */
export async function matchLines(step: Step): Promise<number | null> {
  const found = await compareLists(step);
  if (!found) return null;
  const { count, bare, orphans } = found;
  const dropped = await step(async ({ tables }) => {
    await withDeadline(tables.lines.bulkDelete(orphans));
    return true;
  });
  if (!dropped) return null;
  for (let from = 0; from < bare.length; from += ROWS) {
    const made = await step(async ({ tables }) => {
      // None of them was shown: what is set aside here is missed by nobody who has not heard of it.
      const clips = await clipsById(tables, bare.slice(from, from + ROWS), () => undefined);
      await withDeadline(tables.lines.bulkPut(clips.map((clip) => lineOf(clip, 0))));
      return true;
    });
    if (!made) return null;
  }
  return count - orphans.length;
}

/** Does every clip have its line, and does the head count them right? Null when interrupted. */
export async function countsAgree(step: Step, pause: () => Promise<void>): Promise<boolean | null> {
  const before = await step(async ({ head }) => head.seq);
  const found = await compareLists(step, pause);
  return step(async ({ tables, head }) => {
    // What has been written meanwhile may have been counted or not.
    if (!found || head.seq !== before) return null;
    const now = readHead(await withDeadline(tables.state.get('head'))) ?? head;
    return found.bare.length + found.orphans.length === 0 && found.count === now.kept + now.trashed;
  });
}
