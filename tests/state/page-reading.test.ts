/** The life of one reading in the page store: read, stopped, read on, failed, changed, overruled. */
import { describe, expect, it } from 'vitest';
import { ok } from '@/lib/core/model/failure';
import type { Reading } from '@/lib/core/model/item';
import { sampleModel, sampleReading } from '../components/scene/reading';
import { createSceneSource, type SceneSource } from '../components/scene/source';
import { open, settled } from './open-page';

describe('reading', () => {
  it('reads once when it comes to the front', async () => {
    const { page, source } = await open();
    expect(source.calls.filter((call) => call === 'read')).toHaveLength(1);
    expect(page.phase.value).toEqual({ state: 'read' });
    expect(page.sections.value.map((section) => [section.name, section.items.length])).toEqual([
      ['省外速览', 3],
      ['省内要情', 2],
    ]);
  });

  it('shows progress and stops', async () => {
    const { page } = await open({ source: createSceneSource({ progress: { done: 3, total: 10 } }) });
    expect(page.phase.value).toEqual({ state: 'reading', done: 3, total: 10 });
    page.cancel();
    expect(page.phase.value).toEqual({ state: 'failed', error: 'cancelled' });
  });

  it('stops with what has been read, and reads on', async () => {
    const partly = { code: 'partly-read' as const, read: 3, total: 10 };
    const later = sampleReading.items.slice(1, 3).map((item, i) => ({ ...item, id: `s1.i${i + 1}` }));
    const part: Reading = { ...sampleReading, notices: [partly], items: later };
    const stopping = Promise.withResolvers<void>();
    let isWhole = false;
    const source: SceneSource = {
      ...createSceneSource({ format: 'pdf' }),
      stop: () => stopping.resolve(),
      async read(_, onProgress) {
        if (!isWhole) onProgress({ done: 1, total: 10, partial: sampleModel });
        await stopping.promise;
        return ok(sampleModel);
      },
    };
    const { page } = await open({
      source,
      get reading() {
        return isWhole ? sampleReading : part;
      },
    });
    expect(page.phase.value).toEqual({ state: 'reading', done: 1, total: 10 });
    page.active.value = page.items.value[0]?.id ?? null;
    page.cancel();
    await settled();
    expect(page.phase.value).toEqual({ state: 'read' });
    expect(page.reading.value?.notices).toEqual([partly]);
    isWhole = true;
    await page.read();
    expect(page.items.value).toHaveLength(5);
    // The same item, which is the second one now.
    expect(page.active.value).toBe(sampleReading.items[1]?.id);
  });

  it('does not wait for a source that does not stop when asked again', async () => {
    const source: SceneSource = { ...createSceneSource({ progress: { done: 3, total: 10 } }), stop: () => undefined };
    const { page } = await open({ source });
    page.cancel();
    expect(page.phase.value.state).toBe('reading');
    page.cancel();
    expect(page.phase.value).toEqual({ state: 'failed', error: 'cancelled' });
  });

  it('shows a failure as data', async () => {
    const { page } = await open({ source: createSceneSource({ error: 'pdf-damaged' }) });
    expect(page.phase.value).toEqual({ state: 'failed', error: 'pdf-damaged' });
    expect(page.items.value).toEqual([]);
  });

  it('reads a changed page again while nobody works on it', async () => {
    const { page, source } = await open();
    source.emit({ type: 'changed' });
    await settled();
    expect(source.calls.filter((call) => call === 'read')).toHaveLength(2);
    expect(page.changed.value).toBe(false);
  });

  it.each([
    ['under the hands of the person', 'html'],
    ['as a PDF', 'pdf'],
  ] as const)('a page that changed %s waits until it is asked for', async (_, format) => {
    const { page, source } = await open({ source: createSceneSource({ format }) });
    if (format === 'html') page.toggle('s1.i1');
    source.emit({ type: 'changed' });
    expect(page.changed.value).toBe(true);
    expect(source.calls.filter((call) => call === 'read')).toHaveLength(1);
    await page.read();
    expect(page.changed.value).toBe(false);
  });

  it('a document that breaks the parser fails by itself', async () => {
    const { page } = await open({
      get reading(): never {
        throw new RangeError('deep');
      },
    });
    expect(page.phase.value).toEqual({ state: 'failed', error: 'unexpected' });
    expect(page.items.value).toEqual([]);
  });

  it('believes the person about what the document is', async () => {
    const { page } = await open();
    page.overrule('none');
    expect(page.items.value).toEqual([]);
    page.overrule(null);
    expect(page.items.value).toHaveLength(5);
  });
});
