/** PDFs as documents: bytes in, the same DocumentModel as a page gives out. */

export type { BlockPlaces, PdfReading } from './read-document';
export { createPdfReader, PDF_DEADLINE, type PdfProgress, type PdfReader, type PdfReadOptions } from './reader';
