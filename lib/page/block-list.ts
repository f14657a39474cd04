/**
 * The blocks of one reading while it grows: takes text and breaks from the walk, closes blocks with the hints of the
 * element they stand in.
 */
import type { Block } from '@/lib/core/model/document';
import { addText, type Line, newLine, type Piece } from './line';
import { paragraphsOf } from './line-breaks';
import type { Look } from './look';
import type { GridCell } from './table-grid';

/** What the element says that a block stands in. */
export interface Place {
  look: Look;
  level: number;
  /** Inside a list item; its number where the list counts. */
  item: { ordinal: number | undefined; used: boolean } | undefined;
  cell: (GridCell & { table: number }) | undefined;
  container: number;
}

export interface Draft {
  block: Omit<Block, 'start'>;
  pieces: Piece[];
  size: number;
  faceLead: number;
  faced: number;
  place: Place;
}

/** A heading longer than this is a page that uses the element for looks. */
const MAX_HEADING = 300;

export interface BlockList {
  drafts: Draft[];
  /** UTF-16 units taken so far, separators included. */
  length(): number;
  /** Nothing that is seen stands in the open line yet. */
  lineIsEmpty(): boolean;
  text(node: Text, data: string, look: Look, linked: boolean): void;
  lineBreak(): void;
  /** A rule or another empty line between blocks. */
  space(): void;
  /** Ends the block that is open; `spaced`: an element that shows as an empty line when it has no text. */
  close(place: Place, spaced: boolean): void;
}

export function createBlockList(): BlockList {
  const drafts: Draft[] = [];
  let lines: (Line | null)[] = [];
  let line = newLine();
  let gap = 0;
  let length = 0;

  const endLine = () => {
    lines.push(line.text ? line : null);
    line = newLine();
  };

  const emit = (text: Line, above: number, place: Place) => {
    drafts.push(draftOf(text, gap + above, place));
    length += text.text.length + 1;
    gap = 0;
  };

  return {
    drafts,
    length: () => length + line.text.length,
    lineIsEmpty: () => line.text === '',
    text(node, data, look, linked) {
      const set = look.text();
      if (!/[\r\n]/u.test(data) || !look.pre()) return addText(line, node, data, 0, set, linked);
      let from = 0;
      for (const part of data.split('\n')) {
        if (from > 0) endLine();
        addText(line, node, part, from, set, linked);
        from += part.length + 1;
      }
    },
    lineBreak: endLine,
    space() {
      gap += 1;
    },
    close(place, spaced) {
      const blank = !line.text && line.lead > 0;
      if (line.text) endLine();
      else line = newLine();
      if (lines.length === 0) {
        if (spaced && blank) gap += 1;
        return;
      }
      const context = { title: place.level > 0 || place.look.text().centred, cell: place.cell !== undefined };
      const paragraphs = paragraphsOf(lines, context);
      for (const paragraph of paragraphs) emit(paragraph, paragraph.gap, place);
      // A final `<br>` shows only where nothing else is: it makes an empty paragraph, not a gap below a full one.
      if (paragraphs.length === 0) gap += lines.length;
      lines = [];
    },
  };
}

function draftOf(text: Line, gap: number, place: Place): Draft {
  const { look, level, item, cell } = place;
  const heading = level > 0 && text.text.length <= MAX_HEADING;
  const set = look.text();
  const indent = text.lead + (set.indent ?? 0);
  const block: Omit<Block, 'start'> = {
    // Half a surrogate pair becomes U+FFFD of the same length: offsets stay.
    text: text.text.toWellFormed(),
    role: look.furniture ? 'furniture' : look.note ? 'note' : heading ? 'heading' : item ? 'list-item' : 'paragraph',
    container: place.container,
  };
  if (heading && block.role === 'heading') block.level = level;
  if (text.boldLead > 0) block.boldLead = text.boldLead;
  if (set.centred) block.centred = true;
  if (indent !== 0 || set.indent !== undefined) block.indent = indent;
  if (text.linked > 0) block.links = Math.round((text.linked / text.text.length) * 100) / 100;
  if (cell) {
    const { table, row, column, columns, header } = cell;
    block.cell = { table, row, column, ...(columns ? { columns } : {}), header };
  }
  if (gap > 0) block.gap = gap;
  if (item && !item.used) {
    if (item.ordinal !== undefined) block.ordinal = item.ordinal;
    item.used = true;
  }
  return { block, pieces: text.pieces, size: text.size, faceLead: text.faceLead, faced: text.faced, place };
}
