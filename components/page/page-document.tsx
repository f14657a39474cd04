/** One document: progress, masthead, notices, sections with their cards, the offer for a selection. */
import { type Signal, useSignal } from '@preact/signals';
import { RefreshCw } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '@/lib/core/model/errors';
import type { PageStore } from '@/lib/state/page-store';
import { ClipEditorPanel } from '../clip/clip-editor-panel';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';
import { useServices } from '../services';
import { ItemCard } from './item-card';
import { ItemCorrector, ItemStructure } from './item-corrector';
import { LastingGrant } from './lasting-grant';
import { LockedInReader, LockedState } from './locked-state';
import { Masthead } from './masthead';
import { Notices } from './notices';
import { FailedState, NothingFound } from './page-states';
import { ReadingBar } from './reading-bar';
import { SelectionBar } from './selection-bar';

export interface PageDocumentProps {
  page: PageStore;
  onOpenFile: () => void;
  onCloseFile?: (() => void) | undefined;
}

export function PageDocument({ page, onOpenFile, onCloseFile }: PageDocumentProps) {
  const { app, actions } = useServices();
  const { t } = useI18n();
  const { file } = page.source;
  const tried = useSignal(false);
  const scroller = useRef<HTMLDivElement>(null);
  const phase = page.phase.value;
  const reading = page.reading.value;
  const items = page.items.value;
  const ready = reading !== null;
  useLayoutEffect(() => {
    if (ready) scroller.current?.scrollTo({ top: page.scroll.peek() });
  }, [ready, page]);
  useEffect(() => {
    if (phase.state === 'read') app.announce({ key: 'page.items', count: items.length });
  }, [phase.state, items.length, app]);

  const left = items.filter((item) => !page.clipOf({ type: 'item', item })).length;
  const selection = page.selection.value;
  // How far a reading is its progress says; where nothing was found, that is said below.
  const notices =
    reading?.notices.filter(({ code }) => (code === 'partly-read' ? phase.state !== 'reading' : items.length > 0)) ??
    [];
  return (
    <>
      <div
        class="page-view"
        ref={scroller}
        onScroll={() => {
          if (scroller.current) page.scroll.value = scroller.current.scrollTop;
        }}
      >
        <ReadingBar phase={phase} onStop={page.cancel} />
        {page.changed.value && (
          <button type="button" class="pill" onClick={() => void page.read()}>
            <RefreshCw size={13} aria-hidden="true" /> {t('page.changed')} · {t('page.changedAction')}
          </button>
        )}
        {phase.state === 'failed' && <Failure page={page} error={phase.error} tried={tried} onOpenFile={onOpenFile} />}
        {reading && (phase.state !== 'failed' || items.length > 0) && (
          <>
            <Masthead
              reading={reading}
              fallbackTitle={nameOf(page.source.title)}
              sections={page.sections.value.length}
              overruled={page.overruled.value}
              left={left}
              fileName={page.source.fileName}
              onClipAll={() => void page.clipAll()}
              onOverrule={page.overrule}
              onPoint={page.pointField}
              onCloseFile={onCloseFile}
              onReader={file && (() => actions.openInReader(page.source))}
            />
            <LastingGrant url={page.source.url} />
            {page.keptError.value && (
              <div class="notices">
                <UnreadNote what={t('page.keptUnread')} error={page.keptError.value} onRetry={page.readKept} />
              </div>
            )}
            {notices.length > 0 && (
              <Notices
                notices={notices}
                onReadAll={
                  page.source.stop &&
                  (() => {
                    page.source.pdf?.readWhole();
                    void page.read();
                  })
                }
              />
            )}
            {items.length === 0 && phase.state === 'read' && (
              <NothingFound
                reading={reading}
                format={page.source.format}
                onOverrule={page.overrule}
                onOpenFile={onOpenFile}
              />
            )}
            {page.sections.value.map((section, index) => (
              <section class="section" key={`${section.name}${index}`}>
                <h2 class="section-head">
                  {section.name || t('page.noSection')} <span>{section.items.length}</span>
                </h2>
                {section.items.map((item) => (
                  <Card key={item.id} page={page} item={item} />
                ))}
              </section>
            ))}
          </>
        )}
      </div>
      {selection && (
        <SelectionBar
          selection={selection}
          kept={page.clipOf({ type: 'excerpt', selection }) !== null}
          onClip={() => void page.clip([{ type: 'excerpt', selection }])}
        />
      )}
    </>
  );
}

/** A viewer calls a PDF by its address: its last part is its name. */
const nameOf = (title: string) => (title.includes(' ') ? title : title.slice(title.lastIndexOf('/') + 1));

interface FailureProps {
  page: PageStore;
  error: ErrorCode;
  /** A password was tried. */
  tried: Signal<boolean>;
  onOpenFile: () => void;
}

function Failure({ page, error, tried, onOpenFile }: FailureProps) {
  const { pdf, format, marksInPage } = page.source;
  if (error === 'pdf-encrypted' && format === 'pdf' && marksInPage) return <LockedInReader />;
  if (error !== 'pdf-encrypted' || !pdf) {
    return <FailedState error={error} onRetry={() => void page.read()} onOpenFile={onOpenFile} />;
  }
  return (
    <LockedState
      wrong={tried.value}
      onUnlock={(password) => {
        tried.value = true;
        pdf.unlock(password);
        void page.read();
      }}
    />
  );
}

/** Name of an item that is corrected before it is kept. */
export const editedItem = (page: PageStore, id: string) => `${page.source.id} ${id}`;

/** Binds one card to the page's signals, so that hovering redraws two cards and not the list. */
function Card({ page, item }: { page: PageStore; item: PageStore['items']['value'][number] }) {
  const { app } = useServices();
  const clip = page.clipOf({ type: 'item', item });
  const source = page.context.value?.source;
  /** What is being edited: the kept clip, or the item as it was read. */
  const edited = clip?.id ?? editedItem(page, item.id);
  return (
    <ItemCard
      item={item}
      clip={clip}
      // The numbers in the text of a policy document are those of others.
      docNumber={(source?.kind !== 'policy' && item.docNumbers[0]) || null}
      corrections={page.correctionsOf(item)}
      changed={page.changedSince(item)}
      saving={page.saveState({ type: 'item', item })}
      active={page.active.value === item.id}
      hovered={page.hovered.value === item.id}
      open={page.open.value.has(item.id)}
      reveal={page.reveal.value}
      isClipped={(measure) => page.clipOf({ type: 'measure', item, measure }) !== null}
      onActivate={() => {
        page.active.value = item.id;
      }}
      onHover={(on) => page.point(on ? item.id : null)}
      onPoint={page.pointField}
      onShow={(spans) => void page.show(spans, item.pages)}
      onToggle={() => page.toggle(item.id)}
      onClip={() => void page.clip([{ type: 'item', item }])}
      onClipMeasure={(measure) => void page.clipMeasure(item, measure)}
      onEdit={() => {
        app.editing.value = app.editing.value === edited ? null : edited;
      }}
    >
      {app.editing.value === edited && clip && (
        <ClipEditorPanel clip={clip}>
          <ItemStructure page={page} item={item} />
        </ClipEditorPanel>
      )}
      {app.editing.value === edited && !clip && source && (
        <ItemCorrector
          page={page}
          item={item}
          source={source}
          onClose={() => {
            app.editing.value = null;
          }}
        />
      )}
    </ItemCard>
  );
}
