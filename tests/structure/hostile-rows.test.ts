/**
 * Every row of the catalogues of faults and of hostile inputs has a test that bears its number in its name (or in the
 * row of a table of cases). Rows of features that do not exist are excepted here, by name.
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
 * none. F28: the event that can be forged belongs to a context that `lib/page/bare-context` stands in for.
 */
const EXCEPTED = /^(?:W\d\d|I10|F26|F28)$/u;

const rows = Object.entries({ ...FAULTS, ...PARTS }).flatMap(([part, count]) =>
  Array.from({ length: count }, (_, i) => `${part}${String(i + 1).padStart(2, '0')}`),
);
const tests = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('hostile-rows.test.ts'))
  .map((name) => readFileSync(join(ROOT, 'tests', name), 'utf8'));
/** At the beginning of a name, or after other numbers there: `'M09 H21 the address …'`, `describe('X02, X03 text'`. */
const NAMED = /['"`]((?:[A-Z]\d{2}[,:]? ?(?:and )?)+)/gu;
const named = new Set(
  tests.flatMap((text) => [...text.matchAll(NAMED)].flatMap(([, numbers = '']) => numbers.match(/[A-Z]\d{2}/gu) ?? [])),
);

it('is the whole of both catalogues', () => expect(rows).toHaveLength(28 + 110));

it('has a test for every row', () => {
  expect(rows.filter((row) => !EXCEPTED.test(row) && !named.has(row))).toEqual([]);
});

it('excepts nothing that is tested', () => {
  expect(rows.filter((row) => EXCEPTED.test(row) && named.has(row))).toEqual([]);
});
