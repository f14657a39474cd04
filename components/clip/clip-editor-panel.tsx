/** Binds the editor of one clip to the library and to the drafts of the page it is edited on. */
import type { Signal } from '@preact/signals';
import type { Clip } from '@/lib/core/model/clip';
import { useServices } from '../services';
import { ClipEditor } from './clip-editor';

export interface ClipEditorPanelProps {
  clip: Clip;
  drafts: Signal<Readonly<Record<string, string>>>;
  onClose?: () => void;
}

export function ClipEditorPanel({ clip, drafts, onClose }: ClipEditorPanelProps) {
  const { app, clipper, library } = useServices();
  const prefix = `${clip.id}.`;
  const own = Object.fromEntries(
    Object.entries(drafts.value).flatMap(([key, text]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), text] as const] : [],
    ),
  );
  const setDraft = (field: string, text: string | null) => {
    const { [prefix + field]: _, ...rest } = drafts.value;
    drafts.value = text === null ? rest : { ...rest, [prefix + field]: text };
  };
  const close = () => {
    app.editing.value = null;
    onClose?.();
  };
  return (
    <ClipEditor
      clip={clip}
      knownTags={library.facets.value?.tags.map((facet) => facet.value) ?? []}
      drafts={own}
      onDraft={setDraft}
      onChange={(field, change) => {
        const typed = own[field];
        void clipper.change(clip.id, change).then((answer) => {
          if (answer.ok && drafts.value[prefix + field] === typed) setDraft(field, null);
        });
      }}
      onRemove={() => {
        close();
        void clipper.remove([clip.id]);
      }}
      onClose={close}
      autoFocus
    />
  );
}
