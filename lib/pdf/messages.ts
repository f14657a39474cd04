/** What passes between the reader and its worker. Both ends are this folder; nothing else listens. */
import type { ErrorCode } from '@/lib/core/model/errors';
import type { PdfReading } from './read-document';

export interface OpenMessage {
  type: 'open';
  bytes: Uint8Array;
  assets: string;
  /** To pdf.js's worker. */
  port: MessagePort;
  url: string;
  fileName: string | null;
  password: string | null;
  whole: boolean;
  places: boolean;
}

export type WorkerAnswer =
  | { type: 'page'; done: number; total: number }
  | { type: 'partial'; reading: PdfReading }
  | { type: 'done'; reading: PdfReading }
  | { type: 'failed'; error: ErrorCode };
