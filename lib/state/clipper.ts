/**
 * Keeps, changes and throws away clips. Ids are minted here, so that a repeated save is the same clip; a passage counts
 * as kept only after the store answered; an unanswered save is repeated and, when that fails too, stays offered.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { Result } from '@/lib/core/model/result';
import type { ClipChange, ClipStore, ClipVersion } from '@/lib/store/contract';
import { counted, message } from './message';
import type { Toast, Toasts } from './toasts';

export type SaveState = 'saving' | 'failed';

export interface Clipper {
  /** By `Clip.key`; nothing here means: saved, or never asked for. */
  pending: ReadonlySignal<ReadonlyMap<string, SaveState>>;
  save(clips: readonly Clip[]): Promise<boolean>;
  change(id: string, change: ClipChange): Promise<Result<Clip>>;
  /** Adds tags to clips and takes none away. */
  tag(clips: readonly Clip[], tags: readonly string[]): Promise<void>;
  /** Earlier states, newest first. */
  history(id: string): Promise<Result<ClipVersion[]>>;
  revert(id: string, revision: number): Promise<void>;
  remove(ids: readonly string[]): Promise<boolean>;
  restore(ids: readonly string[]): Promise<boolean>;
  purge(ids: readonly string[]): Promise<boolean>;
}

export interface ClipperServices {
  store: ClipStore;
  toasts: Toasts;
  /** Now, as an ISO date and time. */
  clock: () => string;
  wait: (ms: number) => Promise<void>;
  /** Opens a clip in the library. */
  show: (id: string) => void;
}

/** Worth asking again: nobody said no, or not for long. */
const UNANSWERED: readonly ErrorCode[] = ['no-answer', 'store-timeout', 'store-rebuilding'];
const PAUSES_MS = [200, 1_000, 3_000];

export function createClipper({ store, toasts, clock, wait, show }: ClipperServices): Clipper {
  const pending = signal<ReadonlyMap<string, SaveState>>(new Map());

  const mark = (clips: readonly Clip[], state: SaveState | null) => {
    const next = new Map(pending.value);
    for (const clip of clips) state === null ? next.delete(clip.key) : next.set(clip.key, state);
    pending.value = next;
  };

  async function persist<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    for (const pause of PAUSES_MS) {
      const answer = await ask();
      if (answer.ok || !UNANSWERED.includes(answer.error)) return answer;
      await wait(pause);
    }
    return ask();
  }

  /**
   * Changes of one clip, one after the other: one that is asked for again because nobody answered must not come after
   * what was asked for meanwhile.
   */
  const changing = new Map<string, Promise<unknown>>();
  function inOrder<T>(id: string, ask: () => Promise<Result<T>>): Promise<Result<T>> {
    const own = (changing.get(id) ?? Promise.resolve()).then(() => persist(ask));
    changing.set(id, own);
    void own.then(() => {
      if (changing.get(id) === own) changing.delete(id);
    });
    return own;
  }

  const problem = (error: ErrorCode, again: () => void) =>
    toasts.problem(error, { label: message('common.retry'), run: again });

  async function save(clips: readonly Clip[]): Promise<boolean> {
    if (clips.length === 0) return true;
    mark(clips, 'saving');
    const answer = await persist(() => store.save([...clips]));
    mark(clips, answer.ok ? null : 'failed');
    if (!answer.ok) {
      problem(answer.error, () => void save(clips));
      return false;
    }
    // A save that was asked for again after no answer finds its own clips there; others had been kept elsewhere.
    const there = new Set([...answer.value.saved, ...answer.value.known]);
    const kept = clips.filter(({ id }) => there.has(id));
    const [only] = kept;
    if (!only) toasts.show({ tone: 'done', text: message('toast.clippedBefore') });
    else
      toasts.show({
        tone: 'done',
        text:
          kept.length === 1
            ? message('toast.clipped', short(titleOf(only)))
            : counted('toast.clippedMany', kept.length),
        action: {
          label: message('common.undo'),
          run: () =>
            void remove(
              kept.map(({ id }) => id),
              false,
            ),
        },
      });
    return true;
  }

  async function remove(ids: readonly string[], announce = true): Promise<boolean> {
    const answer = await persist(() => store.remove([...ids], clock()));
    if (!answer.ok) problem(answer.error, () => void remove(ids, announce));
    else if (announce) {
      toasts.show({
        tone: 'done',
        text: counted('toast.removed', answer.value.count),
        action: { label: message('common.undo'), run: () => void restore(ids) },
      });
    } else toasts.show({ tone: 'done', text: message('toast.unclipped') });
    return answer.ok;
  }

  async function restore(ids: readonly string[]): Promise<boolean> {
    const answer = await persist(() => store.restore([...ids], clock()));
    if (!answer.ok) problem(answer.error, () => void restore(ids));
    else toasts.show({ tone: 'done', ...returned(answer.value) });
    return answer.ok;
  }

  /** What came back, and the way to the clip that took over what was kept again meanwhile. */
  function returned({ count, united }: { count: number; united: readonly string[] }): Pick<Toast, 'text' | 'action'> {
    const [host] = united;
    if (host === undefined) return { text: counted('toast.restored', count) };
    return {
      text: count > 0 ? message('toast.restoredUnited', count, united.length) : counted('toast.united', united.length),
      action: { label: message('toast.show'), run: () => show(host) },
    };
  }

  return {
    pending,
    save,
    remove,
    restore,
    async purge(ids) {
      const answer = await persist(() => store.purge([...ids]));
      if (answer.ok) toasts.show({ tone: 'done', text: counted('toast.purged', answer.value.count) });
      else toasts.problem(answer.error);
      return answer.ok;
    },
    async tag(clips, tags) {
      let tagged = 0;
      for (const clip of clips) {
        const united = [...new Set([...clip.tags, ...tags])];
        const answer = await inOrder(clip.id, () => store.update(clip.id, { tags: united }, clock()));
        if (answer.ok) tagged++;
        else return void toasts.problem(answer.error);
      }
      if (tagged > 0) toasts.show({ tone: 'done', text: counted('toast.tagged', tagged) });
    },
    history: (id) => store.history(id),
    async revert(id, revision) {
      const answer = await inOrder(id, () => store.revert(id, revision, clock()));
      if (!answer.ok) toasts.problem(answer.error);
    },
    async change(id, change) {
      const answer = await inOrder(id, () => store.update(id, change, clock()));
      if (!answer.ok) toasts.problem(answer.error);
      return answer;
    },
  };
}

const SHOWN = 18;
const titleOf = (clip: Clip) => clip.corrections.title ?? clip.item.title.value;
const short = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
