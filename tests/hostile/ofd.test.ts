/** OFDs that mean harm or are broken: a clear answer in bounded time and memory. What hangs nonetheless, the reader ends. */
import { describe, expect, it } from 'vitest';
import { errorCodeOf } from '@/lib/ofd/failure';
import { readOfd } from '@/lib/ofd/read-document';
import {
  documentPart,
  pageEntry,
  pageOf,
  pagePath,
  partsOf,
  resourcePart,
  writeOfd,
  XML,
} from '../fixtures/ofd/write-ofd';
import { writeZip, type ZipPart } from '../fixtures/ofd/zip';
import { setLines } from '../fixtures/pdf/write-pdf';

type Bytes = Uint8Array<ArrayBuffer>;

const PLAIN = { pages: [{ texts: setLines(['　　样例省出台措施（虚构）。']) }] };
const text = (codes: string, attributes = ''): string =>
  `<ofd:TextObject Boundary="30 40 150 5" Font="1" Size="4" ${attributes}>${codes}</ofd:TextObject>`;
const code = (signs: string, steps = ''): string => `<ofd:TextCode X="0" Y="4" ${steps}>${signs}</ofd:TextCode>`;
const ofPage = (body: string): Promise<Bytes> => writeZip(partsOf([body]));
const withPart = (...own: ZipPart[]): Promise<Bytes> =>
  writeZip([
    ...partsOf([pageOf(text(code('样例')))]).filter(({ name }) => !own.some((part) => part.name === name)),
    ...own,
  ]);
const tampered = async (change: (bytes: Bytes) => void): Promise<Bytes> => {
  const bytes = await writeOfd(PLAIN);
  change(bytes);
  return bytes;
};

const unit = (id: number, content: string): string =>
  `<ofd:CompositeGraphicUnit ID="${id}" Width="9" Height="9"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`;
const use = (id: number): string => `<ofd:CompositeObject ID="9" Boundary="0 0 9 9" ResourceID="${id}" />`;

const LAUGHS = `<!DOCTYPE ofd [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`,
).join('')}]>`;

interface Case {
  name: string;
  file: () => Promise<Bytes>;
  /** Error code; `text` when it is read, `cut` when a part of it is. */
  expected: string;
}

const cases: Case[] = [
  { name: '64 MB of spaces', file: () => ofPage(pageOf(' '.repeat(64 * 1024 * 1024))), expected: 'ofd-damaged' },
  {
    name: '64 MB of spaces in what lists the pages',
    file: () => withPart({ name: 'Doc_0/Document.xml', body: XML + ' '.repeat(64 * 1024 * 1024) }),
    expected: 'ofd-damaged',
  },
  {
    name: 'the same large page again and again',
    file: () => {
      const page = { name: pagePath(0), body: pageOf(text(code('样例')) + ' '.repeat(24 * 1024 * 1024)) };
      return withPart(documentPart(pageEntry(0).repeat(60)), page);
    },
    expected: 'cut',
  },
  {
    name: 'half a million text codes',
    file: () => ofPage(pageOf(text(code('字').repeat(600_000)))),
    expected: 'ofd-damaged',
  },
  {
    name: 'a hundred thousand text objects',
    file: () => ofPage(pageOf(text(code('字')).repeat(100_000))),
    expected: 'cut',
  },
  {
    name: 'ten million signs that stand apart',
    file: () => ofPage(pageOf(text(code('字'.repeat(10_000_000), 'DeltaX="g 10000000 40"')))),
    expected: 'cut',
  },
  {
    name: 'ten million steps',
    file: () => ofPage(pageOf(text(code('样例', `DeltaX="${'4 '.repeat(10_000_000)}"`)))),
    expected: 'text',
  },
  { name: 'blocks in blocks', file: () => ofPage(pageOf('<ofd:PageBlock>'.repeat(500_000))), expected: 'ofd-damaged' },
  {
    name: 'entities in entities',
    file: () => ofPage(`${LAUGHS}<ofd:Page>${text(code('&j;'))}</ofd:Page>`),
    expected: 'ofd-damaged',
  },
  {
    name: 'a document type that nothing uses',
    file: () =>
      ofPage(pageOf(text(code('样例'))).replace(XML, `${XML}<!DOCTYPE p SYSTEM "https://sample.invalid/p.dtd">`)),
    expected: 'ofd-damaged',
  },
  {
    name: 'an entity from elsewhere',
    file: () => ofPage(`<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/passwd">]>${pageOf(text(code('&f;')))}`),
    expected: 'ofd-damaged',
  },
  {
    name: 'drawings that use the next one a thousand times',
    file: () => {
      const units = Array.from({ length: 8 }, (_, i) => unit(60 + i, use(61 + i).repeat(1_000))).join('');
      return withPart(resourcePart(`<ofd:CompositeGraphicUnits>${units}</ofd:CompositeGraphicUnits>`), {
        name: pagePath(0),
        body: pageOf(text(code('样例')) + use(60)),
      });
    },
    expected: 'cut',
  },
  {
    name: 'half a million pages',
    file: () => withPart(documentPart('<ofd:Page ID="1" BaseLoc="a"/>'.repeat(500_000))),
    expected: 'ofd-damaged',
  },
  {
    name: 'numbers without end',
    file: () =>
      ofPage(
        pageOf(text(code('样例', 'DeltaX="1e308 1e308"'), 'CTM="1e308 0 0 1e308 1e308 1e308"') + text(code('样例'))),
      ),
    expected: 'text',
  },
  {
    name: 'thirty thousand parts',
    file: () =>
      withPart(...Array.from({ length: 30_000 }, (_, i): ZipPart => ({ name: `${i}`, body: '', stored: true }))),
    expected: 'ofd-damaged',
  },
  { name: 'a file cut off', file: async () => (await writeOfd(PLAIN)).slice(0, 700), expected: 'ofd-damaged' },
  {
    name: 'packed data that is none',
    file: () => tampered((bytes) => bytes.fill(0xff, 40, 90)),
    expected: 'ofd-damaged',
  },
  {
    name: 'a page that ends in the middle',
    file: () => ofPage(pageOf(text(code('样例')) + text(code('样')).slice(0, -30)).slice(0, -80)),
    expected: 'cut',
  },
  { name: 'no pages', file: () => withPart(documentPart('')), expected: 'ofd-damaged' },
  { name: 'a page that is not there', file: () => withPart(documentPart(pageEntry(7))), expected: 'ofd-damaged' },
  {
    name: 'another kind of zip',
    file: () => writeZip([{ name: 'word/document.xml', body: '<w />' }]),
    expected: 'ofd-not-ofd',
  },
  {
    name: 'parts that are enciphered',
    file: () => withPart({ name: 'Encryptions.xml', body: '<a />' }),
    expected: 'ofd-encrypted',
  },
  {
    name: 'a zip with a password',
    file: () =>
      tampered((bytes) => {
        const at = bytes.findIndex((byte, i) => byte === 0x50 && bytes[i + 2] === 1 && bytes[i + 3] === 2);
        bytes[at + 8] = 0x09;
      }),
    expected: 'ofd-encrypted',
  },
];

async function outcome(bytes: Bytes): Promise<string> {
  try {
    const { blocks, notices } = await readOfd(bytes, { fileName: 'sample.ofd' });
    if (notices.some(({ code: notice }) => notice === 'partly-read')) return 'cut';
    return blocks.length > 0 ? 'text' : 'empty';
  } catch (error) {
    return errorCodeOf(error);
  }
}

/** Generous, so that only what never ends runs into it: on an idle machine nothing here takes four seconds. */
const MOST_MS = 25_000;

describe('every file is answered in time', () => {
  it.each(cases)(
    '$name',
    async ({ file, expected }) => {
      const bytes = await file();
      const start = performance.now();
      expect(await outcome(bytes)).toBe(expected);
      expect(performance.now() - start).toBeLessThan(MOST_MS);
    },
    60_000,
  );
});
