/** The assignment finds the greatest total: checked against trying every permutation. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assign, type Pair } from '@/lib/core/compare/assignment';

const total = (scores: readonly (readonly number[])[], pairs: readonly Pair[]): number =>
  pairs.reduce((sum, pair) => sum + (scores[pair.left]?.[pair.right] ?? 0), 0);

/** Best total by trying everything. */
function exhaustive(
  scores: readonly (readonly number[])[],
  threshold: number,
  left = 0,
  used = new Set<number>(),
): number {
  const row = scores[left];
  if (!row) return 0;
  let best = exhaustive(scores, threshold, left + 1, used);
  row.forEach((score, right) => {
    if (score < threshold || used.has(right)) return;
    best = Math.max(best, score + exhaustive(scores, threshold, left + 1, new Set([...used, right])));
  });
  return best;
}

const run = (scores: readonly (readonly number[])[], threshold: number) =>
  assign(scores.length, scores[0]?.length ?? 0, threshold, (left, right) => scores[left]?.[right] ?? 0);

it.each([
  [
    'prefers the greater total to the greatest pair',
    [
      [0.9, 0.8],
      [0.85, 0.1],
    ],
    0.2,
    [
      [0, 1],
      [1, 0],
    ],
  ],
  [
    'leaves alone what is below the threshold',
    [
      [0.5, 0.1],
      [0.1, 0.1],
    ],
    0.2,
    [[0, 0]],
  ],
  ['takes what is exactly at the threshold', [[0.2]], 0.2, [[0, 0]]],
  ['more rights than lefts', [[0.3, 0.9, 0.4]], 0.2, [[0, 1]]],
  ['more lefts than rights', [[0.3], [0.9], [0.4]], 0.2, [[1, 0]]],
  ['nothing at all', [], 0.2, []],
] as [string, number[][], number, [number, number][]][])('%s', (_, scores, threshold, expected) => {
  expect(run(scores, threshold).map((pair) => [pair.left, pair.right])).toEqual(expected);
});

it('is never worse than trying every permutation', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
        { minLength: columns, maxLength: columns },
      ),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );
  fc.assert(
    fc.property(matrix, (scores) => {
      const pairs = run(scores, 0.25);
      expect(new Set(pairs.map((pair) => pair.right)).size).toBe(pairs.length);
      expect(pairs.every((pair) => (scores[pair.left]?.[pair.right] ?? 0) >= 0.25)).toBe(true);
      expect(total(scores, pairs)).toBeCloseTo(exhaustive(scores, 0.25), 9);
    }),
    { numRuns: 400, seed: 57 },
  );
});

it('stays one to one when a component is too large for the cube', () => {
  const pairs = assign(300, 300, 0.1, (left, right) => 1 / (1 + Math.abs(left - right)));
  expect(pairs).toHaveLength(300);
  expect(pairs.every((pair) => pair.left === pair.right)).toBe(true);
});
