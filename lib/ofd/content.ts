/**
 * What stands on a page, in a template or in a shared drawing (GB/T 33190, 7.7 and 11): text with its place, pictures,
 * and references to shared drawings. Colours, lines and clipping are not looked at.
 */
import { MAX_PAGE_RUNS } from '@/lib/layout/to-document';
import { type Box, boxOf, compose, cornerOf, type Matrix, matrixOf, move, numberOf } from './geometry';
import type { Attributes, XmlHandler } from './xml';

/** Signs in a row, as the object's own coordinates place them. */
export interface TextCode {
  text: string;
  x: number;
  y: number;
  deltaX: string | undefined;
  deltaY: string | undefined;
}

export interface TextObject {
  codes: TextCode[];
  font: string;
  size: number;
  /** Set bold whatever its font. */
  bold: boolean;
  /** From the object's coordinates to those of what it stands in. */
  matrix: Matrix;
  box: Box | null;
  horizontalScale: number;
  /** Degrees clockwise in which signs follow each other, and by which each is turned. */
  reading: number;
  facing: number;
  /** Lies there without being seen, as what recognition programs put over pictures. */
  unseen: boolean;
}

export interface Content {
  box: Box | null;
  texts: TextObject[];
  /** Shared drawings that stand here. */
  units: { id: string; matrix: Matrix }[];
  templates: string[];
  pictures: number;
  paths: number;
  /** There is more than was taken. */
  cut: boolean;
}

export const emptyContent = (): Content => ({
  box: null,
  texts: [],
  units: [],
  templates: [],
  pictures: 0,
  paths: 0,
  cut: false,
});

/** Of text that a colour, an area or an action is made of, nothing is read. */
const ASIDE = new Set(['Clips', 'Pattern', 'AxialShd', 'RadialShd', 'Actions']);
const BOLD_WEIGHT = 600;
/** Programs that state no size mean a common one, in millimetres. */
const USUAL_SIZE = 4;
/** Rows of signs and shared drawings of one content. */
const MAX_OBJECTS = MAX_PAGE_RUNS;
/** Of one row of signs; no line is as long. */
const MAX_CODE_CHARS = 10_000;

function matrixIn({ Boundary: boundary, CTM: matrix }: Attributes): Matrix {
  const { x, y } = cornerOf(boundary);
  return compose(move(x, y), matrixOf(matrix));
}

const turnOf = (written: string | undefined): number => (((numberOf(written) ?? 0) % 360) + 360) % 360;

const textObject = (attributes: Attributes): TextObject => ({
  codes: [],
  font: attributes.Font ?? '',
  size: numberOf(attributes.Size) ?? USUAL_SIZE,
  bold: (numberOf(attributes.Weight) ?? 0) >= BOLD_WEIGHT,
  matrix: matrixIn(attributes),
  box: boxOf(attributes.Boundary),
  horizontalScale: numberOf(attributes.HScale) ?? 1,
  reading: turnOf(attributes.ReadDirection),
  facing: turnOf(attributes.CharDirection),
  unseen: attributes.Alpha === '0' || (attributes.Fill === 'false' && attributes.Stroke !== 'true'),
});

const isAside = (parents: readonly string[]): boolean => parents.some((name) => ASIDE.has(name));

/** Collects into whatever content `current` says at the time; none leaves things out. */
export function contentHandler(current: () => Content | null): Required<Pick<XmlHandler, 'open' | 'close'>> {
  let object: TextObject | null = null;
  let code: TextCode | null = null;
  let objects = 0;
  const open = (content: Content, name: string, attributes: Attributes): void => {
    if (name === 'TextObject' && attributes.Visible !== 'false') object = textObject(attributes);
    else if (name === 'FillColor' && object && attributes.Alpha === '0') object.unseen = true;
    else if (name === 'TextCode' && object) {
      const before = object.codes.at(-1);
      code = {
        text: '',
        x: numberOf(attributes.X) ?? before?.x ?? 0,
        y: numberOf(attributes.Y) ?? before?.y ?? 0,
        deltaX: attributes.DeltaX,
        deltaY: attributes.DeltaY,
      };
    } else if (name === 'ImageObject') content.pictures += 1;
    else if (name === 'PathObject') content.paths += 1;
    else if (name === 'CompositeObject') {
      objects += 1;
      content.units.push({ id: attributes.ResourceID ?? '', matrix: matrixIn(attributes) });
    } else if (name === 'Template' && attributes.TemplateID !== undefined)
      content.templates.push(attributes.TemplateID);
  };
  return {
    open(name, attributes, parents) {
      const content = current();
      if (!content || isAside(parents)) return;
      if (objects > MAX_OBJECTS) content.cut = true;
      else open(content, name, attributes);
    },
    close(name, text, parents) {
      const content = current();
      if (!content) return;
      if (name === 'TextCode' && object && code) {
        // Signs that break lines of the file are none of the text, and have no step.
        code.text = text.slice(0, MAX_CODE_CHARS).replace(/[\t\r\n]/gu, '');
        content.cut ||= text.length > MAX_CODE_CHARS;
        object.codes.push(code);
        objects += 1;
        code = null;
      } else if (name === 'TextObject' && object && !isAside(parents)) {
        content.texts.push(object);
        object = null;
      } else if (name === 'PhysicalBox') content.box ??= boxOf(text);
    },
  };
}
