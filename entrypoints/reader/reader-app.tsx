/** The reader's page: tool bar, chapters, the pages that pdf.js draws, and what is shown instead of them. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { DropTarget } from '@/components/app/drop-target';
import { useI18n } from '@/components/i18n';
import { Chapters } from '@/components/reader/chapters';
import { FindField } from '@/components/reader/find-field';
import { PlaceNotice } from '@/components/reader/place-notice';
import { ReaderBar } from '@/components/reader/reader-bar';
import { Failed, Loading, Locked, NothingOpen } from '@/components/reader/reader-states';
import { RegionPicker } from '@/components/reader/region-picker';
import { TypedPane } from '@/components/reader/typed-pane';
import { isWholePage } from '@/lib/core/model/clip';
import type { Chapter, FindResult, ViewerState } from '@/lib/pdf/viewer';
import type { Control } from './control';
import { keysOf } from './keys';

const shownChapters = signal(true);

const SAID = { pictured: 'reader.typedSaved', alone: 'reader.typedSavedAlone', read: 'reader.typedRead' } as const;

export interface ReaderAppProps {
  viewer: { value: ViewerState };
  found: { value: FindResult | null };
  chapters: { value: Chapter[] };
  /** Called once, with the element that the pages are drawn into. */
  onStage: (container: HTMLDivElement) => Control;
  control: { value: Control | null };
}

export function ReaderApp({ viewer, found, chapters, onStage, control }: ReaderAppProps) {
  const { t } = useI18n();
  const stage = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!stage.current) return;
    const started = onStage(stage.current);
    const listening = new AbortController();
    document.addEventListener('keydown', keysOf(started, search), { signal: listening.signal });
    return () => listening.abort();
  }, [onStage]);
  const own = control.value;
  const phase = own?.session.phase.value ?? { state: 'loading' };
  const pick = () => picker.current?.click();
  const { page, pages, scale } = viewer.value;
  const place = own?.sought.place.value ?? null;
  const wanted = place && { fileName: place.fileName ?? '' };
  const open = phase.state === 'open';
  const typing = open ? own?.typing.state.value : undefined;
  const done = typing?.step === 'idle' ? typing.done : null;
  const listed = open && chapters.value.length > 0;
  return (
    <DropTarget onFiles={(files) => own?.openFiles(files)}>
      <div class="reader">
        <ReaderBar
          title={own?.session.title.value ?? ''}
          page={page}
          pages={open ? pages : 0}
          scale={scale}
          chapters={listed ? shownChapters.value : null}
          search={
            <FindField
              input={search}
              result={found.value}
              onFind={(query, direction) => own?.view.finder.find(query, direction)}
              onClose={() => own?.view.finder.close()}
            />
          }
          onChapters={() => {
            shownChapters.value = !shownChapters.value;
          }}
          onPage={(wanted) => own?.view.goTo(wanted)}
          onZoom={(steps) => own?.view.zoomBy(steps)}
          onFit={(fit) => own?.view.zoom(fit)}
          onRegion={() => own?.typing.choose()}
          onOpenFile={pick}
          onBrowserViewer={own?.browserViewer}
        />
        <div class="reader-notes">
          {open && place && place.state !== null && (
            <PlaceNotice
              state={place.state}
              page={place.page}
              text={place.text}
              onOpenFile={pick}
              onClose={() => own?.sought.dismiss()}
            />
          )}
          {typing?.step === 'choosing' && own && (
            <RegionPicker
              area={stage.current}
              onPick={own.typing.pick}
              onWholePage={own.typing.pickPage}
              onCancel={own.typing.cancel}
            />
          )}
          <p class={done ? 'typed-kept' : 'sr-only'} role="status">
            {done && t(SAID[done.as], done.page)}
          </p>
        </div>
        {listed && shownChapters.value && <Chapters chapters={chapters.value} />}
        <main class="reader-stage">
          <div ref={stage} class="reader-pages-area">
            <div class="pdfViewer" />
          </div>
          {phase.state === 'empty' && <NothingOpen wanted={wanted} onOpenFile={pick} />}
          {phase.state === 'loading' && <Loading />}
          {phase.state === 'locked' && <Locked wrong={phase.wrong} onUnlock={(password) => own?.unlock(password)} />}
          {phase.state === 'failed' && (
            <Failed error={phase.error} sought={wanted !== null} onRetry={own?.retry} onOpenFile={pick} />
          )}
        </main>
        {typing?.step === 'typing' && own && (
          <TypedPane
            page={typing.region.page}
            before={typing.text}
            saving={typing.saving}
            error={typing.error}
            onSave={(text) => void own.typing.keep(text)}
            onRead={isWholePage(typing.region) ? own.typing.readPage : undefined}
            onClose={own.typing.cancel}
          />
        )}
        <input
          ref={picker}
          type="file"
          accept=".pdf,application/pdf"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            own?.openFiles(files);
          }}
        />
      </div>
    </DropTarget>
  );
}
