/**
 * pdf.js's viewer component as a small object: open, go to a page, zoom, find, outline; which text elements are on
 * screen. No scripts of the document run, forms are not filled in, web links open in tabs of their own. Draws in the
 * page it is given; must not know the extension.
 */
import { AnnotationMode, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { EventBus, LinkTarget, PDFFindController, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import 'pdfjs-dist/web/pdf_viewer.css';
import type { RegionOfPage } from '@/lib/core/model/clip';
import { fail, ok, type Result } from '@/lib/core/model/failure';
import { startWorker } from '@/lib/platform/trusted-worker';
import { checkBytes, errorCodeOf, QUIET } from '../open';
import parserUrl from '../parser?worker&url';
import { captureRegion } from './capture';
import { createFinder, type Finder } from './finder';
import { WebLinks } from './links';
import { type Chapter, chaptersOf } from './outline';
import { createRegionMark, regionUnder, type ScreenBox } from './regions';
import { createWords, type ViewerWords } from './words';

export type Zoom = number | 'page-width' | 'page-fit';

export interface ViewerState {
  page: number;
  pages: number;
  /** 1 = as large as on paper. */
  scale: number;
}

export interface PdfViewerOptions {
  container: HTMLDivElement;
  /** Folder with `cmaps/`, `standard_fonts/`, `decoders/` and `images/`, ending in a slash. */
  assets: string;
  words: ViewerWords;
  onState(state: ViewerState): void;
  /** Text elements of a page came to the screen, or were split by a search. */
  onText(page: number): void;
}

export interface PdfView {
  open(bytes: Uint8Array, password?: string): Promise<Result<{ pages: number; title: string }>>;
  goTo(page: number): void;
  zoom(zoom: Zoom): void;
  zoomBy(steps: number): void;
  finder: Finder;
  outline(): Promise<Chapter[]>;
  /** Text elements by page; index = ordinal of the text item. */
  shown(): Map<number, Element[]>;
  /** The part of a page under a rectangle on the screen. */
  regionUnder(box: ScreenBox): RegionOfPage | null;
  /** A part of a page as a picture, base64 of a JPEG; null when it cannot be drawn. */
  capture(region: RegionOfPage): Promise<string | null>;
  /** Goes to a part of a page and marks it; null takes the mark away. */
  showRegion(region: RegionOfPage | null): void;
  destroy(): Promise<void>;
}

const MIN_SCALE = 0.25;
const MAX_SCALE = 5;
const STEP = 1.15;
/** A picture larger than this is left out rather than let it take all memory. */
const MAX_IMAGE_PIXELS = 64 * 1024 * 1024;

export function createPdfView({ container, assets, words, onState, onText }: PdfViewerOptions): PdfView {
  const eventBus = new EventBus();
  const linkService = new WebLinks({
    eventBus,
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer',
  });
  const findController = new PDFFindController({ linkService, eventBus });
  const viewer = new PDFViewer({
    container,
    eventBus,
    linkService,
    findController,
    annotationMode: AnnotationMode.ENABLE,
    imageResourcesPath: `${assets}images/`,
    l10n: createWords(words),
  });
  linkService.setViewer(viewer);
  let pdf: PDFDocumentProxy | null = null;
  let worker: PDFWorker | null = null;

  const tell = (): void =>
    onState({ page: viewer.currentPageNumber, pages: viewer.pagesCount, scale: viewer.currentScale });
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width';
    if (viewer.currentScale > 1.4) viewer.currentScale = 1.4;
    tell();
  });
  for (const name of ['pagechanging', 'scalechanging', 'pagesloaded']) eventBus.on(name, tell);
  eventBus.on('textlayerrendered', ({ pageNumber }: { pageNumber: number }) => onText(pageNumber));
  eventBus.on('updatetextlayermatches', ({ pageIndex }: { pageIndex: number }) => onText(pageIndex + 1));

  const regionMark = createRegionMark(container);
  eventBus.on('pagerendered', ({ pageNumber }: { pageNumber: number }) => regionMark.drawn(pageNumber));

  const scaleTo = (scale: number): void => {
    viewer.currentScale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
  };

  const close = async (): Promise<void> => {
    const before = pdf;
    const port = worker?.port;
    pdf = null;
    await before?.loadingTask.destroy();
    worker?.destroy();
    if (port instanceof Worker) port.terminate();
    worker = null;
  };

  return {
    finder: createFinder(eventBus),
    async open(bytes, password) {
      const problem = checkBytes(bytes);
      if (problem) return fail(problem);
      await close();
      worker = PDFWorker.create({ port: startWorker(parserUrl), verbosity: QUIET });
      try {
        pdf = await getDocument({
          data: bytes,
          worker,
          cMapUrl: `${assets}cmaps/`,
          cMapPacked: true,
          standardFontDataUrl: `${assets}standard_fonts/`,
          wasmUrl: `${assets}decoders/`,
          useWorkerFetch: true,
          useWasm: false,
          enableXfa: false,
          maxImageSize: MAX_IMAGE_PIXELS,
          verbosity: QUIET,
          ...(password === undefined ? {} : { password }),
        }).promise;
      } catch (error) {
        await close();
        return fail(errorCodeOf(error));
      }
      viewer.setDocument(pdf);
      linkService.setDocument(pdf);
      findController.setDocument(pdf);
      const title = await pdf.getMetadata().then(
        ({ info }) => ('Title' in info && typeof info.Title === 'string' ? info.Title : ''),
        () => '',
      );
      return ok({ pages: pdf.numPages, title });
    },
    goTo(page) {
      if (page >= 1 && page <= viewer.pagesCount) viewer.currentPageNumber = page;
    },
    zoom(zoom) {
      if (typeof zoom === 'number') scaleTo(zoom);
      else viewer.currentScaleValue = zoom;
    },
    zoomBy: (steps) => scaleTo(viewer.currentScale * STEP ** steps),
    outline: async () => (pdf ? chaptersOf(pdf, (dest) => void linkService.goToDestination(dest)) : []),
    shown() {
      const pages = new Map<number, Element[]>();
      for (const view of viewer.getCachedPageViews()) {
        const elements: unknown = view.textLayer?.highlighter?.textDivs;
        if (Array.isArray(elements) && view.textLayer.div?.isConnected) pages.set(view.id, elements);
      }
      return pages;
    },
    regionUnder: (box) => regionUnder(container, box),
    capture: async (region) => (pdf ? captureRegion(pdf, region).catch(() => null) : null),
    showRegion(region) {
      if (region && region.page <= viewer.pagesCount) viewer.currentPageNumber = region.page;
      regionMark.show(region);
    },
    async destroy() {
      await close();
      viewer.cleanup();
    },
  };
}
