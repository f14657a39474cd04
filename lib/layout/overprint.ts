/**
 * Text that is printed twice at nearly the same place, to look bold: one copy stays. The copies may be cut into runs in
 * different ways.
 */
import { isWide } from './characters';
import type { Run } from './run';

/** Of one text, so many places are remembered. */
const MOST_ALIKE = 200;

/**
 * The same text printed twice at nearly the same place is one text.
 * @returns the runs that stay; those that were printed over are bold by it
 */
export function withoutOverprint(runs: readonly Run[]): { runs: Run[]; heavy: Set<Run> } {
  const seen = new Map<string, Run[]>();
  const heavy = new Set<Run>();
  const kept = runs.filter((run) => {
    const same = seen.get(run.text);
    if (!same) {
      seen.set(run.text, [run]);
      return true;
    }
    const slack = run.size * 0.25;
    const under = same.find((other) => Math.abs(other.x - run.x) < slack && Math.abs(other.y - run.y) < slack);
    if (under) heavy.add(under);
    // Of single signs there may be thousands, the latest being the nearest.
    else if (same.length < MOST_ALIKE) same.push(run);
    else same[same.length - 1] = run;
    return !under;
  });
  return { runs: kept, heavy };
}

const endOf = ({ x, width }: Run): number => x + width;
const HAN = /[\u3400-\u9FFF]/gu;
/** Signs and slim letters may well stand close together. */
const LEAST_HAN = 2;
/** Of what stands left on a baseline, so many runs are looked at again. */
const LOOK_BACK = 8;
/** Longer runs are no lines, and looking into them would cost a hostile page much. */
const LONGEST = 300;

/** How far from the left edge of a run each of its characters begins: wide ones take a square, the others share the rest. */
function placesIn({ text, width, size }: Run): number[] {
  const wide = Array.from({ length: text.length }, (_, i) => isWide(text.charAt(i)));
  const squares = wide.filter(Boolean).length;
  const rest = (width - squares * size) / Math.max(1, text.length - squares);
  const usual = squares < text.length && rest > 0.2 * size && rest < 1.1 * size;
  const unit = width / (text.length + squares);
  let end = 0;
  return wide.map((isSquare) => {
    const at = end;
    end += usual ? (isSquare ? size : rest) : unit * (isSquare ? 2 : 1);
    return at;
  });
}

/** How much of the beginning of `run` is left when what `over` prints once more is taken away; null when nothing is. */
function leftOf(run: Run, over: Run): number | null {
  if (Math.abs(run.size - over.size) > run.size * 0.05) return null;
  const shared = Math.min(endOf(run), endOf(over)) - over.x;
  if (shared < Math.min(over.width, run.size) * 0.5) return null;
  const at = placesIn(run).findIndex((place, i) => {
    if (Math.abs(run.x + place - over.x) > run.size * 0.5) return false;
    const rest = run.text.slice(i);
    return rest.startsWith(over.text) || over.text.startsWith(rest);
  });
  return at < 0 ? null : at;
}

const cutAt = (run: Run, at: number, x: number): Run => ({ ...run, text: run.text.slice(0, at), width: x - run.x });

const hanIn = (text: string): number => text.match(HAN)?.length ?? 0;

/**
 * Of what stands over each other on one baseline and says the same, one copy stays, however either is cut into runs:
 * what lies in a run is left out, and a run ends where another one repeats its end and goes on.
 * @param row from left to right
 * @param heavy gets the runs of which most was printed twice
 */
export function withoutCopies(row: readonly Run[], heavy: Set<Run>): Run[] {
  const kept: { run: Run; twice: number }[] = [];
  for (const run of row) {
    let twice = heavy.has(run) ? run.text.length : 0;
    let isCopy = false;
    for (let i = kept.length - 1; i >= Math.max(0, kept.length - LOOK_BACK) && !isCopy; i -= 1) {
      const under = kept[i];
      if (!under || run.x > endOf(under.run) || under.run.text.length > LONGEST) continue;
      if (Math.max(hanIn(under.run.text), hanIn(run.text)) < LEAST_HAN) continue;
      const at = leftOf(under.run, run);
      if (at === null) continue;
      const rest = under.run.text.length - at;
      if (rest >= run.text.length) {
        under.twice += run.text.length;
        isCopy = true;
      } else {
        twice += rest;
        if (at === 0) kept.splice(i, 1);
        else under.run = cutAt(under.run, at, run.x);
      }
    }
    if (!isCopy) kept.push({ run, twice });
  }
  for (const { run, twice } of kept) if (twice > run.text.length * 0.8) heavy.add(run);
  return kept.map(({ run }) => run);
}
