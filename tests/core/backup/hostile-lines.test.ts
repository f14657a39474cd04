import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLine } from '@/lib/core/backup/read-line';
import { HOSTILE_LINES } from '../../hostile/import-lines';
import { sampleClip } from '../clip/samples';

/** What breaks a line of JSON, or its reader. */
const PIECES = [
  '"__proto__":{"x":1},',
  '{}',
  '[',
  ']',
  '{"',
  '\\',
  '\\u',
  '"',
  ',,',
  '1e999',
  '-',
  'null',
  '\u2028',
  '\ud800',
];
/** A million once: `POLICY_CLIP_FUZZ=1000000`. */
const FUZZ_RUNS = Number(process.env.POLICY_CLIP_FUZZ ?? 10_000);
/** No step of a hostile line may keep the page from answering; parsing eight megabytes of text is the longest. */
const BUDGET_MS = 500;
/** Generous for a machine that does other things as well; the aim of 50 ms is for one that does not. */
const SLOW_MS = 250;

it.each(HOSTILE_LINES)('%s %s', (_row, _what, line, expected) => {
  const start = performance.now();
  const read = readLine(line);
  expect(performance.now() - start).toBeLessThan(BUDGET_MS);
  expect(read.ok ? (read.mended ? 'mended' : 'kept') : read.reason).toBe(expected);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  if (read.ok && 'backed' in read) {
    expect(Object.keys(read.backed)).toEqual(['clip', 'past']);
    expect(read.backed.past).toEqual([]);
    expect(read.backed.clip.source.url).not.toMatch(/javascript|:b@/u);
  }
});

it('I15: of a key given twice the last wins', () => {
  const line = JSON.stringify({ clip: sampleClip(1), past: [] }).replace('"note":""', '"note":"first","note":"last"');
  const read = readLine(line);
  expect(read).toMatchObject({ backed: { clip: { note: 'last' } } });
});

it('I01: a line cut at any place is refused', () => {
  const line = JSON.stringify({ clip: sampleClip(1), past: [] });
  for (let end = 1; end < line.length; end += 1) expect(readLine(line.slice(0, end)).ok).toBe(false);
});

it('whatever is in a line, nothing is thrown, nothing is slow and no prototype changes', { timeout: 600_000 }, () => {
  const line = JSON.stringify({ clip: sampleClip(1), past: [] });
  const broken = fc
    .tuple(fc.nat(line.length), fc.nat(30), fc.oneof(fc.string(), fc.constantFrom(...PIECES)))
    .map(([at, length, put]) => line.slice(0, at) + put + line.slice(at + length));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(...PIECES), broken), (text) => {
      const start = performance.now();
      expect(typeof readLine(text).ok).toBe('boolean');
      expect(performance.now() - start).toBeLessThan(SLOW_MS);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: FUZZ_RUNS },
  );
});
