import { expect, it } from 'vitest';
import { type BackedClip, pastOf } from '@/lib/core/backup/format';
import { judge, twinId } from '@/lib/core/backup/judge';
import { readLine } from '@/lib/core/backup/read-line';
import { type Clip, clipSchema } from '@/lib/core/model';
import { sampleClip, time } from '../core/clip/samples';
import { bestTime } from '../own-time';
import { HOSTILE_LINES } from './import-lines';

/** No step of a hostile line may keep the page from answering. The first reading pays for what is compiled. */
const BUDGET_MS = 50;
readLine('{}');

it.each(HOSTILE_LINES)('%s %s', (_row, _what, line, expected) => {
  expect(bestTime(() => readLine(line), { within: BUDGET_MS })).toBeLessThan(BUDGET_MS);
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

const backed = (clip: Clip, ...before: Clip[]): BackedClip => ({ clip, past: before.map(pastOf) });

it('I07: keeps both of a conflict, the other always under the same id', () => {
  const [first, here, other] = [
    sampleClip(1),
    sampleClip(1, { note: '改', revision: 2, updatedAt: time(5) }),
    sampleClip(1, { note: '另一台电脑', revision: 2, updatedAt: time(7) }),
  ];
  const outcome = judge(backed(other, first), backed(here, first));
  if (!('put' in outcome)) throw new Error(outcome.kind);
  const { clip, past: history } = outcome.put;
  expect(clip).toEqual({ ...other, id: twinId(other) });
  expect(clipSchema.parse(clip)).toEqual(clip);
  expect(history[0]?.clipId).toBe(clip.id);
});
