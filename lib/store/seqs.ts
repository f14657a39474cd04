/** Changes by their numbers. */

/** From one number to another, both of them included. */
export interface Seqs {
  from: number;
  to: number;
}

/** These ascending numbers as a range; null when there are none, or others between them. */
export function unbroken(seqs: readonly number[]): Seqs | null {
  const [from = 0, to = 0] = [seqs[0], seqs.at(-1)];
  return seqs.length > 0 && to - from < seqs.length ? { from, to } : null;
}
