/** 资料库: query, facets, list, ticked clips, detail – beside the list in a full tab, over it in the panel. */
import { Archive, ArrowLeft, Inbox, SearchX } from 'lucide-preact';
import { useCallback } from 'preact/hooks';
import { counted } from '@/lib/state/message';
import { isPassing } from '@/lib/state/passing-report';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { Unanswered } from '../common/unanswered';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';
import { useServices } from '../services';
import { ClipRow } from './clip-row';
import { DetailPane } from './detail-pane';
import { FacetBar } from './facet-bar';
import { SearchBox } from './search-box';
import { SelectionActions } from './selection-actions';
import { VirtualList } from './virtual-list';

const ROW_HEIGHT = 104;
const ICON = { size: 28, 'stroke-width': 1.5, 'aria-hidden': true } as const;

export function LibraryView() {
  const { app, backup, library, compare, toasts, wide, actions } = useServices();
  const { t, n } = useI18n();
  const { list, selection, cursor } = library;
  const total = list.total.value;
  const facets = library.facets.value;
  const trash = library.trash.value;
  const error = list.error.value;
  const detail = library.detail.value;
  const need = useCallback((from: number, to: number) => list.need(from, to), [list]);
  const open = (index: number) => {
    cursor.active.value = index;
    void library.show(list.at(index)?.id ?? null);
  };
  const compareTicked = async () => {
    const ids = await library.selectedIds();
    compare.add(ids);
    selection.clear();
    toasts.show({ tone: 'done', text: counted('toast.compared', compare.ids.value.length) });
    app.view.value = 'compare';
  };
  const nothing = list.ready.value && total === 0 && !error;
  // What is not there may still be coming; that is said above.
  const isEmpty = nothing && !trash && library.query.value === '' && !isPassing(backup.report.value);
  return (
    <div class={`library${detail ? ' with-detail' : ''}`}>
      <section class="library-list" aria-label={t('library.list')}>
        <SearchBox
          query={library.query.value}
          asked={library.searchAsked.value}
          onQuery={(query) => {
            library.query.value = query;
          }}
          onDown={() => library.move(1)}
        />
        {library.facetsError.value && !error && (
          <UnreadNote what={t('library.facetsUnread')} error={library.facetsError.value} onRetry={library.refresh} />
        )}
        {facets && !trash && facets.total > 0 && (
          <FacetBar
            facets={facets}
            query={library.query.value}
            today={actions.today()}
            onToggle={library.toggleTerm}
            onPeriod={(value) => library.setTerm('date', value)}
          />
        )}
        {trash && (
          <p class="trash-note">
            <Button size="s" icon={<ArrowLeft size={14} aria-hidden="true" />} onClick={() => library.openTrash(false)}>
              {t('library.leaveTrash')}
            </Button>
            <span>{t('library.trashHint')}</span>
          </p>
        )}
        {selection.count.value > 0 ? (
          <SelectionActions
            count={selection.count.value}
            total={total}
            trash={trash}
            knownTags={facets?.tags.map((tag) => tag.value) ?? []}
            onAll={() => void library.selectAll()}
            onNone={selection.clear}
            onTag={(tags) => void library.tagSelected(tags)}
            onCompare={() => void compareTicked()}
            onExport={() => void library.selectedIds().then((ids) => app.openExport({ base: 'selection', ids }))}
            onRemove={() => void library.removeSelected()}
            onRestore={() => void library.restoreSelected()}
            onPurge={() => {
              app.dialog.value = 'purge';
            }}
          />
        ) : (
          (total > 0 || (!error && (facets?.trashed ?? 0) > 0)) && (
            <p class="list-head">
              <span role="status">{n('library.results', total)}</span>
              {!trash && Boolean(facets?.trashed) && (
                <button type="button" class="link-button" onClick={() => library.openTrash(true)}>
                  <Archive size={12} aria-hidden="true" /> {t('library.trashCount', facets?.trashed ?? 0)}
                </button>
              )}
            </p>
          )
        )}
        {error && (
          <Unanswered
            error={error}
            onRetry={library.refresh}
            onSave={() => {
              app.dialog.value = 'backup';
            }}
          />
        )}
        {nothing && trash && <EmptyState icon={<Archive {...ICON} />} title={t('library.trashEmpty')} />}
        {nothing && !trash && library.query.value !== '' && (
          <EmptyState icon={<SearchX {...ICON} />} title={t('library.noneTitle')}>
            <p>{t('library.noneText')}</p>
          </EmptyState>
        )}
        {isEmpty && (
          <EmptyState
            icon={<Inbox {...ICON} />}
            title={t('library.emptyTitle')}
            actions={<Button onClick={() => actions.openSample(1)}>{t('menu.sample')}</Button>}
          >
            <p>{t('library.emptyText')}</p>
          </EmptyState>
        )}
        {total > 0 && (
          <VirtualList
            label={t('library.list')}
            total={total}
            rowHeight={ROW_HEIGHT}
            active={cursor.active.value}
            scroll={library.scroll.peek()}
            onScroll={(top) => {
              library.scroll.value = top;
            }}
            onNeed={need}
          >
            {(index) => {
              const clip = list.at(index);
              return (
                <ClipRow
                  clip={clip}
                  words={library.words.value}
                  ticked={clip !== undefined && selection.ids.value.has(clip.id)}
                  active={detail ? detail.id === clip?.id : cursor.active.value === index}
                  onTick={(range) => (range ? library.selectRange(index) : library.tick(index))}
                  onOpen={() => open(index)}
                />
              );
            }}
          </VirtualList>
        )}
      </section>
      {detail ? <DetailPane clip={detail} /> : wide && total > 0 && <p class="detail-blank">{t('library.pick')}</p>}
    </div>
  );
}
