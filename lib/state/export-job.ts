/**
 * Writes a long export piece by piece: the window stays usable, progress is told, and it can be stopped between two
 * pieces. Holds pieces, never one string of everything.
 */
import { type ReadonlySignal, signal } from '@preact/signals';

export type ExportJobState =
  | { state: 'idle' }
  | { state: 'writing'; written: number }
  | { state: 'done'; written: number; name: string }
  | { state: 'stopped' }
  | { state: 'failed' };

export interface ExportJob {
  state: ReadonlySignal<ExportJobState>;
  /** Collects the pieces and hands them to `save`; answers false when stopped or failed. */
  run(
    name: string,
    chunks: Iterator<string>,
    save: (name: string, parts: readonly string[]) => Promise<boolean>,
  ): Promise<boolean>;
  stop(): void;
  /** What is needed for it could not be read. */
  fail(): false;
}

/** Longest stretch of work without a break, in milliseconds. */
const SLICE = 12;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function createExportJob(now: () => number = () => performance.now()): ExportJob {
  const state = signal<ExportJobState>({ state: 'idle' });
  let current = 0;

  async function collect(chunks: Iterator<string>, own: number): Promise<string[] | null> {
    const parts: string[] = [];
    let written = 0;
    let since = now();
    for (let next = chunks.next(); !next.done; next = chunks.next()) {
      parts.push(next.value);
      written += next.value.length;
      if (now() - since < SLICE) continue;
      state.value = { state: 'writing', written };
      await pause();
      if (own !== current) {
        chunks.return?.();
        return null;
      }
      since = now();
    }
    state.value = { state: 'writing', written };
    return parts;
  }

  return {
    state,
    async run(name, chunks, save) {
      const own = ++current;
      state.value = { state: 'writing', written: 0 };
      try {
        const parts = await collect(chunks, own);
        if (parts === null) return false;
        const saved = await save(name, parts);
        if (own !== current) return false;
        const written = parts.reduce((sum, part) => sum + part.length, 0);
        state.value = saved ? { state: 'done', written, name } : { state: 'failed' };
        return saved;
      } catch {
        if (own === current) state.value = { state: 'failed' };
        return false;
      }
    },
    fail() {
      current++;
      state.value = { state: 'failed' };
      return false;
    },
    stop() {
      if (state.value.state !== 'writing') return;
      current++;
      state.value = { state: 'stopped' };
    },
  };
}
