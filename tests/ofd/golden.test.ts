/**
 * Whole sample files through container, layout and parser. What is in a golden was written by reading the pages; one that
 * is missing or empty fails. The bulletin is the one that the PDF tests read: as an OFD it must say the same.
 */
import { expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { readDocument } from '@/lib/core/parse/read-document';
import { readOfd } from '@/lib/ofd/read-document';
import { notice } from '../fixtures/ofd/notice';
import { writeOfd } from '../fixtures/ofd/write-ofd';
import { bulletin } from '../fixtures/pdf/bulletin';
import { markedPaper } from '../fixtures/pdf/marked-paper';

type Bytes = Uint8Array<ArrayBuffer>;
const files: Record<string, { golden: string; write: () => Promise<Bytes> }> = {
  'a notice with templates, a shared drawing, a table and a seal': { golden: 'ofd/notice', write: notice },
  'the bulletin of the PDF tests, a text in each object': { golden: 'pdf/bulletin', write: () => writeOfd(bulletin) },
  'the same, a sign in each object': { golden: 'pdf/bulletin', write: () => writeOfd(bulletin, 'signs') },
};
const goldens = import.meta.glob<object>('../fixtures/{ofd,pdf}/*.json', { import: 'default', eager: true });
const goldenOf = (name: string) => goldens[`../fixtures/${name}.json`];

it.each(Object.entries(files))('%s', async (_, { golden, write }) => {
  expect(goldenOf(golden)).toBeDefined();
  const model = await readOfd(await write(), { fileName: 'sample.ofd' });
  const { items, ...head } = toInspection(readDocument(model), model);
  const brief = items.map(({ figures, measures, ...item }) => ({
    ...item,
    measures: measures.map(({ label, heading, points }) => `${label} ${heading} #${points.length}`),
    figures: figures.map(({ value, unit, year, bound }) => [value, unit, year, bound].join(' ')),
  }));
  expect({ ...head, items: brief }).toEqual({ ...goldenOf(golden), source: 'ofd' });
});

it.each(['runs', 'signs'] as const)('marks of confidentiality wherever a paper prints them, in %s', async (style) => {
  const { head } = readDocument(await readOfd(await writeOfd(markedPaper, style), { fileName: 'sample.ofd' }));
  expect(head.marks.map(({ value }) => value).toSorted()).toEqual(['不得外传', '内部资料', '机密★1年', '注意保存']);
});
