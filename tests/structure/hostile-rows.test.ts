/**
 * Every row of the catalogues of faults and of hostile inputs has a test that bears its number in its name (or in the
 * row of a table of cases); those of hostile inputs in `tests/hostile`. Rows of features that do not exist are excepted
 * here, by name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './sources';

/** Rows of the catalogue of faults. */
const FAULTS = { F: 28 };
/** How many rows each part of the catalogue of hostile inputs has. */
const PARTS = { H: 22, P: 18, S: 8, M: 11, I: 19, T: 8, X: 9, W: 15 };
/**
 * W, F26: there is no synchronisation with a server. I10: there is one version of the backup format; an older one is
 * none.
 */
const EXCEPTED = /^(?:W\d\d|I10|F26)$/u;

const numbers = (parts: Record<string, number>): string[] =>
  Object.entries(parts).flatMap(([part, count]) =>
    Array.from({ length: count }, (_, i) => `${part}${String(i + 1).padStart(2, '0')}`),
  );
/** At the beginning of a name, or after other numbers there: `'M09 H21 the address …'`, `describe('X02, X03 text'`. */
const NAMED = /['"`]((?:[A-Z]\d{2}[,:]? ?(?:and )?)+)/gu;
/** The numbers that the tests below a folder bear. */
const namedIn = (folder: string): Set<string> =>
  new Set(
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('hostile-rows.test.ts'))
      .flatMap((name) => [...readFileSync(join(ROOT, folder, name), 'utf8').matchAll(NAMED)])
      .flatMap(([, found = '']) => found.match(/[A-Z]\d{2}/gu) ?? []),
  );
const everywhere = namedIn('tests');
const catalogues = [
  { rows: numbers(FAULTS), named: everywhere },
  { rows: numbers(PARTS), named: namedIn('tests/hostile') },
];

it('is the whole of both catalogues', () => expect(catalogues.map(({ rows }) => rows.length)).toEqual([28, 110]));

it('has a test for every row', () => {
  const missing = catalogues.flatMap(({ rows, named }) => rows.filter((row) => !EXCEPTED.test(row) && !named.has(row)));
  expect(missing).toEqual([]);
});

it('excepts nothing that is tested', () => {
  expect(catalogues.flatMap(({ rows }) => rows).filter((row) => EXCEPTED.test(row) && everywhere.has(row))).toEqual([]);
});

it('skips no test of a hostile input', () => {
  const files = readdirSync(join(ROOT, 'tests/hostile')).filter((name) => name.endsWith('.test.ts'));
  const skipping = files.filter((name) =>
    /\b(?:it|test|describe)\.(?:skip|todo|only)\b/u.test(readFileSync(join(ROOT, 'tests/hostile', name), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(skipping).toEqual([]);
});
