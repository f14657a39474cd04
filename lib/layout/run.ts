/**
 * What a page says before anything is understood: runs of glyphs with their place, upright and measured from the top
 * left corner. Plain data, so that everything after is tested without a PDF. Must not know pdf.js.
 */
export interface Run {
  text: string;
  /** Left edge, baseline and width in points. */
  x: number;
  y: number;
  width: number;
  /** Font size in points. */
  size: number;
  /** Set in a bold font. */
  bold: boolean;
  /** Ordinal of the run in the page's text content, for painting it later. */
  item: number;
}

export interface PageRuns {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  runs: Run[];
  /** Text that stands at another angle than the page's own: watermarks, spines, vertical seals. */
  aside: Run[];
}

/** What a glyph run looks like as pdf.js gives it, `transform` already in page coordinates with y downwards. */
export interface RawRun {
  text: string;
  transform: readonly number[];
  width: number;
  height: number;
  bold: boolean;
  /** The font writes from top to bottom. */
  vertical: boolean;
  item: number;
}

type Turn = 0 | 90 | 180 | 270;
const TURNS: readonly Turn[] = [0, 90, 180, 270];
const SLACK = 8;

/** Direction of writing in degrees clockwise, or null when it is oblique. */
function turnOf({ transform: [a = 0, b = 0], vertical }: RawRun): Turn | null {
  const degrees = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360 + (vertical ? 90 : 0)) % 360;
  return TURNS.find((turn) => Math.abs(turn - degrees) <= SLACK || Math.abs(turn + 360 - degrees) <= SLACK) ?? null;
}

/** Turns the page so that `turn` reads from left to right. */
function upright(raw: RawRun, turn: Turn, width: number, height: number): Run {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = raw.transform;
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const place = { 0: [x, y], 90: [y, width - x], 180: [width - x, height - y], 270: [height - y, x] }[turn];
  const [left = 0, base = 0] = place;
  // Vertical writing hangs on the middle of its column; its baseline is taken at the column's left.
  const shift = raw.vertical ? size * 0.35 : 0;
  return {
    text: raw.text,
    x: left,
    y: base + shift,
    width: raw.vertical ? raw.height : raw.width,
    size,
    bold: raw.bold,
    item: raw.item,
  };
}

const charsAt = (raws: readonly RawRun[], turn: Turn): number =>
  raws.reduce((sum, raw) => sum + (turnOf(raw) === turn ? raw.text.length : 0), 0);

/** Sets a page upright by the direction in which most of its text runs. */
export function toPageRuns(number: number, width: number, height: number, raws: readonly RawRun[]): PageRuns {
  const filled = raws.filter((raw) => raw.text.trim() !== '' && raw.transform.every(Number.isFinite));
  const counts = TURNS.map((turn) => charsAt(filled, turn));
  const turn = TURNS[counts.indexOf(Math.max(...counts))] ?? 0;
  const sideways = turn === 90 || turn === 270;
  const runs: Run[] = [];
  const aside: Run[] = [];
  for (const raw of filled) {
    const own = turnOf(raw) === turn;
    const run = upright(raw, turn, width, height);
    if (run.size > 0) (own ? runs : aside).push(run);
  }
  return { number, width: sideways ? height : width, height: sideways ? width : height, runs, aside };
}
