/**
 * How many clips of the library, trash included, bear a confidentiality mark: said before a backup takes them out. No
 * index knows it, so every clip is looked at, a few at a time, until the person has gone on.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { ClipStore } from '@/lib/store/contract';

export interface MarkedClips {
  /** Null until all have been looked at. */
  found: ReadonlySignal<{ clips: number; marks: readonly string[] } | null>;
  /** Why it is not known. */
  error: ReadonlySignal<ErrorCode | null>;
  /** Looks again if anything has changed since; what was known stays until then. */
  look(stopped: AbortSignal): Promise<void>;
}

const AT_A_TIME = 500;

async function* clipsOf(store: ClipStore): AsyncGenerator<Result<Clip[]>> {
  for (const trashed of [false, true]) {
    const ids = await store.findIds({ trashed });
    if (!ids.ok) {
      yield ids;
      return;
    }
    for (let at = 0; at < ids.value.length; at += AT_A_TIME) yield store.get(ids.value.slice(at, at + AT_A_TIME));
  }
}

async function count(store: ClipStore, stopped: AbortSignal) {
  let clips = 0;
  const marks = new Set<string>();
  for await (const part of clipsOf(store)) {
    if (stopped.aborted) return fail('cancelled');
    if (!part.ok) return part;
    for (const { source } of part.value) {
      if (source.marks.length > 0) clips += 1;
      for (const mark of source.marks) marks.add(mark);
    }
  }
  return ok({ clips, marks: [...marks] });
}

export function createMarkedClips(store: ClipStore): MarkedClips {
  const found = signal<{ clips: number; marks: readonly string[] } | null>(null);
  const error = signal<ErrorCode | null>(null);
  let now = 0;
  let seen: number | null = null;
  store.changes.subscribe(() => {
    now += 1;
  });
  return {
    found,
    error,
    async look(stopped) {
      if (seen === now) return;
      const begun = now;
      const answer = await count(store, stopped);
      if (stopped.aborted) return;
      error.value = answer.ok ? null : answer.error;
      found.value = answer.ok ? answer.value : null;
      seen = answer.ok ? begun : null;
    },
  };
}
