/**
 * One-to-one assignment of the greatest total score: the Hungarian method (Kuhn 1955, Munkres 1957) in the O(n²·m)
 * form with potentials and shortest augmenting paths (Jonker & Volgenant 1987). Pairs below the threshold are never
 * made; the graph of the others falls into small components, so that the cube is over a handful of units.
 */
const LARGEST = 160;

export interface Pair {
  left: number;
  right: number;
}

/** Minimum-cost assignment of all `rows` (rows ≤ columns) of a dense cost matrix; answers the column of each row. */
function cheapest(cost: readonly Float64Array[], columns: number): number[] {
  const n = cost.length;
  const u = new Float64Array(n + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let i = 1; i <= n; i++) {
    rowOf[0] = i;
    let at = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[at] = 1;
      const row = rowOf[at] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const reduced = (cost[row - 1]?.[j - 1] ?? 0) - (u[row] ?? 0) - (v[j] ?? 0);
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced;
          way[j] = at;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          const owner = rowOf[j] ?? 0;
          u[owner] = (u[owner] ?? 0) + delta;
          v[j] = (v[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    do {
      const before = way[at] ?? 0;
      rowOf[at] = rowOf[before] ?? 0;
      at = before;
    } while (at !== 0);
  }
  const columnOf = new Array<number>(n).fill(-1);
  for (let j = 1; j <= columns; j++) if (rowOf[j]) columnOf[(rowOf[j] ?? 1) - 1] = j - 1;
  return columnOf;
}

interface Edge extends Pair {
  score: number;
}

/** Edges grouped by connected component (union–find over lefts, then rights). */
function components(edges: readonly Edge[], lefts: number, rights: number): Edge[][] {
  const parent = Int32Array.from({ length: lefts + rights }, (_, i) => i);
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] ?? 0;
    parent[node] = root;
    return root;
  };
  for (const { left, right } of edges) parent[find(left)] = find(lefts + right);
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const root = find(edge.left);
    const group = groups.get(root);
    if (group) group.push(edge);
    else groups.set(root, [edge]);
  }
  return [...groups.values()];
}

/** Best first; only for components that are too large for the cube. */
function greedy(edges: readonly Edge[]): Pair[] {
  const left = new Set<number>();
  const right = new Set<number>();
  return [...edges]
    .sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right)
    .filter((edge) => {
      if (left.has(edge.left) || right.has(edge.right)) return false;
      left.add(edge.left);
      right.add(edge.right);
      return true;
    });
}

function solve(edges: readonly Edge[]): Pair[] {
  const lefts = [...new Set(edges.map((edge) => edge.left))].sort((a, b) => a - b);
  const rights = [...new Set(edges.map((edge) => edge.right))].sort((a, b) => a - b);
  if (lefts.length === 1 || rights.length === 1) return greedy(edges).slice(0, 1);
  if (Math.max(lefts.length, rights.length) > LARGEST) return greedy(edges);
  const rowOf = new Map(lefts.map((left, row) => [left, row]));
  const columnOf = new Map(rights.map((right, column) => [right, column]));
  const width = rights.length + lefts.length;
  // One idle column per row: staying alone costs nothing, a pair below the threshold costs more than that.
  const cost = lefts.map(() => new Float64Array(width).fill(1, 0, rights.length));
  for (const { left, right, score } of edges) {
    const row = cost[rowOf.get(left) ?? 0];
    if (row) row[columnOf.get(right) ?? 0] = -score;
  }
  return cheapest(cost, width).flatMap((column, row) => {
    const [left, right] = [lefts[row], rights[column]];
    return left === undefined || right === undefined || (cost[row]?.[column] ?? 1) > 0 ? [] : [{ left, right }];
  });
}

/** Pairs of the greatest total among those with `score ≥ threshold`, in the order of `left`. */
export function assign(
  lefts: number,
  rights: number,
  threshold: number,
  score: (left: number, right: number) => number,
): Pair[] {
  const edges: Edge[] = [];
  for (let left = 0; left < lefts; left++) {
    for (let right = 0; right < rights; right++) {
      const value = score(left, right);
      if (value >= threshold) edges.push({ left, right, score: value });
    }
  }
  return components(edges, lefts, rights)
    .flatMap(solve)
    .map(({ left, right }) => ({ left, right }))
    .sort((a, b) => a.left - b.left);
}
