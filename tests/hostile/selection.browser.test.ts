/** Hostile selections (rows S of the trust table). */
import { afterEach, describe, expect, it } from 'vitest';
import { clipOfSelection } from '@/lib/core/clip/make-clip';
import { clipContext } from '@/lib/core/clip/source';
import { readDocument } from '@/lib/core/parse/read-document';
import { readPage } from '@/lib/page/read-page';
import { MAX_SELECTION_CHARS, selectionOf } from '@/lib/page/selection';
import { createPageSession } from '@/lib/page/session';
import { frameOf } from '../page/frame';

let frame: HTMLIFrameElement;
const controller = new AbortController();
afterEach(() => frame.remove());

const open = (body: string) => {
  frame = frameOf(`<!doctype html><html><body>${body}</body></html>`);
  return frame.contentDocument!;
};
const select = (document: Document, from: [Node, number], to: [Node, number]) =>
  document.getSelection()!.setBaseAndExtent(...from, ...to);
const selected = (document: Document) => selectionOf(document, readPage(document));

describe('selections', () => {
  it.each([
    ['S01 nothing', '<p>甲</p><p id="s"></p>'],
    ['S01 white space', '<p>甲</p><p id="s"> 　\u00A0 </p>'],
    ['S04 a text area', '<p>甲</p><textarea id="s">乙</textarea>'],
  ])('%s is none', async (_, html) => {
    const document = open(html);
    document.getSelection()!.selectAllChildren(document.querySelector('#s')!);
    expect(selected(document)).toBeNull();
    const session = createPageSession(document, { signal: controller.signal, emit: () => undefined });
    expect(await session.excerpt()).toEqual({ ok: false, error: 'selection-empty' });
  });

  it('S02 ten megabytes are cut at the cap, and that is said', () => {
    const document = open('<p></p>');
    document.querySelector('p')!.textContent = '科技创新政策。'.repeat(400_000);
    document.getSelection()!.selectAllChildren(document.body);
    const selection = selected(document);
    expect(selection?.cut).toBe(true);
    expect(selection?.text.length).toBeLessThanOrEqual(MAX_SELECTION_CHARS);
    expect(selection?.text.length).toBeGreaterThan(MAX_SELECTION_CHARS - 100);
  });

  it('S03 into a shadow tree keeps to what was read', () => {
    const document = open('<p id="a">甲乙</p><div id="host"></div><p id="b">丙</p>');
    const shadow = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    shadow.append('影');
    select(document, [document.querySelector('#a')!.firstChild!, 1], [document.querySelector('#b')!, 1]);
    expect(selected(document)?.text).toBe('乙\n丙');
    document.getSelection()!.selectAllChildren(shadow);
    expect(selected(document)).toBeNull();
  });

  it('S05 takes whole characters', () => {
    const document = open('<p>甲😀乙</p>');
    const text = document.querySelector('p')!.firstChild!;
    select(document, [text, 2], [text, 4]);
    expect(selected(document)?.text).toBe('😀乙');
  });

  it('S06 keeps the cells of a table apart', () => {
    const document = open('<table><tr><td>12</td><td>34</td></tr><tr><td>56</td><td>78</td></tr></table>');
    document.getSelection()!.selectAllChildren(document.body);
    expect(selected(document)?.text).toBe('12\n34\n56\n78');
  });

  it('S07 holds its words after the page took them away', async () => {
    const document = open('<p>将被删除的一段</p><p>乙</p>');
    document.getSelection()!.selectAllChildren(document.querySelector('p')!);
    const session = createPageSession(document, { signal: controller.signal, emit: () => undefined });
    const excerpt = await session.excerpt();
    document.querySelector('p')!.remove();
    expect(excerpt).toMatchObject({ ok: true, value: { selection: { text: '将被删除的一段' } } });
  });

  it('S08 clipped twice is two clips that know of each other', () => {
    const document = open('<h1>科技简报</h1><p>示例市设立基金，重点投向早期项目。</p>');
    document.getSelection()!.selectAllChildren(document.querySelector('p')!);
    const { model } = readPage(document);
    const context = clipContext(readDocument(model), model);
    const selection = selected(document)!;
    const at = '2026-01-01T00:00:00.000Z';
    const [a, b] = ['a', 'b'].map((letter) => clipOfSelection(context, selection, { id: letter.repeat(8), at }));
    expect(a?.id).not.toBe(b?.id);
    expect(a?.key).toBe(b?.key);
  });
});
