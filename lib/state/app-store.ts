/** Which view and which dialog is in front, and what the live region says. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Message } from './message';

export const VIEWS = ['page', 'library', 'compare'] as const;
export type ViewName = (typeof VIEWS)[number];
export type DialogName = 'settings' | 'shortcuts' | 'details' | 'backup' | 'export' | 'purge' | 'batch';

/** What an export is about; `comparison` takes the tables as they stand on the screen. */
export interface Exporting {
  base: 'selection' | 'collection' | 'comparison';
  ids: readonly string[];
}

export interface AppStore {
  view: Signal<ViewName>;
  dialog: Signal<DialogName | null>;
  /** Clip whose fields are being edited in the 本页 view. */
  editing: Signal<string | null>;
  exporting: ReadonlySignal<Exporting>;
  /** Said politely to screen readers. */
  announced: ReadonlySignal<Message | null>;
  announce(text: Message): void;
  openExport(what: Exporting): void;
}

export function createAppStore(initial: ViewName = 'page'): AppStore {
  const dialog = signal<DialogName | null>(null);
  const exporting = signal<Exporting>({ base: 'collection', ids: [] });
  const announced = signal<Message | null>(null);
  return {
    view: signal(initial),
    dialog,
    editing: signal<string | null>(null),
    exporting,
    announced,
    announce(text) {
      announced.value = text;
    },
    openExport(what) {
      exporting.value = what;
      dialog.value = 'export';
    },
  };
}
