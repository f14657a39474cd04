/**
 * PDFs that mean harm by size: little on disk, much when unpacked or followed. Deflate is written by hand where a
 * compressor would first need the gigabyte that it shrinks.
 */
import { assemble, bytesOf, writePdf } from '../../fixtures/pdf/write-pdf';

const textOf = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768));
  return text;
};

/** One page whose content stream is given as it stands in the file. */
const pageWith = (body: Uint8Array, filters: string): Uint8Array =>
  assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /f 5 0 R >> >> >>',
      `<< /Filter [${filters}] /Length ${body.length} >>\nstream\n${textOf(body)}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
    ],
    '',
  );

/**
 * zlib stream of `count × 258 + 1` times one byte: a literal, then matches of length 258 at distance 1, 13 bits each
 * (RFC 1951, fixed codes). Eight of them fill thirteen bytes, so that it compresses well once more.
 */
function repeated(byte: number, count: number): Uint8Array {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let i = 0; i < length; i += 1) bits.push((value >> i) & 1);
  };
  const pushCode = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i -= 1) bits.push((value >> i) & 1);
  };
  push(1, 1);
  push(1, 2);
  pushCode(0x30 + byte, 8);
  const start = bits.length;
  for (let i = 0; i < 8; i += 1) {
    pushCode(0xc5, 8);
    pushCode(0, 5);
  }
  const period = bits.slice(start);
  const head = bits.slice(0, start);
  const total = head.length + period.length * Math.ceil(count / 8) + 7;
  const bytes = new Uint8Array(2 + Math.ceil(total / 8) + 4);
  bytes.set([0x78, 0x9c]);
  const bitAt = (i: number): number => {
    if (i < head.length) return head[i] ?? 0;
    if (i < total - 7) return period[(i - head.length) % period.length] ?? 0;
    return 0;
  };
  for (let i = 0; i < total; i += 1) if (bitAt(i)) bytes[2 + (i >> 3)] = (bytes[2 + (i >> 3)] ?? 0) | (1 << (i & 7));
  return bytes;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>, times = 1): Promise<Uint8Array> {
  const packer = new CompressionStream('deflate');
  const writer = packer.writable.getWriter();
  const packed = new Response(packer.readable).arrayBuffer();
  for (let i = 0; i < times; i += 1) await writer.write(bytes);
  await writer.close();
  return new Uint8Array(await packed);
}

/** P01: half a gigabyte of spaces. */
export const spaces = (): Uint8Array => pageWith(repeated(0x20, 2_000_000), '/FlateDecode');

/** P02: a gigabyte of zeros, packed twice. */
export async function packedTwice(): Promise<Uint8Array> {
  const inner = repeated(0, 4_000_000);
  return pageWith(await deflate(new Uint8Array(inner)), '/FlateDecode /FlateDecode');
}

/** P03: twenty million text operators. */
export async function textOperators(): Promise<Uint8Array> {
  const chunk = bytesOf('(a)Tj '.repeat(200_000));
  const body = await deflate(new Uint8Array([...bytesOf('BT /f 9 Tf 10 10 Td '), ...chunk]), 100);
  return pageWith(body, '/FlateDecode');
}

const form = (content: string, resources: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >> /Length ${content.length} >>\n` +
  `stream\n${content}\nendstream`;

const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]';

/** P04: ten forms in ten forms, eight deep. P08: a form that draws itself. @param plain other pages: one before, the rest after */
export function nestedForms(levels: number, plain = 0): Uint8Array {
  const draw = `BT /f 9 Tf (x) Tj ET ${'/x Do '.repeat(10)}`;
  const first = 8;
  const forms = Array.from({ length: levels }, (_, i) =>
    i === levels - 1
      ? form('BT /f 9 Tf (deep) Tj ET', '/Font << /f 5 0 R >>')
      : form(draw, `/Font << /f 5 0 R >> /XObject << /x ${first + i + 1} 0 R >>`),
  );
  const plainPage = `<< ${PAGE} /Contents 6 0 R /Resources << /Font << /f 5 0 R >> >> >>`;
  const plainPages = Array.from({ length: plain }, (_, i) => `${first + levels + i} 0 R`);
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count ${plain + 1} /Kids [${plainPages.toSpliced(1, 0, '3 0 R').join(' ')}] >>`,
      `<< ${PAGE} /Contents 4 0 R /Resources << /XObject << /x ${first} 0 R >> >> >>`,
      '<< /Length 5 >>\nstream\n/x Do\nendstream',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
      '<< /Length 45 >>\nstream\nBT /f 12 Tf 90 700 Td (A plain page.) Tj ET   \nendstream',
      '<< >>',
      ...forms,
      ...plainPages.map(() => plainPage),
    ],
    '',
  );
}

/** A font whose glyphs are drawings without end, and whose map says what they mean. */
export function endlessGlyphs(text: string, levels = 9): Uint8Array {
  const first = 8;
  const draw = '/x Do '.repeat(10);
  const forms = Array.from({ length: levels }, (_, i) =>
    form(i === levels - 1 ? '0 0 9 9 re f' : draw, `/XObject << /x ${first + Math.min(i + 1, levels - 1)} 0 R >>`),
  );
  const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
  const signs = Array.from(text, (sign, i) =>
    [0x61 + i, sign.charCodeAt(0)].map((code) => code.toString(16).padStart(2, '0')),
  );
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< ${PAGE} /Contents 4 0 R /Resources << /Font << /f 5 0 R >> >> >>`,
      stream(`BT /f 12 Tf 90 700 Td <${signs.map(([code]) => code).join('')}> Tj ET`),
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 97 ' +
        `/LastChar ${96 + text.length} /Widths [${'1000 '.repeat(text.length)}] /CharProcs << /g 6 0 R >> ` +
        `/Encoding << /Type /Encoding /Differences [97 ${'/g '.repeat(text.length)}] >> /ToUnicode 7 0 R ` +
        `/Resources << /XObject << /x ${first} 0 R >> >> >>`,
      stream(`1000 0 0 -120 1000 880 d1 ${draw}`),
      stream(
        '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ' +
          `${text.length} beginbfchar ${signs.map(([code, sign]) => `<${code}> <${sign}>`).join(' ')} endbfchar endcmap end`,
      ),
      ...forms,
    ],
    '',
  );
}

export const selfForm = (): Uint8Array =>
  assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /x 5 0 R >> >> >>',
      '<< /Length 5 >>\nstream\n/x Do\nendstream',
      form('/x Do', '/XObject << /x 5 0 R >>'),
    ],
    '',
  );

/** P15: five thousand pages. */
export const manyPages = (count: number): Uint8Array =>
  writePdf({
    pages: Array.from({ length: count }, (_, i) => ({
      texts: [{ text: `Page ${i + 1} of an invented report.`, x: 90, y: 400, font: 'times' as const }],
    })),
  });
