/** What passes between the reader and its worker. Both ends are this folder; nothing else listens. */
import type { DocumentModel } from '@/lib/core/model/document';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Bytes } from './container';

export interface ReadMessage {
  bytes: Bytes;
  fileName: string | null;
}

export type WorkerAnswer =
  | { type: 'page'; done: number; total: number }
  | { type: 'partial'; model: DocumentModel }
  | { type: 'done'; model: DocumentModel }
  | { type: 'failed'; error: ErrorCode };
