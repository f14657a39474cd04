/** How long work takes by the thread's own clock, which stands still while other processes have the machine. */
import { threadCpuUsage } from 'node:process';

const since = (before: NodeJS.CpuUsage): number => {
  const { user, system } = threadCpuUsage(before);
  return (user + system) / 1_000;
};

/** Milliseconds of synchronous work. */
export function ownTime(work: () => unknown): number {
  const before = threadCpuUsage();
  work();
  return since(before);
}

/** Milliseconds of work that may wait in between. */
export async function ownTimeOf(work: () => unknown): Promise<number> {
  const before = threadCpuUsage();
  await work();
  return since(before);
}

/** Milliseconds that work takes at its best of a few times: one run alone may pay for what is compiled or cleared away. */
export function bestTime(work: () => unknown, { within, tries = 8 }: { within: number; tries?: number }): number {
  let best = ownTime(work);
  for (let i = 1; i < tries && best >= within; i += 1) best = Math.min(best, ownTime(work));
  return best;
}
