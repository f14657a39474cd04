/**
 * Reads the XML of a part as it is unpacked, without making a tree of it. Entities beyond XML's own five, document types
 * and whatever they would fetch or repeat are refused: no OFD has any.
 */
import { SaxesParser } from 'saxes';
import type { Bytes } from './container';
import { damaged } from './failure';

const MAX_DEPTH = 200;
/** Bytes in which a declaration stands. */
const DECLARATION = 200;

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandler {
  /** Names are local: prefixes differ between programs. `parents` from the outermost. */
  open?(name: string, attributes: Attributes, parents: readonly string[]): void;
  /** @param text what stood in the element itself */
  close?(name: string, text: string, parents: readonly string[]): void;
  /** Asked after every piece: is there enough? */
  enough?(): boolean;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function decoderFor(head: Bytes): TextDecoder {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  const declared = /^[^>]*?\bencoding\s{0,4}=\s{0,4}["']([\w-]{2,20})["']/u.exec(
    new TextDecoder('latin1').decode(head.subarray(0, DECLARATION)),
  )?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** Throws `OfdFailure` for what is no XML; what was told before stands. */
export async function readXml(pieces: AsyncIterable<Bytes>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser();
  const parents: string[] = [];
  const texts: string[] = [];
  parser.on('error', (error) => {
    throw damaged(error.message);
  });
  parser.on('doctype', () => {
    throw damaged('a document type');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    handler.open?.(local, attributes, parents);
    parents.push(local);
    texts.push('');
    if (parents.length > MAX_DEPTH) throw damaged('nested too deep');
  });
  const addText = (text: string): void => {
    const last = texts.pop();
    if (last !== undefined) texts.push(last + text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const name = parents.pop() ?? '';
    handler.close?.(name, texts.pop() ?? '', parents);
  });
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
    if (handler.enough?.()) return;
  }
  parser.write(decoder?.decode() ?? '').close();
}
