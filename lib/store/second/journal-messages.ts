/** What a page asks of its journal worker, one answer each. Both are of one build, so the shapes are types only. */
import type { JournalState, ReplayPart } from '@/lib/core/journal/journal';

export type JournalAsk =
  | { op: 'open'; name: string; version: number }
  | { op: 'append'; seq: number; payload: Uint8Array<ArrayBuffer> }
  | { op: 'rollback'; seq: number }
  | { op: 'after'; seq: number }
  | { op: 'replay'; at: number }
  | { op: 'verify'; at: number }
  | { op: 'begin'; epoch: string }
  | { op: 'add'; seq: number; payload: Uint8Array<ArrayBuffer> }
  | { op: 'commit'; seq: number }
  | { op: 'close' };

export interface JournalAnswers {
  open: JournalState | null;
  append: { size: number; base: number };
  rollback: null;
  after: number;
  replay: ReplayPart;
  verify: { next: number | null; damaged: boolean };
  begin: null;
  add: null;
  commit: null;
  close: null;
}

export interface JournalRequest {
  id: number;
  ask: JournalAsk;
}
export type JournalReply = { id: number } & (
  | { ok: true; value: JournalAnswers[keyof JournalAnswers] }
  | { ok: false; name: string; message: string }
);
