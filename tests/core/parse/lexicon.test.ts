/** Every entry of the parser's lexicon matches the example beside it, and only its own form of number. */
import { describe, expect, it } from 'vitest';
import * as boilerplate from '@/lib/core/lexicon/boilerplate';
import {
  BESIDE_MARKS,
  HANDLING_MARKS,
  SECRECY_ENDS,
  SECRECY_GRADES,
  SECRECY_PERIODS,
} from '@/lib/core/lexicon/handling';
import * as kinds from '@/lib/core/lexicon/kinds';
import { FACT_LABELS, META_NAMES, SITE_WORDS } from '@/lib/core/lexicon/meta';
import { NUMBERING } from '@/lib/core/lexicon/numbering';
import * as sections from '@/lib/core/lexicon/sections';
import { bare, compact } from '@/lib/core/parse/clean/lines';
import { fold } from '@/lib/core/parse/fields';
import { labelAt } from '@/lib/core/parse/numbering/label';
import { readDocument } from '@/lib/core/parse/read-document';
import { modelOf } from './model-of';

interface Entry {
  pattern: RegExp;
  example: string;
}
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'pattern' in value && value.pattern instanceof RegExp;

const lists = Object.entries({ ...boilerplate, ...sections, ...kinds }).flatMap(([name, value]) =>
  Array.isArray(value) ? value.filter(isEntry).map((entry) => [name, entry.example, entry] as const) : [],
);

describe('entries with a pattern', () => {
  it('are found', () => expect(lists.length).toBeGreaterThan(60));

  it.each(lists)('%s: %s', (_, example, { pattern }) => {
    const forms = [example, fold(example), compact(example), bare(example)];
    expect(forms.some((form) => pattern.test(form))).toBe(true);
  });

  it.each(SITE_WORDS.map((entry) => [entry.example, entry] as const))('site: %s', (example, { pattern }) => {
    expect(pattern.test(example)).toBe(true);
  });
});

describe('numbering', () => {
  it.each(NUMBERING.map((entry) => [entry.style, entry.example] as const))('%s: %s', (style, example) => {
    expect(labelAt(example)?.style).toBe(style);
  });
});

describe('names of metadata', () => {
  it.each(META_NAMES.map((entry) => [entry.fact, entry] as const))('%s', (_, { names, example }) => {
    expect(names.some((name) => example.toLowerCase().includes(`"${name.toLowerCase()}"`))).toBe(true);
  });
  it.each(FACT_LABELS.map((entry) => [entry.fact, entry] as const))('%s', (_, { names, example }) => {
    expect(names).toContain(compact(example).split(/[:：]/u)[0]);
  });
});

describe('confidentiality marks', () => {
  const marks = (line: string) =>
    readDocument(modelOf(`${line}\n= 样例工作情况\n> 近日，某省召开会议，研究部署年度重点任务。`)).head.marks.map(
      ({ value }) => value,
    );
  const hasForm = (form: string) => (mark: string) => new RegExp(form, 'u').test(mark);
  it.each(
    [...SECRECY_GRADES, ...SECRECY_PERIODS, ...SECRECY_ENDS, ...HANDLING_MARKS].map((entry) => [entry.example, entry]),
  )('%s', (example, { form }) => {
    expect(marks(example).some(hasForm(form))).toBe(true);
  });
  it.each(BESIDE_MARKS.map((entry) => [entry.example, entry]))('beside a mark: %s', (example, { form }) => {
    expect(compact(example)).toMatch(new RegExp(form, 'u'));
    expect(marks(example)).toHaveLength(1);
  });
});
