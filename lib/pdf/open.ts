/**
 * How a PDF is opened for reading its text: no scripts, no forms, no images, no WebAssembly, nothing fetched but the
 * character maps and font metrics shipped with the extension.
 */
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api';
import type { ErrorCode } from '@/lib/core/model/errors';
import { noDocument } from './no-fonts';

/** pdf.js's level for errors only; its warnings are about drawing. */
export const QUIET = 0;

export const MAX_PDF_BYTES = 200 * 1024 * 1024;

export interface OpenOptions {
  /** Folder with `cmaps/` and `standard_fonts/`, ending in a slash. */
  assets: string;
  password?: string | undefined;
  worker?: PDFWorker;
  /** The worker fetches the assets itself; false only in Node, which reads them from disk. */
  workerFetch: boolean;
}

export const openParameters = (
  data: Uint8Array,
  { assets, password, worker, workerFetch }: OpenOptions,
): DocumentInitParameters => ({
  data,
  cMapUrl: `${assets}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${assets}standard_fonts/`,
  useWorkerFetch: workerFetch,
  ownerDocument: noDocument,
  enableXfa: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  // Pictures are not decoded for reading; one pixel lets none through. Fonts are not made ready for drawing then either.
  maxImageSize: 1,
  stopAtErrors: false,
  verbosity: QUIET,
  ...(password === undefined ? {} : { password }),
  ...(worker === undefined ? {} : { worker }),
});

const HEAD = 1024;

/** What can be said before pdf.js is asked. */
export function checkBytes(bytes: Uint8Array): ErrorCode | null {
  if (bytes.length === 0) return 'file-empty';
  if (bytes.length > MAX_PDF_BYTES) return 'pdf-too-large';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  return head.includes('%PDF-') ? null : 'pdf-not-pdf';
}

const NAMES: ReadonlyMap<string, ErrorCode> = new Map([
  ['PasswordException', 'pdf-encrypted'],
  ['InvalidPDFException', 'pdf-damaged'],
  ['AbortException', 'cancelled'],
]);

/** Failures of pdf.js as codes. */
export const errorCodeOf = (error: unknown): ErrorCode =>
  (error instanceof Error ? NAMES.get(error.name) : undefined) ?? 'pdf-damaged';

/** Title entry and the rest of the information dictionary, as pairs. */
export async function informationOf(pdf: PDFDocumentProxy): Promise<[string, string][]> {
  const metadata = await pdf.getMetadata().catch(() => null);
  return Object.entries(metadata?.info ?? {}).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim().slice(0, 2_000)]] : [],
  );
}
