/**
 * Short notices at the foot of the panel. One with an action (undo, retry) stays ten seconds, and as long as the
 * pointer or the focus rests on it, and so does a problem, which says what to do next; plain ones stay four and give way
 * to the next notice.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ErrorCode } from '@/lib/core/model/errors';
import { errorNext, errorText } from './error-text';
import type { Message } from './message';

export interface Toast {
  id: number;
  tone: 'done' | 'problem';
  text: Message;
  /** What to do about a problem. */
  next?: Message;
  action?: { label: Message; run: () => void };
}

export interface Toasts {
  list: ReadonlySignal<readonly Toast[]>;
  show(toast: Omit<Toast, 'id'>): number;
  /** Says what went wrong and what to do about it. */
  problem(error: ErrorCode, action?: Toast['action']): number;
  dismiss(id: number): void;
  act(id: number): void;
  /** Stops the clocks while the person is at the toasts. */
  hold(on: boolean): void;
}

export const ACTION_MS = 10_000;
export const PLAIN_MS = 4_000;
const MOST = 2;

export function createToasts(): Toasts {
  const list = signal<readonly Toast[]>([]);
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let next = 1;
  let held = false;

  const stop = (id: number) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const dismiss = (id: number) => {
    stop(id);
    list.value = list.value.filter((toast) => toast.id !== id);
  };
  const start = (toast: Toast) => {
    stop(toast.id);
    timers.set(
      toast.id,
      setTimeout(() => dismiss(toast.id), toast.action || toast.next ? ACTION_MS : PLAIN_MS),
    );
  };

  const show = (toast: Omit<Toast, 'id'>): number => {
    const shown = { ...toast, id: next++ };
    const kept = list.value.filter((old) => old.action).slice(1 - MOST);
    for (const old of list.value) if (!kept.includes(old)) dismiss(old.id);
    list.value = [...list.value, shown];
    if (!held) start(shown);
    return shown.id;
  };

  return {
    list,
    show,
    problem: (error, action) =>
      show({ tone: 'problem', text: errorText(error), next: errorNext(error), ...(action && { action }) }),
    dismiss,
    act(id) {
      const toast = list.value.find((one) => one.id === id);
      dismiss(id);
      toast?.action?.run();
    },
    hold(on) {
      held = on;
      for (const toast of list.value) on ? stop(toast.id) : start(toast);
    },
  };
}
