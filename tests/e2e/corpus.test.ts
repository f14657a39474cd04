/**
 * The real documents beside the project, where they are there: the seed through the command that researchers' documents
 * are judged by. Everything it scores must be right.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../tools/build-extension.mjs';
import { SAMPLES } from './sample';

const SHARED = join(ROOT, '../shared');
const SEED = join(SHARED, 'corpus/seed');
const inspect = (...inputs: string[]) => {
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'tests/tools/inspect.mjs'), ...inputs], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return {
    status,
    text: stdout,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe('inspect', () => {
  it('answers one line per input, in order; one that cannot be read says so and the others are read', () => {
    const inputs = [join(SAMPLES, 'issue-2.html'), join(SAMPLES, 'no-such.html'), join(SAMPLES, 'issue-1.html')];
    const { status, lines } = inspect(...inputs);
    expect(lines.map((line) => line.input)).toEqual(inputs);
    expect(lines[0]).toMatchObject({ kind: 'bulletin', source: 'html', region: '610000', issueNumber: '第8期' });
    expect(lines[1]).toEqual({ input: inputs[1], error: 'no such file' });
    expect(lines[2]).toMatchObject({ title: '科创浙江简报', publishedOn: '2026-03-16', region: '330000' });
    expect(lines[2].ms.parse).toBeGreaterThan(0);
    expect(status).toBe(1);
  });
});

describe.skipIf(!existsSync(SEED))('the seed (../shared/corpus; skipped where it is not there)', () => {
  it('scores 1.000 throughout, as page and as PDF', () => {
    const { text, status } = inspect(join(SEED, 'bulletin-57.html'), join(SEED, 'bulletin-57.pdf'));
    expect(status).toBe(0);
    const predictions = join(mkdtempSync(join(tmpdir(), 'policy-clip-')), 'out.jsonl');
    writeFileSync(predictions, text);
    const args = [join(SHARED, 'tools/score.mjs'), '--predictions', predictions, '--truth', SEED, '--verbose'];
    const scores = execFileSync(process.execPath, args, { encoding: 'utf8' });
    const rows = scores.split('\n').filter((line) => /\bF1\b/u.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(13);
    expect(
      rows.filter((row) => !/F1 1\.000/u.test(row)),
      scores,
    ).toEqual([]);
  });
});
