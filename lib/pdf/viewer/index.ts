/** The reader's part of this room: pdf.js's viewer component and the join of its text layers to a reading. */
export type { Finder, FindResult } from './finder';
export type { Chapter } from './outline';
export type { ScreenBox } from './regions';
export { selectionIn } from './selection';
export { createTextLayers, type TextLayers } from './text-layer';
export { createPdfView, type PdfView, type PdfViewerOptions, type ViewerState, type Zoom } from './viewer';
export type { ViewerWords } from './words';
