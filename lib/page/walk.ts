/**
 * The one pass over the page: from the body down, without recursion, into same-origin frames, past what is not text
 * or not seen. A generator, so that a huge page can be read in slices.
 */
import { type BlockList, createBlockList, type Place } from './block-list';
import {
  attributeOf,
  bodyOf,
  firstChildOf,
  frameDocumentOf,
  isElement,
  isText,
  localNameOf,
  nextSiblingOf,
  rootOf,
  textOf,
} from './dom';
import { createLooks, type Look, rootLook, shownLook } from './look';
import { type Grid, newGrid, nextRow, placeCell } from './table-grid';
import { ALWAYS_BLOCK, CONTAINERS, SKIPPED } from './tags';

export interface Frame {
  next: Node | null;
  name: string;
  inline: boolean;
  linked: boolean;
  look: Look;
  /** Of the block it stands in; inline elements share their parent's. */
  place: Place;
  grid: Grid | undefined;
  /** Next number of an ordered list; undefined elsewhere. */
  counter: number | undefined;
  firstBlock: number;
  frames: number;
}

export interface Walked {
  blocks: BlockList;
  grids: Grid[];
  /** Characters that the page does not show. */
  hidden: number;
  /** Of each hidden sentence the container in which it stands. */
  hiddenSentences: readonly number[];
  /** Documents of the frames that were read. */
  frames: Document[];
  /** The walk ended early at `maxChars`. */
  cut: boolean;
  /** Characters in the whole page, counted only when asked. */
  total(): number;
}

const SLICE = 256;
const BLANK = /^[ \t\r\n\f]*$/u;
const MAX_FRAME_DEPTH = 3;

export interface WalkLimits {
  maxChars: number;
  maxBlocks: number;
  /** Read what the page hides as well. */
  reveal: boolean;
}

/** Menus and buttons hold none. */
export const isSentence = (text: string): boolean => text.length > 10 && text.includes('。');

/** Yields now and then; the caller decides whether to pause there. */
export function* walk(document: Document, limits: WalkLimits): Generator<void, Walked> {
  const looks = createLooks(limits.reveal);
  const blocks = createBlockList();
  let containers = 0;
  const grids: Grid[] = [];
  const frames: Document[] = [];
  let hidden = 0;
  const hiddenSentences: number[] = [];
  const hide = (text: string, { container }: Place): void => {
    hidden += text.trim().length;
    if (isSentence(text)) hiddenSentences.push(container);
  };
  /** Containers around one paragraph, by number, and the next one out, whose number is lower. */
  const dissolved: number[] = [];
  let seen = 0;
  const root = bodyOf(document) ?? rootOf(document);
  const total = () => (root ? (textOf(root)?.length ?? 0) : 0);
  const rootPlace: Place = {
    look: root ? looks.of(root, localNameOf(root), rootLook()) : rootLook(),
    level: 0,
    item: undefined,
    cell: undefined,
    container: 0,
  };
  // A page whose body is hidden until its scripts have run is read all the same.
  rootPlace.look = shownLook(rootPlace.look);
  const stack: Frame[] = [];
  const open = (frame: Frame) => stack.push(frame);
  open({
    next: root && firstChildOf(root),
    name: 'body',
    inline: false,
    linked: false,
    look: rootPlace.look,
    place: rootPlace,
    grid: undefined,
    counter: undefined,
    firstBlock: 0,
    frames: 0,
  });

  const walked = (cut: boolean): Walked => {
    const standing: number[] = [];
    const last = hiddenSentences.length > 0 ? containers : -1;
    for (let number = 0; number <= last; number += 1) standing.push(standing[dissolved[number] ?? number] ?? number);
    return { blocks, grids, frames, hidden, hiddenSentences: hiddenSentences.map((n) => standing[n] ?? n), cut, total };
  };

  const leave = (frame: Frame, parent: Frame | undefined) => {
    if (frame.inline) return;
    blocks.close(frame.place, frame.name !== 'td');
    // A div around one paragraph is that paragraph; what holds it together is further out.
    if (parent && frame.place.container !== parent.place.container && blocks.drafts.length - frame.firstBlock <= 1) {
      for (const draft of blocks.drafts.slice(frame.firstBlock)) draft.block.container = parent.place.container;
      dissolved[frame.place.container] = parent.place.container;
    }
  };

  const enter = (element: Element, parent: Frame): void => {
    const name = localNameOf(element);
    if (name === 'br') {
      blocks.lineBreak();
      return;
    }
    if (SKIPPED.has(name)) return;
    const look = looks.of(element, name, parent.look);
    if (look.hidden) {
      hide(textOf(element) ?? '', parent.place);
      return;
    }
    const inline = look.inline && !ALWAYS_BLOCK.has(name);
    if (!inline) blocks.close(parent.place, parent.name !== 'td');
    if (name === 'hr') blocks.space();
    const frame: Frame = {
      next: firstChildOf(element),
      name,
      inline,
      linked: parent.linked || (name === 'a' && attributeOf(element, 'href') !== null),
      look,
      place: inline ? parent.place : { ...parent.place, look },
      grid: parent.grid,
      counter: undefined,
      firstBlock: blocks.drafts.length,
      frames: parent.frames,
    };
    if (!inline) {
      if (CONTAINERS.has(name)) frame.place.container = ++containers;
      nameSpecifics(element, frame, parent);
    }
    open(frame);
  };

  const nameSpecifics = (element: Element, frame: Frame, parent: Frame): void => {
    const { name, place } = frame;
    if (/^h[1-6]$/u.test(name)) place.level = Number(name[1]);
    else if (name === 'ol') frame.counter = Number.parseInt(attributeOf(element, 'start') ?? '1', 10) || 1;
    else if (name === 'li') {
      place.item = { ordinal: parent.counter, used: false };
      if (parent.counter !== undefined) parent.counter += 1;
    } else if (name === 'table') {
      if (parent.grid) parent.grid.nested = true;
      frame.grid = newGrid(grids.length);
      grids.push(frame.grid);
      place.cell = undefined;
    } else if (name === 'tr' && frame.grid) nextRow(frame.grid);
    else if ((name === 'td' || name === 'th') && frame.grid) {
      place.cell = { table: frame.grid.number, ...placeCell(frame.grid, element, name === 'th') };
    } else if (name === 'iframe' || name === 'frame') {
      const inner = frame.frames < MAX_FRAME_DEPTH ? frameDocumentOf(element) : null;
      frame.next = inner && (bodyOf(inner) ?? rootOf(inner));
      frame.frames += 1;
      if (inner) frames.push(inner);
    }
  };

  while (stack.length > 0) {
    const frame = stack[stack.length - 1];
    if (!frame) break;
    const node = frame.next;
    if (node === null) {
      stack.pop();
      leave(frame, stack[stack.length - 1]);
      continue;
    }
    frame.next = nextSiblingOf(node);
    if (isText(node)) {
      const { data } = node;
      // What stands between elements shows nothing, and nobody needs to ask how.
      const nothing = blocks.lineIsEmpty() && BLANK.test(data) && !frame.look.pre();
      if (!nothing && frame.look.text().mute) hide(data, frame.place);
      else if (!nothing) blocks.text(node, data, frame.look, frame.linked);
    }
    if (isElement(node)) enter(node, frame);
    seen += 1;
    if (seen % SLICE === 0) yield;
    if (blocks.length() > limits.maxChars || blocks.drafts.length >= limits.maxBlocks) {
      blocks.close(frame.place, false);
      return walked(true);
    }
  }
  return walked(false);
}
