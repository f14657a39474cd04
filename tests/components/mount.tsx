/** Mounts components on fakes in the real DOM, runs axe over them, and cleans up. */
import '@/assets/styles/app.css';
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect } from 'vitest';
import { createI18n, I18nProvider } from '@/components/i18n';
import { ServicesProvider } from '@/components/services';
import { createLookup, type Language } from './scene/lookup';
import { createScene, type SceneOptions } from './scene/services';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0)) step();
});

export const i18nFor = (language: Language) => createI18n(createLookup(language), language);

/** Draws into a fresh panel of 360 px. */
export function mount(content: ComponentChild, language: Language = 'zh-CN'): HTMLElement {
  const root = document.createElement('div');
  root.style.width = '360px';
  document.body.append(root);
  document.documentElement.lang = language;
  document.title = 'PolicyClip';
  void act(() => render(<I18nProvider value={i18nFor(language)}>{content}</I18nProvider>, root));
  undo.push(() => {
    render(null, root);
    root.remove();
  });
  return root;
}

/** Draws with a whole panel's services. */
export function mountScene(content: ComponentChild, options: SceneOptions = {}, language: Language = 'zh-CN') {
  const scene = createScene(options);
  undo.push(scene.start());
  const root = mount(<ServicesProvider value={scene.services}>{content}</ServicesProvider>, language);
  return { ...scene, root };
}

/** Waits until the interface has drawn what state holds. */
export const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 30)));

/** No violation of WCAG 2.2 A and AA, contrast included. */
export async function expectAccessible(root: Element): Promise<void> {
  for (const animation of document.getAnimations()) animation.finish();
  const { violations } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  });
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
  expect(found).toEqual([]);
}

export const find = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T => {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`nothing matches ${selector}`);
  return element;
};

/** The button that says `name`, by label or text. */
export function button(root: ParentNode, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('button, [role=tab], [role=menuitem]')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent?.includes(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

/** A key as a keyboard sends it; answers whether it was taken. */
export function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  void act(() => {
    target.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

export function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  void act(() => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}
