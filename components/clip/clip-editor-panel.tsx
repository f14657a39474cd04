/**
 * Binds the editor of one clip to the library and to its drafts. A change is shown before
 * the library has answered, and what it answered before the page has read the clip anew, so that quick ones build on
 * each other.
 */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipChange } from '@/lib/store/contract';
import { useServices } from '../services';
import { ClipEditor } from './clip-editor';

export interface ClipEditorPanelProps {
  clip: Clip;
  onClose?: () => void;
  children?: ComponentChildren;
}

type Pending = Readonly<Pick<ClipChange, 'tags' | 'corrections'>>;

/** The clip as it will be when the library has answered. */
function withPending(clip: Clip, { tags, corrections }: Pending): Clip {
  const { regions = clip.corrections.regions } = corrections ?? {};
  return {
    ...clip,
    tags: tags ?? clip.tags,
    corrections: { ...clip.corrections, ...(regions && { regions }) },
  };
}

export function ClipEditorPanel({ clip, onClose, children }: ClipEditorPanelProps) {
  const { app, clipper, drafts, library } = useServices();
  const pending = useSignal<Pending>({});
  const answered = useSignal<Clip | null>(null);
  const isNewer = answered.value?.id === clip.id && answered.value.revision > clip.revision;
  const latest = (isNewer && answered.value) || clip;
  const setDraft = (field: string, text: string | null) => drafts.put(clip.id, field, text);
  const change = async (field: string, next: ClipChange) => {
    const typed = drafts.of(clip.id)[field];
    const mine = { ...pending.value, ...next };
    pending.value = mine;
    const answer = await clipper.change(clip.id, next);
    if (answer.ok) answered.value = answer.value;
    if (pending.value === mine) pending.value = {};
    // Tags typed meanwhile are a new draft; other fields keep what was typed after the save began.
    if (answer.ok && field !== 'tags' && drafts.of(clip.id)[field] === typed) setDraft(field, null);
  };
  const close = () => {
    app.editing.value = null;
    onClose?.();
  };
  return (
    <ClipEditor
      clip={withPending(latest, pending.value)}
      knownTags={library.facets.value?.tags.map((facet) => facet.value) ?? []}
      drafts={drafts.of(clip.id)}
      onDraft={setDraft}
      onChange={(field, next) => void change(field, next)}
      onRemove={() => {
        close();
        void clipper.remove([clip.id]);
      }}
      onClose={close}
      autoFocus
    >
      {children}
    </ClipEditor>
  );
}
