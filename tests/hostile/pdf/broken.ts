/** PDFs that lie about their structure, are no PDFs, or are locked. */
import { md5 } from '@noble/hashes/legacy.js';
import { assemble, bytesOf, encodeUtf8, type FileSpec, setLines } from '../../fixtures/pdf/write-pdf';

export const PLAIN: FileSpec = { pages: [{ texts: setLines(['　　样例省出台措施（虚构）。']) }] };

const tree = (pages: string): Uint8Array =>
  assemble(['<< /Type /Catalog /Pages 2 0 R >>', pages, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'], '');

/** P05 */
export const treeCycle = (): Uint8Array => tree('<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>');
/** P06 */
export const hugeCount = (): Uint8Array => tree('<< /Type /Pages /Count 2147483647 /Kids [] >>');
/** P07 */
export const nestedArrays = (): Uint8Array => tree(`<< /Type /Pages /Count 1 /Kids ${'['.repeat(200_000)}`);
/** P09 */
export const webPage = (): Uint8Array => encodeUtf8('<!doctype html><title>登录</title><p>请先登录');
/** P10 */
export const truncated = (): Uint8Array => bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendo');

/** P17: glyphs whose ToUnicode map says something else than they draw. */
export const otherText = (): Uint8Array => {
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ' +
    '1 beginbfchar <41> <7532> endbfchar endcmap end';
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /f 5 0 R >> >> >>',
      '<< /Length 34 >>\nstream\nBT /f 12 Tf 90 400 Td (AAAA) Tj ET\nendstream',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 6 0 R >>',
      `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
    ],
    '',
  );
};

/** Arc four, as PDF 1.1 uses it. */
function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (i: number): number => box[i] ?? 0;
  const swap = (i: number, j: number) => {
    const held = at(i);
    box[i] = at(j);
    box[j] = held;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at((at(i) + at(j)) & 255);
  });
}

const PADDING = bytesOf(
  '\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a',
);
const padded = (password: string): Uint8Array => new Uint8Array([...bytesOf(password), ...PADDING].slice(0, 32));
const asHex = (bytes: Uint8Array): string =>
  `<${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}>`;
const asText = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** P12: opens with `password` only (standard handler, revision 2). */
export function locked(password: string): Uint8Array {
  const id = bytesOf('invented-report!');
  const owner = rc4(md5(padded('owner')).slice(0, 5), padded(password));
  const permissions = new Uint8Array([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(new Uint8Array([...padded(password), ...owner, ...permissions, ...id])).slice(0, 5);
  const content = bytesOf('BT /f 12 Tf 90 400 Td (A locked invented text.) Tj ET');
  const objectKey = md5(new Uint8Array([...key, 4, 0, 0, 0, 0])).slice(0, 10);
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /f 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${asText(rc4(objectKey, content))}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
      `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${asHex(owner)} /U ${asHex(rc4(key, PADDING))} >>`,
    ],
    `/Encrypt 6 0 R /ID [${asHex(id)} ${asHex(id)}]`,
  );
}
