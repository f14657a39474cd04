/**
 * Whole sample pages through the real adapter and the parser, against goldens that were written by reading the pages.
 * A golden that is missing or empty fails.
 */
import { afterEach, expect, it } from 'vitest';
import { toInspection } from '@/lib/core/export/to-inspection';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';
import { frameOf } from './frame';

const pages = import.meta.glob<string>('../fixtures/documents/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const goldens = import.meta.glob<object>('../fixtures/documents/*.json', { import: 'default', eager: true });

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

it('has a golden for every page', () => {
  expect(Object.keys(pages).length).toBeGreaterThan(1);
  expect(Object.keys(goldens)).toEqual(Object.keys(pages).map((path) => path.replace('.html', '.json')));
});

it.each(Object.entries(pages))('%s', (path, html) => {
  frame = frameOf(html);
  const { model } = readPage(frame.contentDocument!);
  const { items, ...head } = toInspection(readDocument(model), model);
  const brief = items.map(({ text, documents, figures, measures, ...item }) => ({
    ...item,
    documents,
    measures: measures.map(({ label, heading, points }) => `${label} ${heading} #${points.length}`),
    figures: figures.map(({ value, unit }) => `${value} ${unit}`),
    starts: text.slice(0, 14),
    ends: text.slice(-14),
  }));
  expect({ ...head, items: brief }).toEqual(goldens[path.replace('.html', '.json')]);
});
