/** A comparison in the page, with everything it calls listened to. */
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { ComparisonView } from '@/components/compare/comparison-view';
import type { Comparison } from '@/lib/core/compare/stored';
import type { Clip } from '@/lib/core/model/clip';
import { createComparison } from '@/lib/state/comparison';
import { createVolatileMemory } from '@/lib/state/memory';
import { fujian, hubei, shanghai } from '../fixtures/policy-clips';
import { button, mount } from './mount';

export const CLIPS = [shanghai, hubei, fujian];

export function show(
  clips: readonly Clip[] = CLIPS,
  wide = false,
  language: 'zh-CN' | 'en' = 'zh-CN',
  kept: readonly Comparison[] = [],
  beside: readonly Clip[] = [],
) {
  const held = signal(clips);
  const state = createComparison(held, createVolatileMemory());
  const saved = {
    list: signal<readonly Comparison[]>(kept),
    error: signal(null),
    refresh: async () => undefined,
    save: vi.fn(async () => true),
    open: vi.fn(),
    remove: vi.fn(async () => undefined),
    start: () => () => undefined,
  };
  const heard = {
    onOpen: vi.fn(),
    onArrange: vi.fn(),
    onChooseRegion: vi.fn(),
    onExport: vi.fn(),
    onLibrary: vi.fn(),
    onAdd: vi.fn(),
    onWide: vi.fn(),
  };
  const root = mount(
    <div style={{ height: '700px' }}>
      <ComparisonView
        state={state}
        saved={saved}
        clips={clips}
        beside={beside}
        wide={wide}
        today={() => '2026-11-23'}
        {...heard}
      />
    </div>,
    language,
  );
  if (wide) root.style.width = '1280px';
  return { root, state, saved, ...heard };
}
export const click = (element: HTMLElement) => act(() => element.click());
export const view = (root: ParentNode, name: string) => click(button(root, name));
