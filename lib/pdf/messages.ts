/** What passes between the reader and its worker. Both ends are this folder; nothing else listens. */
import type { ErrorCode } from '@/lib/core/model/errors';
import type { PagesRead, PdfReading } from './read-document';

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
  before: PagesRead | null;
}

/** While the file is being read. */
export type SteerMessage =
  /** The person looks at this page now. */
  | { type: 'look'; page: number }
  /** What has been read is enough. */
  | { type: 'stop' };

export type WorkerAnswer =
  | { type: 'page'; done: number; total: number }
  | { type: 'partial'; reading: PdfReading }
  | { type: 'done'; reading: PdfReading }
  | { type: 'failed'; error: ErrorCode };
