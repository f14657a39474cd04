/**
 * Whole sample files through the real worker, the layout and the parser, against goldens that were written by reading the
 * pages. A golden that is missing or empty fails.
 */
import { expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { readDocument } from '@/lib/core/parse/read-document';
import { bulletin } from '../fixtures/pdf/bulletin';
import { subsidyNotice } from '../fixtures/pdf/subsidy-notice';
import { type FileSpec, writePdf } from '../fixtures/pdf/write-pdf';
import { readModel } from './read';

const files: Record<string, FileSpec> = { bulletin, 'subsidy-notice': subsidyNotice };
const goldens = import.meta.glob<object>('../fixtures/pdf/*.json', { import: 'default', eager: true });
const goldenOf = (name: string) => goldens[`../fixtures/pdf/${name}.json`];

it('has a golden for every file', () => {
  expect(Object.keys(goldens)).toEqual(Object.keys(files).map((name) => `../fixtures/pdf/${name}.json`));
});

it.each(Object.entries(files))('%s', async (name, spec) => {
  const model = await readModel(writePdf(spec));
  const { items, ...head } = toInspection(readDocument(model), model);
  const brief = items.map(({ figures, measures, ...item }) => ({
    ...item,
    measures: measures.map(({ label, heading, points }) => `${label} ${heading} #${points.length}`),
    figures: figures.map(({ value, unit, year, bound }) => [value, unit, year, bound].join(' ')),
  }));
  expect({ ...head, items: brief }).toEqual(goldenOf(name));
});
