/**
 * Collects the text of one line of a block: white space collapsed, and for every piece of it the text node it came
 * from, so that offsets lead back to the page.
 */
import type { TextLook } from './look';
import { SPACE_WIDTH } from './tags';

/** A stretch of the text that stands in one text node character by character. */
export interface Piece {
  node: Text;
  /** Offset in the node. */
  from: number;
  /** Offset in the line's, later the document's, text. */
  start: number;
  length: number;
}

export interface Line {
  text: string;
  pieces: Piece[];
  /** Width of the spaces it begins with, in ems. */
  lead: number;
  /** Length of the run it begins with that is bold, and that is bold or in a heading face. */
  boldLead: number;
  faceLead: number;
  /** Characters inside links. */
  linked: number;
  /** Characters in a heading face that are not bold. */
  faced: number;
  /** Font size of the longest run of one size, and that run's length. */
  size: number;
  sizeRun: number;
  /** A space was seen that waits for the next word. */
  pending: boolean;
  boldOpen: boolean;
  faceOpen: boolean;
}

export const newLine = (): Line => ({
  text: '',
  pieces: [],
  lead: 0,
  boldLead: 0,
  faceLead: 0,
  linked: 0,
  faced: 0,
  size: 0,
  sizeRun: 0,
  pending: false,
  boldOpen: true,
  faceOpen: true,
});

const SPACES = /\s+/gu;

function widthOf(spaces: string): number {
  let width = 0;
  for (const space of spaces) width += SPACE_WIDTH.get(space) ?? 0;
  return width;
}

function addWord(line: Line, node: Text, word: string, from: number): void {
  const last = line.pieces.at(-1);
  if (last && last.node === node && line.pending && last.from + last.length + 1 === from) {
    last.length += word.length + 1;
    line.text += ` ${word}`;
  } else {
    if (line.pending && line.text) line.text += ' ';
    line.pieces.push({ node, from, start: line.text.length, length: word.length });
    line.text += word;
  }
  line.pending = false;
}

/** Adds `data`, the characters of `node` from `from` on. */
export function addText(line: Line, node: Text, data: string, from: number, look: TextLook, linked: boolean): void {
  const before = line.text.length;
  let at = 0;
  SPACES.lastIndex = 0;
  for (let run = SPACES.exec(data); run; run = SPACES.exec(data)) {
    if (run.index > at) addWord(line, node, data.slice(at, run.index), from + at);
    if (!line.text) line.lead += widthOf(run[0]);
    line.pending = true;
    at = run.index + run[0].length;
  }
  if (at < data.length) addWord(line, node, at === 0 ? data : data.slice(at), from + at);
  const added = line.text.length - before;
  if (added > 0) noteLook(line, added, look, linked);
}

function noteLook(line: Line, added: number, look: TextLook, linked: boolean): void {
  if (look.bold && line.boldOpen) line.boldLead = line.text.length;
  else line.boldOpen = false;
  if ((look.bold || look.face) && line.faceOpen) line.faceLead = line.text.length;
  else line.faceOpen = false;
  if (look.face && !look.bold) line.faced += added;
  if (linked) line.linked += added;
  if (look.size === line.size) line.sizeRun += added;
  else if (added > line.sizeRun) {
    line.size = look.size;
    line.sizeRun = added;
  }
}

/** Appends `next` to `line`, with a space between words of alphabets and none between Chinese characters. */
export function joinLines(line: Line, next: Line): void {
  const glue = /[!-~]$/u.test(line.text) && /^[!-~]/u.test(next.text) ? ' ' : '';
  const shift = line.text.length + glue.length;
  const whole = (lead: number) => lead === line.text.length;
  if (whole(line.boldLead)) line.boldLead = shift + next.boldLead;
  if (whole(line.faceLead)) line.faceLead = shift + next.faceLead;
  line.text += glue + next.text;
  for (const piece of next.pieces) line.pieces.push({ ...piece, start: piece.start + shift });
  line.linked += next.linked;
  line.faced += next.faced;
  if (next.sizeRun > line.sizeRun) {
    line.size = next.size;
    line.sizeRun = next.sizeRun;
  }
}
