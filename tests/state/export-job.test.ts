/** Long exports: in pieces, with progress, stoppable, and honest when saving fails. */
import { describe, expect, it, vi } from 'vitest';
import { createExportJob } from '@/lib/state/export-job';

function* pieces(count: number, onEnd: () => void = () => undefined): Generator<string> {
  try {
    for (let i = 0; i < count; i++) yield 'x'.repeat(10);
  } finally {
    onEnd();
  }
}
/** A clock that advances 5 ms at every look. */
const fastClock = () => {
  let now = 0;
  return () => (now += 5);
};

describe('export job', () => {
  it('hands over all pieces in order and says how much', async () => {
    const job = createExportJob(fastClock());
    const save = vi.fn(async () => true);
    expect(await job.run('a.md', pieces(20), save)).toBe(true);
    expect(save).toHaveBeenCalledWith('a.md', Array(20).fill('x'.repeat(10)));
    expect(job.state.value).toEqual({ state: 'done', written: 200, name: 'a.md' });
  });
  it('stops between two pieces and saves nothing', async () => {
    const job = createExportJob(fastClock());
    const save = vi.fn(async () => true);
    const ended = vi.fn();
    const running = job.run('a.md', pieces(1_000, ended), save);
    await new Promise((resolve) => setTimeout(resolve));
    expect(job.state.value).toMatchObject({ state: 'writing' });
    job.stop();
    expect(await running).toBe(false);
    expect(job.state.value).toEqual({ state: 'stopped' });
    expect(save).not.toHaveBeenCalled();
    expect(ended).toHaveBeenCalledOnce();
  });
  it('lets the window breathe', async () => {
    const job = createExportJob(fastClock());
    let breaths = 0;
    const timer = setInterval(() => breaths++, 0);
    await job.run('a.md', pieces(100), async () => true);
    clearInterval(timer);
    expect(breaths).toBeGreaterThan(5);
  });
  it.each([
    ['refused', async () => false],
    ['broken', async () => Promise.reject(new Error('disk'))],
  ])('says when saving was %s', async (_, save) => {
    const job = createExportJob();
    expect(await job.run('a.md', pieces(2), save)).toBe(false);
    expect(job.state.value).toEqual({ state: 'failed' });
  });
  it('says when writing itself failed', async () => {
    const job = createExportJob();
    const broken = (function* (): Generator<string> {
      yield 'a';
      throw new Error('bad clip');
    })();
    expect(await job.run('a.md', broken, async () => true)).toBe(false);
    expect(job.state.value).toEqual({ state: 'failed' });
  });
});
