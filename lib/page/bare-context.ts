/**
 * Stands in for WXT's content script context (see the alias in `wxt.config.ts`), which announces every start to the
 * page by an event that bears the extension's id: a page could tell by it that we are here, and end us by forging it.
 * Nothing else of it is used. To be dropped when WXT can do without the event.
 */
export class ContentScriptContext {
  readonly signal = new AbortController().signal;
}
