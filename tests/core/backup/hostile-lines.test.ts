import { expect, it } from 'vitest';
import { readLine } from '@/lib/core/backup/read-line';
import { HOSTILE_LINES } from '../../hostile/import-lines';
import { ownTime } from '../../own-time';
import { sampleClip } from '../clip/samples';

/** No step of a hostile line may keep the page from answering; parsing eight megabytes of text is the longest. */
const BUDGET_MS = 500;

it.each(HOSTILE_LINES)('%s %s', (_row, _what, line, expected) => {
  expect(ownTime(() => readLine(line))).toBeLessThan(BUDGET_MS);
  const read = readLine(line);
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
