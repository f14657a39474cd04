/** Clips → files: Markdown, CSV, references, file names. Pure. */
export * from './citation';
export { columnName } from './comparison';
export * from './csv';
export { CHINA_OFFSET_MINUTES, dayOf } from './day';
export { escapeText, safeAddress } from './escape';
export * from './file-name';
export * from './markdown';
export * from './options';
export { pictureFile } from './picture';
export * from './place-link';
export { EXPORT_WORDS, type ExportLocale } from './words';
export * from './zipped';
