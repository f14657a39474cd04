/** 对比: the comparison of the chosen clips, or how to choose some. */
import { Columns2 } from 'lucide-preact';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { ComparisonView } from '../compare/comparison-view';
import { useI18n } from '../i18n';
import { useServices } from '../services';

export function CompareScreen() {
  const { app, compare, comparison, library, tabs, actions, wide } = useServices();
  const { t, region } = useI18n();
  const clips = compare.clips.value;
  const toLibrary = () => {
    app.view.value = 'library';
  };
  if (clips.length === 0) {
    return (
      <EmptyState
        icon={<Columns2 size={28} stroke-width={1.5} aria-hidden="true" />}
        title={t('compare.emptyTitle')}
        actions={<Button onClick={toLibrary}>{t('compare.goLibrary')}</Button>}
      >
        <p>{t('compare.emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <ComparisonView
      state={comparison}
      clips={clips}
      wide={wide}
      today={actions.today}
      onOpen={(clip, at) =>
        void tabs.open(clip.source.url, {
          text: clip.item.text.slice(at.start, at.end),
          ...(clip.anchor.page !== null && { page: clip.anchor.page }),
        })
      }
      onArrange={compare.arrange}
      onChooseRegion={(code) => {
        library.query.value = '';
        library.toggleTerm({ field: 'region', value: region(code) });
        toLibrary();
      }}
      onExport={() => app.openExport({ base: 'comparison', ids: clips.map((clip) => clip.id) })}
      onLibrary={toLibrary}
    />
  );
}
