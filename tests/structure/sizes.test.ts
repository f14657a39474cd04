/** Small files: a file is read in one go. Generated data tables are the exception and say so in their name. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, sourceFiles } from './sources';

const MAX_LINES = 300;
const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;

it(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = sourceFiles()
    .filter((file) => !file.endsWith('.data.ts'))
    .map((file) => `${lines(file)} ${relative(ROOT, file)}`)
    .filter((row) => Number.parseInt(row, 10) > MAX_LINES);
  expect(long).toEqual([]);
});

it('every module says what it is in a header comment', () => {
  const bare = sourceFiles()
    .filter((file) => lines(file) > 25 && !/^\s*\/\*\*/u.test(readFileSync(file, 'utf8')))
    .map((file) => relative(ROOT, file));
  expect(bare).toEqual([]);
});

it('escapes from the type checker are at most five, each with its reason', () => {
  const typeEscape = /(: any\b|\bas any\b|<any>|@ts-(?:ignore|expect-error|nocheck)|biome-ignore)/u;
  const found = sourceFiles().flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (typeEscape.test(line) ? [`${relative(ROOT, file)}:${i + 1}`] : [])),
  );
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(5);
});
