/** What is added after a clip is kept: tags, note, corrections; and the way out of the library again. */
import { BookmarkX } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipChange } from '@/lib/store/contract';
import { Button } from '../common/button';
import { useI18n } from '../i18n';
import { CorrectionsFields } from './corrections-fields';
import { SuggestedTags } from './suggested-tags';
import { TagBox } from './tag-box';
import { TextField } from './text-field';

export interface ClipDrafts {
  /** Text that is typed but not saved, by field. */
  drafts: Readonly<Record<string, string>>;
  onDraft: (field: string, text: string | null) => void;
}

export interface ClipEditorProps extends ClipDrafts {
  clip: Clip;
  knownTags: readonly string[];
  /** Saves; the draft of the field goes when the store has answered. */
  onChange: (field: string, change: ClipChange) => void;
  onRemove: () => void;
  onClose: () => void;
  autoFocus?: boolean;
  /** Splitting and merging, where the document is at hand. */
  children?: ComponentChildren;
}

export function ClipEditor(props: ClipEditorProps) {
  const { clip, knownTags, drafts, onDraft, onChange } = props;
  const { t } = useI18n();
  return (
    <section
      class="editor"
      aria-label={t('edit.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <div class="field">
        <span class="label">{t('edit.tags')}</span>
        <TagBox
          tags={clip.tags}
          known={knownTags}
          draft={drafts.tags ?? ''}
          onDraft={(text) => onDraft('tags', text || null)}
          onChange={(tags) => onChange('tags', { tags })}
          autoFocus={props.autoFocus ?? false}
        />
      </div>
      <SuggestedTags clip={clip} onAdd={(tag) => onChange('tags', { tags: [...clip.tags, tag] })} />
      <TextField
        label={t('edit.note')}
        placeholder={t('edit.notePlaceholder')}
        lines={2}
        value={clip.note}
        draft={drafts.note}
        onDraft={(text) => onDraft('note', text)}
        onSave={(note) => onChange('note', { note })}
      />
      <details>
        <summary>{t('edit.fields')}</summary>
        {props.children}
        <CorrectionsFields
          clip={clip}
          drafts={drafts}
          onDraft={onDraft}
          onCorrect={(corrections) => onChange(Object.keys(corrections)[0] ?? '', { corrections })}
        />
      </details>
      <footer>
        <Button tone="ghost" size="s" icon={<BookmarkX size={14} aria-hidden="true" />} onClick={props.onRemove}>
          {t('edit.unclip')}
        </Button>
        <Button size="s" onClick={props.onClose}>
          {t('common.done')}
        </Button>
      </footer>
    </section>
  );
}
