/** 对比: the comparison of the chosen clips, or how to choose some. */
import { Unanswered } from '../common/unanswered';
import { ComparisonView } from '../compare/comparison-view';
import { useI18n } from '../i18n';
import { useServices } from '../services';

export function CompareScreen() {
  const { app, compare, comparison, saved, library, places, actions, wide } = useServices();
  const { region } = useI18n();
  const clips = compare.clips.value;
  const error = compare.error.value;
  const toLibrary = () => {
    app.view.value = 'library';
  };
  if (error && clips.length === 0) return <Unanswered error={error} onRetry={() => void compare.refresh()} />;
  return (
    <ComparisonView
      state={comparison}
      saved={saved}
      clips={clips}
      beside={compare.beside.value}
      onAdd={(id) => compare.add([id])}
      onWide={() => actions.openWorkspace('compare')}
      wide={wide}
      today={actions.today}
      onOpen={(clip, at) => void places.open(clip, at)}
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
