/** Painting, finding and undoing, on a page of its own: afterwards its HTML is the same to the byte. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageEvent } from '@/lib/core/protocol/from-page';
import type { Mark } from '@/lib/core/protocol/to-page';
import { createPageSession } from '@/lib/page/session';
import { startOnce } from '@/lib/page/start';
import { frameOf } from './frame';

const PAGE = `<!doctype html><html><body style="margin:0"><p>示例省科技简报</p><p id="a">第一条内容。</p>
  <p id="b">第二条内容。</p><div style="height:3000px"></div><p id="c">末尾一条。</p></body></html>`;

let frame: HTMLIFrameElement;
let controller: AbortController;
const events: PageEvent[] = [];
afterEach(() => {
  controller.abort();
  frame.remove();
  events.length = 0;
});

async function open(html = PAGE) {
  frame = frameOf(html);
  controller = new AbortController();
  const document = frame.contentDocument!;
  const view = frame.contentWindow as Window & typeof globalThis;
  const session = createPageSession(document, { signal: controller.signal, emit: (event) => events.push(event) });
  const read = await session.read();
  if (!read.ok) throw new Error(read.error);
  const text = read.value.blocks.map((block) => block.text).join('\n');
  const markOf = (id: string, words: string, tone: Mark['tone'] = 'item'): Mark => {
    const start = text.indexOf(words);
    return { id, tone, spans: [{ start, end: start + words.length }] };
  };
  return { document, view, session, markOf };
}
const painted = (view: Window & typeof globalThis) =>
  Object.fromEntries([...view.CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]));

describe('a reading begun before anybody asks', () => {
  const blank = async () => {
    const { document, session } = await open();
    const titles = async () => {
      const read = await session.read();
      return read.ok ? read.value.title : read.error;
    };
    return { document, session, titles };
  };

  it('is taken once', async () => {
    const { document, session, titles } = await blank();
    document.title = 'before';
    session.prime();
    await session.selection();
    document.title = 'after';
    expect([await titles(), await titles()]).toEqual(['before', 'after']);
  });

  it('is not taken after the text changed', async () => {
    const { document, session, titles } = await blank();
    document.title = 'before';
    session.prime();
    await session.selection();
    document.body.append('新的一段');
    await expect.poll(() => events).toContainEqual({ type: 'changed' });
    document.title = 'after';
    expect(await titles()).toBe('after');
  });
});

describe('marks', () => {
  it('paint exactly their words, each tone by itself', async () => {
    const { view, session, markOf } = await open();
    session.setMarks([markOf('1', '第一条内容'), markOf('2', '第二条', 'clipped'), markOf('3', '内容', 'figure')]);
    session.focusMark('1');
    expect(painted(view)).toEqual({
      'mark-1': ['第一条内容'],
      'mark-2': ['第二条'],
      'mark-4': ['内容'],
      'mark-3': ['第一条内容'],
    });
  });

  it('replace each other', async () => {
    const { view, session, markOf } = await open();
    session.setMarks([markOf('1', '第一条内容')]);
    session.setMarks([markOf('2', '第二条')]);
    expect(painted(view)['mark-1']).toEqual(['第二条']);
  });

  it.each<[name: string, undo: (session: ReturnType<typeof createPageSession>) => void]>([
    ['an empty list', (session) => session.setMarks([])],
    ['the end of the signal', () => controller.abort()],
  ])('%s leaves the page as it was', async (_, undo) => {
    const { document, view, session, markOf } = await open();
    const before = document.documentElement.outerHTML;
    session.setMarks([markOf('1', '第一条内容'), markOf('2', '第二条', 'clipped')]);
    session.focusMark('1');
    session.scrollTo(markOf('c', '末尾').spans);
    expect(document.adoptedStyleSheets).toHaveLength(1);
    expect(document.documentElement.outerHTML).toBe(before);
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    undo(session);
    if (!controller.signal.aborted) session.focusMark(null);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toHaveLength(0);
    expect(view.CSS.highlights.size).toBe(0);
  });

  it('keep the page’s own sheets and highlights', async () => {
    const { document, view, session, markOf } = await open();
    document.adoptedStyleSheets = [new view.CSSStyleSheet()];
    view.CSS.highlights.set('own', new view.Highlight());
    session.setMarks([markOf('1', '第一条内容')]);
    controller.abort();
    expect(document.adoptedStyleSheets).toHaveLength(1);
    expect([...view.CSS.highlights.keys()]).toEqual(['own']);
  });
});

describe('the person', () => {
  const point = (document: Document, type: string, selector: string) => {
    const box = document.querySelector(selector)!.getBoundingClientRect();
    const at = { clientX: box.left + 20, clientY: box.top + box.height / 2, bubbles: true, button: 0 };
    document.querySelector(selector)!.dispatchEvent(new PointerEvent(type, at));
  };

  it('hovers over a mark and leaves it', async () => {
    const { document, session, markOf } = await open();
    session.setMarks([markOf('outer', '第一条内容。'), markOf('inner', '第一条')]);
    point(document, 'pointermove', '#a');
    await expect.poll(() => events).toEqual([{ type: 'hover', id: 'inner' }]);
    point(document, 'pointermove', '#b');
    await expect.poll(() => events.at(-1)).toEqual({ type: 'hover', id: null });
  });

  it('clicks a mark', async () => {
    const { document, session, markOf } = await open();
    session.setMarks([markOf('1', '第一条内容')]);
    point(document, 'click', '#a');
    point(document, 'click', '#b');
    expect(events).toEqual([{ type: 'activate', id: '1' }]);
  });

  it('selects, and the end of it is told once', async () => {
    const { document } = await open();
    const selection = document.getSelection()!;
    selection.selectAllChildren(document.querySelector('#a')!);
    selection.selectAllChildren(document.querySelector('#b')!);
    await expect.poll(() => events).toHaveLength(1);
    expect(events[0]).toMatchObject({ type: 'selection', selection: { text: '第二条内容。' } });
    selection.removeAllRanges();
    await expect.poll(() => events.at(-1)).toEqual({ type: 'selection', selection: null });
  });

  it('is taken to a passage', async () => {
    const { view, session, markOf } = await open();
    expect(session.scrollTo(markOf('c', '末尾').spans).ok).toBe(true);
    const top = view.document.querySelector('#c')!.getBoundingClientRect().top;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(600);
    expect(painted(view)['mark-6']).toEqual(['末尾']);
    expect(session.scrollTo([{ start: 9_000, end: 9_001 }])).toMatchObject({ ok: false, error: 'text-changed' });
  });
});

describe('changes', () => {
  it('of the text are told, once for many', async () => {
    const { document } = await open();
    for (let i = 0; i < 500; i += 1) document.querySelector('#a')!.textContent = `第${i}次`;
    await expect.poll(() => events).toEqual([{ type: 'changed' }]);
  });

  it('without another text are not told, nor are marks of our own', async () => {
    const { document, session, markOf } = await open();
    document.querySelector('#a')!.setAttribute('class', 'x');
    document.querySelector('#a')!.textContent = '第一条内容。';
    session.setMarks([markOf('1', '第一条内容')]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(events).toEqual([]);
  });

  it('H17 a thousand times a second are told ever less often', async () => {
    const { document } = await open();
    let n = 0;
    const ticking = setInterval(() => {
      for (let i = 0; i < 10; i += 1) {
        n += 1;
        document.querySelector('#a')!.firstChild!.nodeValue = `${n}`;
      }
    }, 10);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    clearInterval(ticking);
    expect(events.length).toBeGreaterThan(0);
    expect(events.length).toBeLessThanOrEqual(3);
  });

  it('are read again before a selection is given', async () => {
    const { document, session } = await open();
    document.querySelector('#a')!.textContent = '全新的内容';
    await expect.poll(() => events).toHaveLength(1);
    document.getSelection()!.selectAllChildren(document.querySelector('#a')!);
    expect(await session.selection()).toMatchObject({ ok: true, value: { text: '全新的内容' } });
  });
});

describe('starting', () => {
  it('F06 ends by itself when the extension has gone, though nothing told it, and then looks no more', () => {
    vi.useFakeTimers();
    const alive = vi.fn(() => true);
    const running = startOnce(alive, {});
    vi.advanceTimersByTime(60_000);
    expect(running?.signal.aborted).toBe(false);
    alive.mockReturnValue(false);
    vi.advanceTimersByTime(2_000);
    expect(running?.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('F07 happens once, and again when the extension was replaced', () => {
    const scope = {};
    let connected = true;
    const first = startOnce(() => connected, scope);
    expect(first).not.toBeNull();
    expect(startOnce(() => true, scope)).toBeNull();
    connected = false;
    expect(startOnce(() => true, scope)).not.toBeNull();
    expect(first?.signal.aborted).toBe(true);
    expect(Object.keys(scope)).toEqual([]);
  });
});
