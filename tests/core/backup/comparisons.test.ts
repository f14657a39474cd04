/** Comparisons that come again, changed, are told apart by the days of their states. */
import { expect, it } from 'vitest';
import { judgeComparison } from '@/lib/core/backup/comparisons';
import { bareTitle, datedTitle, signedTitle } from '@/lib/core/backup/signed';
import type { Comparison } from '@/lib/core/compare/stored';
import { sampleComparison } from '../../store/comparison-samples';

/** One comparison as it was in four months. */
const states = [3, 4, 5, 6].map((month, i) =>
  sampleComparison(1, {
    name: '比较',
    themes: Array.from({ length: i }, (_, n) => `主题${n}`),
    revision: i + 1,
    updatedAt: `2026-0${month}-01T08:00:00.000Z`,
  }),
);

it.each([
  [
    'a colleague’s',
    '张三',
    ['比较@张三', '比较@张三（2026-04-01）', '比较@张三（2026-05-01）', '比较@张三（2026-06-01）'],
  ],
  ['one’s own', null, ['比较', '比较（2026-04-01）', '比较（2026-05-01）', '比较（2026-06-01）']],
])('each state of %s bears its day, and comes once', (_, author, names) => {
  const library = new Map<string, Comparison>();
  const kinds = [...states, ...states].map((state) => {
    const outcome = judgeComparison(state, library, author);
    if ('put' in outcome) library.set(outcome.put.id, outcome.put);
    return outcome.kind;
  });
  expect(kinds).toEqual(['new', 'conflict', 'conflict', 'conflict', 'same', 'same', 'same', 'same']);
  expect([...library.values()].map(({ name }) => name)).toEqual(names);
  // What comes back to whoever made it adds nothing.
  const theirs = new Map(states.slice(-1).map((state) => [state.id, state]));
  const last = [...library.values()].at(-1);
  if (author !== null && last) expect(judgeComparison(last, theirs, '我')).toEqual({ kind: 'same' });
});

it.each([
  ['比较', '比较（2026-06-01）'],
  ['比较（2026-05-01）', '比较（2026-06-01）'],
  ['比较@张三', '比较@张三（2026-06-01）'],
  ['长'.repeat(200), `${'长'.repeat(188)}（2026-06-01）`],
  [signedTitle('长'.repeat(200), '名'.repeat(40)), `${'长'.repeat(147)}@${'名'.repeat(40)}（2026-06-01）`],
])('%s with its day is %s, and is not signed again', (title, expected) => {
  const dated = datedTitle(title, '2026-06-01');
  expect(dated).toBe(expected);
  if (title.includes('@')) expect(signedTitle(dated, '王五')).toBe(dated);
});

it('a day that nobody signed belongs to the name', () => {
  expect(bareTitle('比较（2026-06-01）')).toBe('比较（2026-06-01）');
  expect(bareTitle('比较@张三（2026-06-01）')).toBe('比较');
});
