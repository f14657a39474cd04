/**
 * Every expected failure, once. The sentence and the next step a person sees are the i18n keys `error.<code>.text`
 * and `error.<code>.next`; a structure test holds both lists together.
 */
import { z } from './zod';

export const ERROR_CODES = [
  'page-not-readable',
  'page-no-answer',
  'site-not-granted',
  'extension-updated',
  'pdf-encrypted',
  'pdf-damaged',
  'pdf-not-pdf',
  'pdf-timeout',
  'pdf-too-large',
  'pdf-unreachable',
  'ofd-encrypted',
  'ofd-damaged',
  'ofd-not-ofd',
  'ofd-timeout',
  'file-empty',
  'file-access-off',
  'file-unsupported',
  'file-too-large',
  'file-unreadable',
  'selection-empty',
  'selection-not-found',
  'text-changed',
  'cancelled',
  'store-full',
  'change-too-large',
  'store-timeout',
  'store-rebuilding',
  'store-unavailable',
  'store-newer',
  'folder-gone',
  'folder-no-answer',
  'folder-not-allowed',
  'import-invalid',
  'import-newer',
  'library-changed',
  'restored-partly',
  'library-too-large',
  'clip-too-large',
  'not-allowed',
  'no-answer',
  'unexpected',
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof errorCodeSchema>;
