/**
 * The one-minute tour of a first run: recognise → clip → another province → compare → export. Where it stands follows from what has
 * happened, not from clicks on “next”: who clips by key has clipped. Dismissed once, it is found again in the menu.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import type { AppStore } from './app-store';
import type { CompareStore } from './compare-store';
import type { LibraryStore } from './library-store';
import type { PageHost } from './page-host';
import type { SettingsStore } from './settings';

export const TOUR_STEPS = ['read', 'clip', 'second', 'compare', 'export'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

export interface Tour {
  /** What is to be done now; null while the tour is not shown. */
  step: ReadonlySignal<TourStep | null>;
  /** The furthest step that was reached: a second bulletin is clipped again, and nobody is sent back for it. */
  at: ReadonlySignal<TourStep>;
  /** Does what the step speaks of. */
  act(): Promise<void>;
  dismiss(): void;
  start(): () => void;
}

export interface TourServices {
  app: AppStore;
  host: PageHost;
  library: LibraryStore;
  compare: CompareStore;
  settings: SettingsStore;
  /** Opens an issue of the bundled sample; each is of another province. */
  openSample: (issue: 1 | 2) => void;
}

const COLUMNS = 3;

/** One clip of each province, those with measures first: what is worth comparing. */
export function worthComparing(clips: readonly Clip[]): string[] {
  const byRegion = new Map<string, string>();
  for (const clip of [...clips].sort((a, b) => b.item.measures.length - a.item.measures.length)) {
    const region = clip.corrections.regions?.[0] ?? clip.item.regions[0]?.value;
    if (region && !byRegion.has(region)) byRegion.set(region, clip.id);
  }
  return [...byRegion.values()].slice(0, COLUMNS);
}

export function createTour({ app, host, library, compare, settings, openSample }: TourServices): Tour {
  const exported = signal(false);
  const reached = signal(0);
  const provinces = computed(() => library.facets.value?.regions.length ?? 0);
  const left = computed(() => {
    const page = host.page.value;
    return page ? page.items.value.filter((item) => !page.clipOf({ type: 'item', item })).length : 0;
  });
  const step = computed<TourStep | null>(() => {
    if (!settings.ready.value || settings.values.value.walkthroughDone) return null;
    if (compare.count.value > 1) return 'export';
    if (provinces.value > 1) return 'compare';
    if (left.value > 0) return 'clip';
    return provinces.value > 0 ? 'second' : 'read';
  });
  const dismiss = () => settings.change({ walkthroughDone: true });

  const acts: Record<TourStep, () => void | Promise<void>> = {
    read: () => openSample(1),
    second: () => openSample(2),
    async clip() {
      app.view.value = 'page';
      await host.page.value?.clipAll();
    },
    async compare() {
      const all = await library.allIds();
      const clips = all.ok ? await library.clipsOf(all.value) : all;
      if (!clips.ok) return;
      compare.add(worthComparing(clips.value));
      app.view.value = 'compare';
    },
    export() {
      app.openExport({ base: 'comparison', ids: compare.clips.value.map((clip) => clip.id) });
    },
  };
  return {
    step,
    at: computed(() => TOUR_STEPS[reached.value] ?? 'read'),
    async act() {
      if (step.value) await acts[step.value]();
    },
    dismiss,
    start() {
      const undo = [
        effect(() => {
          const now = step.value;
          reached.value = now ? Math.max(reached.peek(), TOUR_STEPS.indexOf(now)) : 0;
        }),
        effect(() => {
          if (app.dialog.value === 'export') exported.value = true;
          else if (exported.value) {
            exported.value = false;
            if (step.peek() === 'export') dismiss();
          }
        }),
      ];
      return () => {
        for (const stop of undo) stop();
      };
    },
  };
}
