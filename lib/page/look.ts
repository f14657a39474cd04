/**
 * How elements look, asked as rarely as possible: elements with the same name, class and inline style under the same
 * parent look the same, so each such kind is asked once for its computed style. Without a view (a parsed file) the
 * names of the elements and their attributes have to do.
 */
import { attributeOf, hasAnyAttribute, localNameOf, ownerOf, viewOf } from './dom';
import { BOLD, HEADING_FACE, INLINE } from './tags';

export interface Look {
  id: number;
  hidden: boolean;
  /** Invisible without being taken out of the layout; what is so from the body down waits for a script of the page. */
  veiled: boolean;
  inline: boolean;
  /** Children are laid out side by side. */
  flex: boolean;
  bold: boolean;
  /** Set in a face that official documents use for headings. */
  face: boolean;
  centred: boolean;
  /** Line ends in the source are line ends on the screen. */
  pre: boolean;
  /** Font size in px; 0 = unknown. */
  size: number;
  /** First-line and block indent in ems; undefined = unknown. */
  indent: number | undefined;
  /** Colour of what lies behind the text, or '' after a picture, where it cannot be known. */
  backdrop: string;
}

export const ROOT_LOOK: Look = {
  id: 0,
  hidden: false,
  veiled: false,
  inline: false,
  flex: false,
  bold: false,
  face: false,
  centred: false,
  pre: false,
  size: 0,
  indent: undefined,
  backdrop: 'rgb(255, 255, 255)',
};

/** Beyond this many kinds the page is generated noise; what is left inherits from its parent. */
const MAX_KINDS = 800;
const CLEAR = 'rgba(0, 0, 0, 0)';
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$))/iu;

function plainLook(element: Element, name: string, style: string, parent: Look): Look {
  const align = /text-align\s*:\s*([a-z]+)/iu.exec(style)?.[1] ?? attributeOf(element, 'align') ?? '';
  const indent = /text-indent\s*:\s*(-?[\d.]{1,8})em/iu.exec(style)?.[1];
  const size = /font-size\s*:\s*([\d.]{1,8})(px|pt)/iu.exec(style);
  return {
    ...parent,
    hidden: HIDDEN_STYLE.test(style) || attributeOf(element, 'hidden') !== null,
    inline: INLINE.has(name),
    flex: false,
    bold: BOLD.has(name) || (parent.bold && !/font-weight\s*:\s*(?:normal|400)/iu.test(style)) || isBoldStyle(style),
    face: parent.face || HEADING_FACE.test(/font-family\s*:\s*([^;]{1,200})/iu.exec(style)?.[1] ?? ''),
    centred: align ? /center/iu.test(align) : name === 'center' || parent.centred,
    pre: parent.pre || name === 'pre',
    size: size ? Number(size[1]) * (size[2] === 'pt' ? 4 / 3 : 1) : parent.size,
    indent: indent === undefined ? parent.indent : Number(indent),
  };
}

const isBoldStyle = (style: string): boolean => /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style);
const pixels = (value: string): number => Number.parseFloat(value) || 0;

function computedLook(element: Element, name: string, view: Window, parent: Look): Look {
  const style = view.getComputedStyle(element);
  const { display } = style;
  const size = pixels(style.fontSize);
  const veiled = style.visibility !== 'visible';
  const picture = style.backgroundImage !== 'none' && style.backgroundImage !== '';
  const backdrop = picture ? '' : style.backgroundColor === CLEAR ? parent.backdrop : style.backgroundColor;
  const unseen = backdrop !== '' && (style.color === backdrop || style.color === CLEAR);
  const own = name === 'p' ? pixels(style.marginLeft) + pixels(style.paddingLeft) : 0;
  return {
    id: 0,
    hidden: display === 'none' || (veiled && !parent.veiled) || size === 0 || unseen,
    veiled,
    inline: display.startsWith('inline') || display === 'contents' || (INLINE.has(name) && parent.flex),
    flex: /flex|grid/u.test(display),
    bold: Number(style.fontWeight) >= 600,
    face: HEADING_FACE.test(style.fontFamily),
    centred: style.textAlign.endsWith('center'),
    pre: /^(?:pre|break)/u.test(style.whiteSpace),
    size,
    indent:
      size === 0 ? undefined : Math.round(((pixels(style.textIndent) + Math.min(own, 10 * size)) / size) * 10) / 10,
    backdrop,
  };
}

export interface Looks {
  of(element: Element, parent: Look): Look;
}

/** The attributes that looks may hang on. Ids of inline elements are targets of links, not of styles. */
const attributesKey = (element: Element, name: string): string =>
  ['class', 'align', 'hidden', ...(INLINE.has(name) ? [] : ['id'])].map((key) => attributeOf(element, key)).join('\n');

/** Remembers the kinds of one reading. */
export function createLooks(): Looks {
  const kinds = new Map<string, Look>();
  const ask = (element: Element, name: string, style: string, parent: Look): Look => {
    const document = ownerOf(element);
    const view = document && viewOf(document);
    // What inline elements look like stands in their names and attributes, unless a class points to a style sheet.
    const plain = INLINE.has(name) && attributeOf(element, 'class') === null;
    return view && !plain && kinds.size < MAX_KINDS
      ? computedLook(element, name, view, parent)
      : plainLook(element, name, style, parent);
  };
  return {
    of(element, parent) {
      const name = localNameOf(element);
      const bare = !hasAnyAttribute(element);
      const style = bare ? '' : (attributeOf(element, 'style') ?? '');
      const key = bare ? `${parent.id} ${name}` : `${parent.id} ${name} ${style}\n${attributesKey(element, name)}`;
      const known = kinds.get(key);
      // A neighbour of the same kind may be the one tab that is open: hiding is asked of each element.
      if (known && !known.hidden) return known;
      const look = { ...ask(element, name, style, parent), id: known?.id ?? kinds.size + 1 };
      if (!known || !look.hidden) kinds.set(key, look);
      return look;
    },
  };
}
