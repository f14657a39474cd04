/**
 * The reader's side of the `toPage` messages: the panel works beside it as beside a page. Marks are painted over the
 * text layers on screen and again whenever another page comes to the screen.
 */
import type { DocumentModel } from '@/lib/core/model/document';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import type { Span } from '@/lib/core/model/span';
import type { Mark, PageSelection } from '@/lib/core/protocol/to-page';
import { focusFrom, marksFrom, nothingFrom, placeFrom } from '@/lib/page/commands';
import { createMarks } from '@/lib/page/marks';
import { scrollToRange } from '@/lib/page/scroll';
import { watchPointer } from '@/lib/page/watch-pointer';
import { watchSelection } from '@/lib/page/watch-selection';
import type { PdfReading } from '@/lib/pdf';
import { createTextLayers, type PdfView, selectionIn, type TextLayers } from '@/lib/pdf/viewer';
import { command, ownPage, saveExcerpt, tellPanels } from '@/lib/platform/page-owner';
import type { Progress, ReaderSession } from './session';

/** How long a page may take to come to the screen, ms. */
const PAGE_DEADLINE = 5_000;

export function answerPanels(view: PdfView, session: ReaderSession, controller: AbortController) {
  const { signal } = controller;
  const emit = (event: Parameters<typeof tellPanels>[0]) => tellPanels(event, () => controller.abort());
  let layers: TextLayers | null = null;
  let marks: readonly Mark[] = [];
  const waiting = new Map<number, Set<() => void>>();
  const painted = createMarks(() => layers);

  /** From now on spans count in this reading. */
  function take(reading: Result<PdfReading>): Result<DocumentModel> {
    if (!reading.ok) return reading;
    const { model } = reading.value;
    if (layers?.model !== model) {
      layers = createTextLayers(reading.value, view.shown);
      painted.set(marks);
      tellSelection();
    }
    return ok(model);
  }

  /** All of it, also where the reading was stopped before. */
  const read = async (): Promise<Result<DocumentModel>> => take(await session.readOn());

  const selected = (): PageSelection | null => layers && selectionIn(layers, document.getSelection());

  async function selection(): Promise<Result<{ model: DocumentModel; selection: PageSelection | null }>> {
    const early = selected();
    if (layers && early) return ok({ model: layers.model, selection: early });
    const model = await read();
    return model.ok ? ok({ model: model.value, selection: selected() }) : model;
  }

  let told = false;
  /** Nothing is read because somebody selects; only who has a panel open wants to know. */
  function tellSelection(): void {
    const own = selected();
    if (!own && !told) return;
    told = own !== null;
    emit({ type: 'selection', selection: own });
  }

  const pageShown = (page: number): Promise<void> =>
    new Promise((resolve) => {
      const shown = waiting.get(page) ?? new Set();
      waiting.set(page, shown.add(resolve));
      setTimeout(resolve, PAGE_DEADLINE);
    });

  async function scrollTo(spans: readonly Span[], stays = false): Promise<Result<object>> {
    const [first] = spans;
    const page = first && layers?.pageOf(first.start);
    if (!page) return fail('text-changed');
    if (layers?.rangesOf([first]).length === 0) {
      view.goTo(page);
      await pageShown(page);
    }
    const [range] = layers?.rangesOf([first]) ?? [];
    if (range) scrollToRange(range);
    else view.goTo(page);
    painted.flash(spans, stays);
    return ok({});
  }

  async function excerpt(): Promise<Result<{ model: DocumentModel; selection: PageSelection }>> {
    const found = await selection();
    if (!found.ok) return found;
    const { model, selection: own } = found.value;
    return own ? ok({ model, selection: own }) : fail('selection-empty');
  }

  const { hover, activate } = {
    hover: (id: string | null) => emit({ type: 'hover', id }),
    activate: (id: string) => emit({ type: 'activate', id }),
  };
  watchPointer(document, () => layers, painted, { hover, activate }, signal);
  watchSelection(document, tellSelection, signal);
  ownPage(
    {
      readPage: command(nothingFrom, read),
      readPart: command(nothingFrom, () => take(session.part())),
      stopReading: command(nothingFrom, () => {
        session.stop();
        return ok({});
      }),
      setMarks: command(marksFrom, (next) => {
        marks = next.marks;
        painted.set(marks);
        return ok({});
      }),
      focusMark: command(focusFrom, ({ id }) => {
        painted.focus(id);
        return ok({});
      }),
      scrollTo: command(placeFrom, ({ spans }) => scrollTo(spans)),
      getSelection: command(nothingFrom, async () => {
        const found = await selection();
        return found.ok ? ok(found.value.selection) : found;
      }),
      clipSelection: command(nothingFrom, async () => saveExcerpt(await excerpt())),
    },
    signal,
  );
  return {
    read,
    /** Goes to a passage that the person came for; it stays marked. */
    show: (spans: readonly Span[]): Promise<Result<object>> => scrollTo(spans, true),
    /** A page's text came to the screen. */
    shown(page: number): void {
      painted.set(marks);
      for (const done of waiting.get(page) ?? []) done();
      waiting.delete(page);
    },
    progress: (progress: Progress): void => emit({ type: 'progress', ...progress }),
    /** Another file is shown now. */
    replaced(): void {
      layers = null;
      marks = [];
      painted.clear();
      emit({ type: 'changed' });
    },
  };
}
