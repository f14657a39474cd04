/** Fonts are made ready for drawing by the viewer only: for reading, what the file says of its glyphs is enough. */
import { getDocument, PDFWorker } from 'pdfjs-dist';
import fontUrl from 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf?url';
import { afterAll, expect, it } from 'vitest';
import { openParameters, QUIET } from '@/lib/pdf/open';
import parserUrl from '@/lib/pdf/parser?worker&url';
import { assemble } from '../fixtures/pdf/write-pdf';
import { endlessGlyphs } from '../hostile/pdf/bombs';
import { ASSETS, readModel } from './read';

const stream = (body: string, entries = ''): string =>
  `<< ${entries} /Length ${body.length} >>\nstream\n${body}\nendstream`;

/** One page set in an embedded TrueType font whose map calls three of its glyphs by the signs of 样例省. */
function inOwnFont(font: Uint8Array): Uint8Array {
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ' +
    '3 beginbfchar <0024> <6837> <0025> <4F8B> <0026> <7701> endbfchar endcmap end';
  const file = Array.from(font, (byte) => String.fromCharCode(byte)).join('');
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /own 5 0 R >> >> >>',
      stream('BT /own 12 Tf 90 700 Td <002400250026> Tj ET'),
      '<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDToGIDMap /Identity /DW 1000 ' +
        '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 ' +
        '/Descent -120 /CapHeight 700 /StemV 80 /FontFile2 9 0 R >>',
      stream(map),
      stream(file, `/Length1 ${file.length}`),
    ],
    '',
  );
}

const ports: Worker[] = [];
afterAll(() => {
  for (const port of ports) port.terminate();
});

/** Bytes of fonts that pdf.js's worker hands over once text and drawing of the page have been asked for. */
async function handedOver(bytes: Uint8Array, changes: object): Promise<number> {
  const port = new Worker(parserUrl, { type: 'module' });
  ports.push(port);
  let size = 0;
  port.addEventListener('message', ({ data: { action, data } }) => {
    if (action === 'commonobj' && data[1] === 'Font') size += data[2].buffer.byteLength;
  });
  const worker = PDFWorker.create({ port, verbosity: QUIET });
  const parameters = openParameters(bytes, { assets: ASSETS, worker, workerFetch: true });
  const page = await (await getDocument({ ...parameters, ...changes }).promise).getPage(1);
  await page.getTextContent();
  await page.getOperatorList();
  return size;
}

it('hands no outlines over for reading, all of them for drawing', async () => {
  const bytes = inOwnFont(new Uint8Array(await (await fetch(fontUrl)).arrayBuffer()));
  expect((await readModel(bytes.slice())).blocks.map(({ text }) => text)).toEqual(['样例省']);
  const forReading = await handedOver(bytes.slice(), {});
  expect(forReading).toBeGreaterThan(0);
  expect(forReading).toBeLessThan(10_000);
  expect(await handedOver(bytes.slice(), { maxImageSize: -1 })).toBeGreaterThan(10_000);
}, 60_000);

it('reads text whose glyphs never stop drawing', async () => {
  const { blocks, notices } = await readModel(endlessGlyphs('样例省'), { deadline: 15_000 });
  expect(blocks.map(({ text, page }) => [text, page])).toEqual([['样例省', 1]]);
  expect(notices).toEqual([]);
}, 60_000);
