/** Puts one reader together once its stage is there: viewer, session, answers to the panel, what is to be opened. */
import { createPdfReader } from '@/lib/pdf';
import { createPdfView, type PdfView, type PdfViewerOptions } from '@/lib/pdf/viewer';
import { ownAddress } from '@/lib/platform/environment';
import { handOver, takeOver } from '@/lib/platform/hand-over';
import { openPlace } from '@/lib/platform/open-place';
import { fetchPdfAddress } from '@/lib/platform/pdf-bytes';
import { answerPanels } from './answer';
import { createSession, type ReaderSession } from './session';
import { createSought, type SoughtPassage } from './sought';
import { createTyping, type Typing } from './typing';
import { nameIn, type Wanted } from './wanted';

export interface Control {
  view: PdfView;
  session: ReaderSession;
  sought: SoughtPassage;
  typing: Typing;
  page(): number;
  pages(): number;
  /** Shows one PDF; several files, and other kinds, are opened in a page of their own. */
  openFiles(files: readonly File[]): void;
  /** Opens a locked file with its password. */
  unlock(password: string): void;
  /** Absent where there is nothing to try again. */
  retry?: (() => void) | undefined;
  /** Absent for files without an address. */
  browserViewer?: (() => void) | undefined;
}

export interface ControlOptions extends Pick<PdfViewerOptions, 'container' | 'words' | 'onState'> {
  wanted: Wanted;
  page(): number;
  pages(): number;
  onOpened(view: PdfView): void;
}

/** Has no pages that could be shown here; it is read where many files are. */
const IS_OFD = /\.ofd$/iu;

const isWebAddress = (src: string): boolean => /^(?:https?|file):/u.test(src);

export function createControl({ container, words, onState, wanted, page, pages, onOpened }: ControlOptions): Control {
  const assets = ownAddress('/pdfjs/');
  // Pages scroll by keys wherever the browser does not focus scrolling areas by itself.
  container.tabIndex = 0;
  const view = createPdfView({
    container,
    assets,
    words,
    onState(state) {
      session.look(state.page);
      onState(state);
    },
    onText: (number) => answers.shown(number),
  });
  const session = createSession({
    view,
    reader: createPdfReader(assets),
    onProgress: (progress) => answers.progress(progress),
  });
  const answers = answerPanels(view, session, new AbortController());

  const sought = createSought({
    clip: wanted.clip,
    read: answers.read,
    show: answers.show,
    showRegion: view.showRegion,
  });
  const { src } = wanted;
  const openAddress = async (): Promise<void> => {
    const loading = session.loading();
    const handed = wanted.file === null ? null : takeOver(wanted.file);
    const loaded = await fetchPdfAddress(src, loading);
    const password = (await handed)?.password;
    if (loading.aborted) return;
    if (!loaded.ok) return session.failed(loaded.error);
    await session.open({ bytes: loaded.value, url: src, name: nameIn(src), page: wanted.page }, password);
    opened();
  };
  const openFile = async (file: File, password?: string): Promise<void> => {
    const loading = session.loading();
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (loading.aborted) return;
    await session.open({ bytes, url: '', name: file.name, page: 1 }, password);
    opened();
  };
  const openHanded = async (id: string): Promise<void> => {
    const loading = session.loading();
    const { files, password } = await takeOver(id);
    if (loading.aborted) return;
    if (files[0]) await openFile(files[0], password);
    else session.failed('pdf-unreachable');
  };
  const opened = (): void => {
    answers.replaced();
    if (session.phase.value.state !== 'open') return;
    onOpened(view);
    void sought.seek();
  };
  if (src) void openAddress();
  else if (wanted.file) void openHanded(wanted.file);
  return {
    view,
    session,
    sought,
    typing: createTyping({
      view,
      page,
      read: answers.read,
      typedOn: session.typedOn,
      onPageTyped(number, text) {
        session.type(number, text);
        answers.replaced();
      },
    }),
    page,
    pages,
    openFiles([file, ...more]) {
      if (!file) return;
      if (more.length === 0 && !IS_OFD.test(file.name)) void openFile(file);
      else void openPlace(ownAddress(`/workspace.html#files=${handOver({ files: [file, ...more] })}`));
    },
    unlock: (password) => void session.unlock(password).then(opened),
    retry: src ? () => void openAddress() : undefined,
    browserViewer: isWebAddress(src) ? () => location.assign(`${src.split('#', 1)[0]}#page=${page()}`) : undefined,
  };
}
