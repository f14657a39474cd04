/**
 * A text object → runs, as the layout takes them. Fonts are not opened: where the file states no step, a sign is taken
 * to be as wide as Chinese typesetting makes it.
 */
import { isWide } from '@/lib/layout/characters';
import type { RawRun } from '@/lib/layout/run';
import type { TextCode, TextObject } from './content';
import { compose, type Matrix, move, POINTS, scale, stepsOf } from './geometry';

/** Gap, in ems, from which on neighbours are runs of their own; those of Latin text have widths that are only guessed. */
const WIDE_GAP = 0.45;
const NARROW_GAP = 0.6;
/** Neighbours that stand so much higher or lower, in ems, are on other lines. */
const OFF_LINE = 0.2;

interface Sign {
  char: string;
  x: number;
  y: number;
  /** As wide as it would be set by itself. */
  width: number;
}

interface Flow {
  /** Direction in which signs follow each other. */
  x: number;
  y: number;
  /** Degrees by which each sign is turned. */
  facing: number;
  /** Upright signs that follow each other downwards. */
  vertical: boolean;
}

const FLOWS: ReadonlyMap<number, readonly [x: number, y: number]> = new Map([
  [0, [1, 0]],
  [90, [0, 1]],
  [180, [-1, 0]],
  [270, [0, -1]],
]);

const isBlank = (char: string): boolean => /\s/u.test(char);

/** Text that only its steps make vertical reads downwards as well. */
function flowOf({ reading, facing }: TextObject, dx: readonly number[], dy: readonly number[]): Flow {
  const downwards = reading === 0 && dy.some((step) => step > 0) && !dx.some((step) => step !== 0);
  const [x, y] = FLOWS.get(downwards ? 90 : reading) ?? [1, 0];
  return { x, y, facing, vertical: y > 0 && facing === 0 };
}

function signsOf(code: TextCode, object: TextObject): { signs: Sign[]; flow: Flow } {
  const chars = [...code.text];
  const dx = stepsOf(code.deltaX, chars.length);
  const dy = stepsOf(code.deltaY, chars.length);
  const flow = flowOf(object, dx, dy);
  let { x, y } = code;
  const signs = chars.map((char, i): Sign => {
    const width =
      object.size * (isWide(char) || char === '\u3000' ? 1 : 0.5) * (flow.vertical ? 1 : object.horizontalScale);
    const sign = { char, x, y, width };
    x += dx[i] ?? (dy[i] === undefined ? flow.x * width : 0);
    y += dy[i] ?? (dx[i] === undefined ? flow.y * width : 0);
    return sign;
  });
  return { signs, flow };
}

/** Does `sign` follow `before` without a gap? */
function follows(sign: Sign, before: Sign, size: number, flow: Flow): boolean {
  const [x, y] = [sign.x - before.x, sign.y - before.y];
  const along = x * flow.x + y * flow.y;
  const across = Math.abs(x * flow.y - y * flow.x);
  const most = isWide(before.char) && isWide(sign.char) ? WIDE_GAP : NARROW_GAP;
  return across < OFF_LINE * size && along > 0 && along - before.width <= most * size;
}

function groupsOf(signs: readonly Sign[], size: number, flow: Flow): Sign[][] {
  const groups: Sign[][] = [];
  for (const sign of signs) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && follows(sign, before, size, flow)) last.push(sign);
    else groups.push([sign]);
  }
  return groups.flatMap((group) => {
    // A run begins and ends with what is seen.
    const from = group.findIndex(({ char }) => !isBlank(char));
    return from < 0 ? [] : [group.slice(from, group.findLastIndex(({ char }) => !isBlank(char)) + 1)];
  });
}

/** An object of a single sign says in its boundary how wide that is; one that holds the whole page does not. */
function ownWidth({ box, codes }: TextObject, em: number): number | null {
  const [code] = codes;
  if (!box || codes.length !== 1 || !code || [...code.text].length !== 1) return null;
  return box.width > 0.2 * em && box.width < 1.1 * em ? box.width : null;
}

const turned = (degrees: number): Matrix => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
};

export interface RunOptions {
  /** From the coordinates of what the object stands in to points of the page. */
  outer: Matrix;
  bold: boolean;
  /** Ordinal of the first run. */
  item: number;
}

export function runsOf(object: TextObject, { outer, bold, item }: RunOptions): RawRun[] {
  const runs: RawRun[] = [];
  const matrix = compose(outer, object.matrix);
  const [a, b, c, d] = matrix;
  const em = (object.size * Math.hypot(a, b)) / POINTS;
  const own = ownWidth(object, em);
  for (const code of object.codes) {
    const { signs, flow } = signsOf(code, object);
    for (const group of groupsOf(signs, object.size, flow)) {
      const [first] = group;
      const last = group.at(-1);
      if (!first || !last) continue;
      const length = Math.abs((last.x - first.x) * flow.x + (last.y - first.y) * flow.y);
      const factor = flow.y === 0 ? Math.hypot(a, b) : Math.hypot(c, d);
      const width = own === null ? (length + last.width) * factor : own * POINTS;
      const place = compose(matrix, compose(move(first.x, first.y), compose(turned(flow.facing), scale(object.size))));
      runs.push({
        text: group.map(({ char }) => char).join(''),
        transform: place,
        width,
        height: flow.vertical ? width : object.size * Math.hypot(c, d),
        bold: bold || object.bold,
        vertical: flow.vertical,
        item: item + runs.length,
      });
    }
  }
  return runs;
}
