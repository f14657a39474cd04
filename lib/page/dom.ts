/**
 * Reading the DOM where a page cannot interfere: a form's fields shadow its properties (`<input name=childNodes>`), so
 * every property is read through the prototype's own getter, taken when this module starts. Works across the frames
 * of a page, where `instanceof` does not.
 */

const getterOf = (prototype: object, name: string): (() => unknown) => {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`no getter: ${name}`);
  return get;
};
// One closure per property keeps each call site fast; the casts state what the DOM standard says of each getter.
const bind = <N, T>(prototype: object, name: string): ((of: N) => T) => {
  const get: (this: N) => unknown = getterOf(prototype, name);
  return (of) => get.call(of) as T;
};

export const firstChildOf = /* @__PURE__ */ bind<Node, Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = /* @__PURE__ */ bind<Node, Node | null>(Node.prototype, 'nextSibling');
export const parentOf = /* @__PURE__ */ bind<Node, Node | null>(Node.prototype, 'parentNode');
export const ownerOf = /* @__PURE__ */ bind<Node, Document | null>(Node.prototype, 'ownerDocument');
export const textOf = /* @__PURE__ */ bind<Node, string | null>(Node.prototype, 'textContent');
export const bodyOf = /* @__PURE__ */ bind<Document, HTMLElement | null>(Document.prototype, 'body');
export const headOf = /* @__PURE__ */ bind<Document, HTMLHeadElement | null>(Document.prototype, 'head');
export const rootOf = /* @__PURE__ */ bind<Document, HTMLElement | null>(Document.prototype, 'documentElement');
export const titleOf = /* @__PURE__ */ bind<Document, string>(Document.prototype, 'title');
export const addressOf = /* @__PURE__ */ bind<Document, string>(Document.prototype, 'URL');
export const viewOf = /* @__PURE__ */ bind<Document, Window | null>(Document.prototype, 'defaultView');
export const localNameOf = /* @__PURE__ */ bind<Element, string>(Element.prototype, 'localName');
const typeOf = /* @__PURE__ */ bind<Node, number>(Node.prototype, 'nodeType');

const { getAttribute, hasAttributes } = Element.prototype;

export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name);
export const hasAnyAttribute = (element: Element): boolean => hasAttributes.call(element);

export const isText = (node: Node): node is Text => typeOf(node) === 3;
export const isElement = (node: Node): node is Element => typeOf(node) === 1;

/** The document inside a frame, or null where the frame is of another origin. */
export function frameDocumentOf(element: Element): Document | null {
  try {
    // Browsers set an interface up when it is first named: pages without frames are spared these two.
    const { prototype } = localNameOf(element) === 'frame' ? HTMLFrameElement : HTMLIFrameElement;
    return bind<Element, Document | null>(prototype, 'contentDocument')(element);
  } catch {
    return null;
  }
}
