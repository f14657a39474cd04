/** Reads generated PDFs with the real worker in the real browser. */
import cmap from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?url';
import type { Block, DocumentModel } from '@/lib/core/model/document';
import { createPdfReader, type PdfReadOptions } from '@/lib/pdf';
import { type FileSpec, writePdf } from '../fixtures/pdf/write-pdf';

/** The folder that ships with the extension as `pdfjs/`. */
export const ASSETS = new URL('../', new URL(cmap, location.href)).href;

export const reader = createPdfReader(ASSETS);

/** The test server prepares the workers' code when it is first asked for it. */
const COLD_SERVER = 30_000;

export async function readModel(bytes: Uint8Array, options: PdfReadOptions = {}): Promise<DocumentModel> {
  const reading = await reader.read(bytes, { deadline: COLD_SERVER, ...options });
  if (!reading.ok) throw new Error(`${reading.error} ${reading.detail ?? ''}`);
  return reading.value.model;
}

/** One line per block: page, what it is, how it looked, what it says. */
const lineOf = ({ page, role, cell, size, boldLead, centred, indent, afterBreak, fullLine, text }: Block): string =>
  [
    `p${page}`,
    ...(role === 'paragraph' ? [] : [role]),
    ...(cell ? [`${cell.table}/${cell.row}/${cell.column}`] : []),
    ...(size ? [`×${size}`] : []),
    ...(boldLead ? [`bold ${boldLead === text.length ? 'all' : boldLead}`] : []),
    ...(centred ? ['centred'] : []),
    ...(indent && Math.round(indent) > 0 && !centred ? [`indent ${Math.round(indent)}`] : []),
    ...(afterBreak ? ['after break'] : []),
    ...(fullLine ? ['full'] : []),
    `| ${text}`,
  ].join(' ');

export const readLines = async (spec: FileSpec): Promise<string[]> =>
  (await readModel(writePdf(spec))).blocks.map(lineOf);
