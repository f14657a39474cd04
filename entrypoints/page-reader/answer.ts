/** Wires one page to the messages that reach it. Whoever starts this asks for a reading next: it is begun at once. */
import { focusFrom, marksFrom, nothingFrom, placeFrom } from '@/lib/page/commands';
import { createPageSession } from '@/lib/page/session';
import { command, ownPage, saveExcerpt, tellPanels } from '@/lib/platform/page-owner';
import { watchPanels } from '@/lib/platform/panel-port';

export function answerFor(document: Document, controller: AbortController): void {
  const { signal } = controller;
  const emit = (event: Parameters<typeof tellPanels>[0]) => tellPanels(event, () => controller.abort());
  const page = createPageSession(document, { signal, emit });
  ownPage(
    {
      readPage: command(nothingFrom, () => page.read()),
      setMarks: command(marksFrom, ({ marks }) => page.setMarks(marks)),
      focusMark: command(focusFrom, ({ id }) => page.focusMark(id)),
      scrollTo: command(placeFrom, ({ spans }) => page.scrollTo(spans)),
      getSelection: command(nothingFrom, () => page.selection()),
      clipSelection: command(nothingFrom, async () => saveExcerpt(await page.excerpt())),
    },
    signal,
  );
  page.prime();
  watchPanels(() => page.release(), signal);
  // A page that comes back out of the back/forward cache may have been read as another one since.
  addEventListener('pageshow', ({ persisted }) => persisted && emit({ type: 'changed' }), { signal });
}
