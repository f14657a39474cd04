/** PDFs as documents: bytes in, the same DocumentModel as a page gives out. */

export { MAX_PDF_BYTES } from './open';
export type { BlockPlaces, PagesRead, PdfReading } from './read-document';
export { createPdfReader, PDF_DEADLINE, type PdfProgress, type PdfReader, type PdfReadOptions } from './reader';
export { createPdfSource, type PdfSourceParts } from './source';
