/** Numbers, boxes and matrices as OFD writes them: lists parted by spaces, in millimetres, y downwards. */

/** Points, in which the layout counts, to the millimetre. */
export const POINTS = 72 / 25.4;

/** [a b c d e f]: (x, y) → (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MAX_NUMBERS = 64;

export function numberOf(written: string | undefined): number | null {
  const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(value) ? value : null;
}

const numbers = (written: string): number[] =>
  written
    .trim()
    .split(/\s+/u, MAX_NUMBERS)
    .map((part) => numberOf(part) ?? 0);

/** A boundary without extent still says where. */
export function cornerOf(written: string | undefined): { x: number; y: number } {
  const [x = 0, y = 0] = numbers(written ?? '');
  return { x, y };
}

export function boxOf(written: string | undefined): Box | null {
  if (written === undefined) return null;
  const [x = 0, y = 0, width = 0, height = 0] = numbers(written);
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

export function matrixOf(written: string | undefined): Matrix {
  if (written === undefined) return UNIT;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(written);
  return [a, b, c, d, e, f];
}

export const move = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];
export const scale = (factor: number): Matrix => [factor, 0, 0, factor, 0, 0];

/** First `inner`, then `outer`. */
export const compose = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/**
 * Steps between signs: `3 3 g 5 2.5` is 3, 3 and five times 2.5. No more than `most` are made of it, whatever it says.
 */
export function stepsOf(written: string | undefined, most: number): number[] {
  const steps: number[] = [];
  const words = (written ?? '').trim().split(/\s+/u, 3 * most);
  for (let i = 0; i < words.length && steps.length < most; i += 1) {
    if (words[i] !== 'g') {
      steps.push(numberOf(words[i]) ?? 0);
      continue;
    }
    const times = Math.min(numberOf(words[i + 1]) ?? 0, most - steps.length);
    const step = numberOf(words[i + 2]) ?? 0;
    for (let n = 0; n < times; n += 1) steps.push(step);
    i += 2;
  }
  return steps;
}
