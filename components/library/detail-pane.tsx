/** Binds the detail of a clip to the library: citation, place, editing, trash. */
import { citationOf } from '@/lib/core/export/citation';
import type { Clip } from '@/lib/core/model/clip';
import { ClipEditorPanel } from '../clip/clip-editor-panel';
import { useServices } from '../services';
import { ClipDetail } from './clip-detail';
import { ClipHistory } from './clip-history';
import { ClipPicture } from './clip-picture';

export interface DetailPaneProps {
  clip: Clip;
}

export function DetailPane({ clip }: DetailPaneProps) {
  const { library, clipper, compare, settings, places, actions } = useServices();
  const compared = compare.ids.value.includes(clip.id);
  return (
    <div class="detail-pane">
      <ClipDetail
        key={clip.id}
        clip={clip}
        words={library.words.value}
        citation={citationOf(clip, { edition: settings.values.value.citationEdition })}
        compared={compared}
        onCopy={actions.copy}
        onOpen={places.has(clip) ? () => void places.open(clip) : null}
        place={places.found.value.get(clip.id) ?? null}
        onCompare={() => (compared ? compare.remove(clip.id) : compare.add([clip.id]))}
        onEdit={() => {
          library.editing.value = !library.editing.value;
        }}
        onRemove={() => void clipper.remove([clip.id]).then((gone) => (gone ? library.show(null) : undefined))}
        onRestore={() => void clipper.restore([clip.id]).then((back) => (back ? library.show(null) : undefined))}
        onClose={() => void library.show(null)}
        picture={clip.picture && <ClipPicture clip={clip} load={library.picture} />}
        history={
          <ClipHistory
            clip={clip}
            load={clipper.history}
            onRevert={(revision) => void clipper.revert(clip.id, revision)}
          />
        }
      >
        {library.editing.value && (
          <ClipEditorPanel
            clip={clip}
            onClose={() => {
              library.editing.value = false;
            }}
          />
        )}
      </ClipDetail>
    </div>
  );
}
