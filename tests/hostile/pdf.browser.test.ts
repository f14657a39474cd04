/** Files that mean harm or are broken: a clear answer within the deadline, and the reader lives on. */
import { describe, expect, it } from 'vitest';
import { PDF_DEADLINE } from '@/lib/pdf/reader';
import { writePdf } from '../fixtures/pdf/write-pdf';
import { reader, readModel } from '../pdf/read';
import { manyPages, nestedForms, packedTwice, selfForm, spaces, textOperators } from './pdf/bombs';
import { hugeCount, locked, nestedArrays, otherText, PLAIN, treeCycle, truncated, webPage } from './pdf/broken';
import { actions } from './pdf/programs';

/** For files that never come to an end. */
const DEADLINE = 4_000;
/** Generous, so that only what never ends runs into it: starting workers and unpacking on a busy machine. */
const PATIENCE = 30_000;
/** What a person waits at most, ms. A busy machine is asked again. */
const LONGEST = PDF_DEADLINE;
const ATTEMPTS = 3;

interface Case {
  name: string;
  file: () => Uint8Array | Promise<Uint8Array>;
  /** Error codes that are right; `text` when it is read. */
  expected: string[];
}

const cases: Case[] = [
  { name: 'P01 half a gigabyte of spaces', file: spaces, expected: ['empty', 'pdf-timeout'] },
  { name: 'P02 a gigabyte packed twice', file: packedTwice, expected: ['empty', 'pdf-timeout'] },
  { name: 'P03 twenty million text operators', file: textOperators, expected: ['cut', 'pdf-timeout'] },
  { name: 'P04 forms in forms', file: () => nestedForms(9), expected: ['cut', 'pdf-timeout'] },
  { name: 'P05 a page tree that bites its tail', file: treeCycle, expected: ['pdf-damaged'] },
  { name: 'P06 two thousand million pages', file: hugeCount, expected: ['pdf-damaged', 'empty'] },
  { name: 'P07 arrays in arrays', file: nestedArrays, expected: ['pdf-damaged'] },
  { name: 'P08 a form that draws itself', file: selfForm, expected: ['empty'] },
  { name: 'P09 a web page by the name of a PDF', file: webPage, expected: ['pdf-not-pdf'] },
  { name: 'P10 a file cut off', file: truncated, expected: ['pdf-damaged'] },
  { name: 'P11 an empty file', file: () => new Uint8Array(), expected: ['file-empty'] },
  { name: 'P12 a locked file', file: () => locked('sesame'), expected: ['pdf-encrypted'] },
  { name: 'P14 scripts, launch actions, XFA', file: actions, expected: ['text'] },
];

async function outcome(bytes: Uint8Array, deadline: number): Promise<string> {
  const answer = await reader.read(bytes, { deadline });
  if (!answer.ok) return answer.error;
  const { blocks, notices } = answer.value.model;
  if (notices.some((notice) => notice.code === 'partly-read')) return 'cut';
  return blocks.length > 0 ? 'text' : 'empty';
}

describe('F20 every file is answered in time, and the next one is read', () => {
  it.each(cases)(
    '$name',
    async ({ file, expected }) => {
      const bytes = await file();
      const deadline = expected.includes('pdf-timeout') ? DEADLINE : PATIENCE;
      let took = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < ATTEMPTS && took >= LONGEST; attempt += 1) {
        const given = bytes.slice();
        const start = performance.now();
        expect(expected).toContain(await outcome(given, deadline));
        took = performance.now() - start;
      }
      expect(took).toBeLessThan(LONGEST);
      expect(await outcome(writePdf(PLAIN), PATIENCE)).toBe('text');
    },
    (ATTEMPTS + 1) * (DEADLINE + PATIENCE),
  );
});

it('P17 keeps what glyphs say where they draw something else, with the page to check it on', async () => {
  const { blocks, notices } = await readModel(otherText());
  expect(blocks.map(({ text, page }) => [text, page])).toEqual([['甲甲甲甲', 1]]);
  expect(notices).toEqual([]);
});

it('P12 opens with its password, and with no other', async () => {
  const wrong = await reader.read(locked('sesame'), { password: 'barley' });
  expect(wrong).toMatchObject({ ok: false, error: 'pdf-encrypted' });
  const model = await readModel(locked('sesame'), { password: 'sesame' });
  expect(model.blocks.map((block) => block.text)).toEqual(['A locked invented text.']);
});

it('P15 reads the first 300 of 5,000 pages, and says so', async () => {
  const model = await readModel(manyPages(5_000));
  expect(model.pageCount).toBe(5_000);
  expect(model.blocks.at(-1)?.page).toBe(300);
  expect(model.notices).toEqual([{ code: 'partly-read', read: 300, total: 5_000 }]);
}, 60_000);

it('P16 names the pages that are pictures, and not the empty one', async () => {
  const model = await readModel(
    writePdf({
      pages: [
        { texts: [], picture: true },
        { texts: [] },
        { texts: [{ text: '扫描全能王 创建', x: 450, y: 820, size: 9 }], picture: true },
        { texts: [{ text: '　　样例省出台措施（虚构），支持企业创新。', x: 90, y: 200 }], picture: true },
      ],
    }),
  );
  expect(model.notices).toEqual([{ code: 'scanned', pages: [1, 3] }]);
});
