/** What is written into a backup can be read again. */
import { describe, expect, it } from 'vitest';
import { MAX_LINE_CHARS, MAX_PAST } from '@/lib/core/backup/format';
import { readLine } from '@/lib/core/backup/read-line';
import { clipLine } from '@/lib/core/backup/write-line';
import { sampleClip, time, uuid } from '../clip/samples';

const past = (revision: number, note = '') => ({
  clipId: uuid(1),
  revision,
  at: time(revision),
  tags: [],
  note,
  corrections: {},
  deletedAt: null,
});
const revisions = (line: string): number[] => {
  const read = readLine(line);
  if (!read.ok || !('backed' in read)) throw new Error(JSON.stringify(read));
  expect(read.backed.clip).toEqual(sampleClip(1));
  return read.backed.past.map(({ revision }) => revision);
};

describe('the line of a clip', () => {
  it('has its history', () => {
    expect(revisions(clipLine(sampleClip(1), [past(1), past(2)]))).toEqual([1, 2]);
  });

  it('has the younger part of a history that is too long', () => {
    const many = Array.from({ length: MAX_PAST + 50 }, (_, i) => past(i + 1));
    expect(revisions(clipLine(sampleClip(1), many))).toEqual(many.slice(50).map(({ revision }) => revision));
  });

  it('is no longer than is read, however much was written', () => {
    const long = Array.from({ length: 30 }, (_, i) => past(i + 1, '\u0001'.repeat(100_000)));
    const line = clipLine(sampleClip(1), long);
    expect(line.length).toBeLessThanOrEqual(MAX_LINE_CHARS);
    expect(revisions(line).at(-1)).toBe(30);
  });

  it('is not refused for an entry of its history that cannot be read', () => {
    const damaged = [past(1), { ...past(2), note: 7 }, null, { ...past(3), revision: 0 }, past(4)];
    expect(revisions(clipLine(sampleClip(1), damaged))).toEqual([1, 4]);
  });

  it('has what a newer build wrote, keys that this one does not know too', () => {
    const line = clipLine(sampleClip(1), [{ ...past(1), colour: 'red' }]);
    expect(line).toContain('"colour":"red"');
    expect(revisions(line)).toEqual([1]);
  });
});
