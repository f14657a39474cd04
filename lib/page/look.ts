/**
 * How elements look, asked as rarely as possible: elements with the same name, class and inline style under the same
 * parent look the same, so each such kind is asked once for its computed style. Without a view (a parsed file) the
 * names of the elements and their attributes have to do.
 */
import { attributeOf, hasAnyAttribute, ownerOf, viewOf } from './dom';
import {
  BOLD,
  FURNITURE_CLASS,
  FURNITURE_ROLES,
  FURNITURE_TAGS,
  HEADING_FACE,
  INLINE,
  NOTE_CLASS,
  NOTE_ROLES,
} from './tags';

/** How the text of an element is set. */
export interface TextLook {
  /** It cannot be seen; elements inside may have another look. */
  mute: boolean;
  bold: boolean;
  /** Set in a face that official documents use for headings. */
  face: boolean;
  centred: boolean;
  /** Font size in px; 0 = unknown. */
  size: number;
  /** First-line and block indent in ems; undefined = unknown. */
  indent: number | undefined;
}

/** Most elements hold no text of their own, so what only text needs is asked when there is some. */
export interface Look {
  /** Looks of the children, by what tells them apart. */
  kinds: Map<string, Look>;
  /** Not there at all, and nothing in it is. */
  hidden: boolean;
  /** Invisible from the body down: waits for a script of the page, and is read all the same. */
  veiled: boolean;
  inline: boolean;
  /** Children are laid out side by side. */
  flex: boolean;
  /** Named as page furniture: navigation, footer, sharing. */
  furniture: boolean;
  /** Named as footnotes. */
  note: boolean;
  /** Line ends in the source are line ends on the screen. */
  pre(): boolean;
  /** Colour of what lies behind the text, or '' after a picture, where it cannot be known. */
  backdrop(): string;
  text(): TextLook;
}

const PLAIN_TEXT: TextLook = { mute: false, bold: false, face: false, centred: false, size: 0, indent: undefined };

export const rootLook = (): Look => ({
  kinds: new Map(),
  hidden: false,
  veiled: false,
  inline: false,
  flex: false,
  furniture: false,
  note: false,
  pre: () => false,
  backdrop: () => 'rgb(255, 255, 255)',
  text: () => PLAIN_TEXT,
});

/** The same look, read although the page does not show it. */
export const shownLook = (look: Look): Look => ({
  ...look,
  hidden: false,
  text: () => ({ ...look.text(), mute: false }),
});

/** What styles say; the rest stands in names. */
type Seen = Omit<Look, 'kinds' | 'furniture' | 'note'>;

/** Beyond this many kinds the page is generated noise; what is left inherits from its parent. */
const MAX_KINDS = 800;
const CLEAR = 'rgba(0, 0, 0, 0)';
const HIDDEN_STYLE = /display\s*:\s*none/iu;
const MUTE_STYLE = /visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$)/iu;

function once<T>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

function plainText(element: Element, name: string, style: string, parent: TextLook): TextLook {
  const align = /text-align\s*:\s*([a-z]+)/iu.exec(style)?.[1] ?? attributeOf(element, 'align') ?? '';
  const indent = /text-indent\s*:\s*(-?[\d.]{1,8})em/iu.exec(style)?.[1];
  const size = /font-size\s*:\s*([\d.]{1,8})(px|pt)/iu.exec(style);
  return {
    mute: MUTE_STYLE.test(style) || (parent.mute && !size),
    bold: BOLD.has(name) || (parent.bold && !/font-weight\s*:\s*(?:normal|400)/iu.test(style)) || isBoldStyle(style),
    face: parent.face || HEADING_FACE.test(/font-family\s*:\s*([^;]{1,200})/iu.exec(style)?.[1] ?? ''),
    centred: align ? /center/iu.test(align) : name === 'center' || parent.centred,
    size: size ? Number(size[1]) * (size[2] === 'pt' ? 4 / 3 : 1) : parent.size,
    indent: indent === undefined ? parent.indent : Number(indent),
  };
}

function plainLook(element: Element, name: string, style: string, parent: Look): Seen {
  // Made at once: asking up a chain of thousands of elements would be too deep.
  const text = plainText(element, name, style, parent.text());
  return {
    hidden: HIDDEN_STYLE.test(style) || attributeOf(element, 'hidden') !== null,
    veiled: parent.veiled,
    inline: INLINE.has(name),
    flex: false,
    pre: name === 'pre' ? () => true : parent.pre,
    backdrop: parent.backdrop,
    text: () => text,
  };
}

const isBoldStyle = (style: string): boolean => /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style);
const pixels = (value: string): number => Number.parseFloat(value) || 0;

function computedText(style: CSSStyleDeclaration, name: string, veiled: boolean, backdrop: string): TextLook {
  const { color } = style;
  const size = pixels(style.fontSize);
  const unseen = backdrop !== '' && (color === backdrop || color === CLEAR);
  const own = name === 'p' ? pixels(style.marginLeft) + pixels(style.paddingLeft) : 0;
  return {
    mute: size === 0 || unseen || (!veiled && style.visibility !== 'visible'),
    bold: Number(style.fontWeight) >= 600,
    face: HEADING_FACE.test(style.fontFamily),
    centred: style.textAlign.endsWith('center'),
    size,
    indent:
      size === 0 ? undefined : Math.round(((pixels(style.textIndent) + Math.min(own, 10 * size)) / size) * 10) / 10,
  };
}

function behind(style: CSSStyleDeclaration, parent: Look): string {
  const picture = style.backgroundImage;
  if (picture !== 'none' && picture !== '') return '';
  const colour = style.backgroundColor;
  return colour === CLEAR ? parent.backdrop() : colour;
}

function computedLook(element: Element, name: string, view: Window, parent: Look): Seen {
  const style = view.getComputedStyle(element);
  const { display } = style;
  // Visibility is inherited; the body is asked first.
  const veiled = parent.veiled || (name === 'body' && style.visibility !== 'visible');
  const backdrop = once(() => behind(style, parent));
  return {
    hidden: display === 'none',
    veiled,
    inline: display.startsWith('inline') || display === 'contents' || (INLINE.has(name) && parent.flex),
    flex: /flex|grid/u.test(display),
    pre: once(() => /^(?:pre|break)/u.test(style.whiteSpace)),
    backdrop,
    text: once(() => computedText(style, name, veiled, backdrop())),
  };
}

const namesOf = (element: Element): string =>
  `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;

const isNote = (element: Element): boolean =>
  hasAnyAttribute(element) && (NOTE_CLASS.test(namesOf(element)) || NOTE_ROLES.has(attributeOf(element, 'role') ?? ''));

function isFurniture(element: Element, name: string): boolean {
  if (FURNITURE_TAGS.has(name)) return true;
  const role = attributeOf(element, 'role');
  if (role !== null && FURNITURE_ROLES.has(role)) return true;
  return FURNITURE_CLASS.test(namesOf(element));
}

/** What tells an element's look apart among its siblings. Ids of inline elements are targets of links, not of styles. */
function kindOf(element: Element, name: string, inline: boolean): string {
  if (!hasAnyAttribute(element)) return name;
  const own = `${name}\n${attributeOf(element, 'class')}\n${attributeOf(element, 'style')}`;
  if (inline) return own;
  return `${own}\n${attributeOf(element, 'id')}\n${attributeOf(element, 'align')}\n${attributeOf(element, 'hidden')}`;
}

export interface Looks {
  of(element: Element, name: string, parent: Look): Look;
}

/** Remembers the kinds of one reading, each under the look of its parent. `reveal`: nothing counts as hidden. */
export function createLooks(reveal: boolean): Looks {
  let asked = 0;
  const ask = (element: Element, name: string, parent: Look): Look => {
    const document = ownerOf(element);
    const view = document && viewOf(document);
    const inline = INLINE.has(name);
    // What inline elements look like stands in their names and attributes, unless a class points to a style sheet.
    const plain = inline && attributeOf(element, 'class') === null;
    const computed = view !== null && !plain && asked < MAX_KINDS;
    if (computed) asked += 1;
    const seen = computed
      ? computedLook(element, name, view, parent)
      : plainLook(element, name, attributeOf(element, 'style') ?? '', parent);
    const furniture = parent.furniture || (!inline && isFurniture(element, name));
    const note = parent.note || (!inline && isNote(element));
    const look = { ...seen, kinds: new Map(), furniture, note };
    return reveal ? shownLook(look) : look;
  };
  return {
    of(element, name, parent) {
      const kind = kindOf(element, name, INLINE.has(name));
      const known = parent.kinds.get(kind);
      // A neighbour of the same kind may be the one tab that is open: hiding is asked of each element.
      if (known && !known.hidden) return known;
      const look = ask(element, name, parent);
      parent.kinds.set(kind, look);
      return look;
    },
  };
}
