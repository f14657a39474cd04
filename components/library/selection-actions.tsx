/** What can be done with the ticked clips: tag, compare, export, delete; in the trash: restore, delete for good. */
import { ArchiveRestore, Columns2, Download, Tag, Trash2, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { TagBox } from '../clip/tag-box';
import { Button, IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface SelectionActionsProps {
  count: number;
  total: number;
  trash: boolean;
  knownTags: readonly string[];
  onAll: () => void;
  onNone: () => void;
  onTag: (tags: readonly string[]) => void;
  onCompare: () => void;
  onExport: () => void;
  onRemove: () => void;
  onRestore: () => void;
  onPurge: () => void;
}

const ICON = { size: 14, 'aria-hidden': true } as const;

export function SelectionActions(props: SelectionActionsProps) {
  const { count, total, trash } = props;
  const { t, n } = useI18n();
  const [tagging, setTagging] = useState(false);
  const [draft, setDraft] = useState('');
  return (
    <section class="selection-actions" aria-label={n('library.selected', count)}>
      <div class="selection-row">
        <b>{n('library.selected', count)}</b>
        {count < total && (
          <button type="button" class="link-button" onClick={props.onAll}>
            {t('library.selectAll')}
          </button>
        )}
        <span class="spread" />
        <IconButton label={t('library.selectNone')} icon={<X {...ICON} />} onClick={props.onNone} />
      </div>
      <div class="selection-row">
        {trash ? (
          <>
            <Button size="s" icon={<ArchiveRestore {...ICON} />} onClick={props.onRestore}>
              {t('library.restore')}
            </Button>
            <Button size="s" tone="danger" icon={<Trash2 {...ICON} />} onClick={props.onPurge}>
              {t('library.purge')}
            </Button>
          </>
        ) : (
          <>
            <Button size="s" tone="primary" icon={<Columns2 {...ICON} />} onClick={props.onCompare}>
              {t('library.compare')}
            </Button>
            <Button size="s" icon={<Download {...ICON} />} onClick={props.onExport}>
              {t('library.export')}
            </Button>
            <Button size="s" icon={<Tag {...ICON} />} aria-expanded={tagging} onClick={() => setTagging(!tagging)}>
              {t('library.tags')}
            </Button>
            <IconButton label={t('library.delete')} icon={<Trash2 {...ICON} />} onClick={props.onRemove} />
          </>
        )}
      </div>
      {tagging && !trash && (
        <TagBox tags={[]} known={props.knownTags} draft={draft} onDraft={setDraft} onChange={props.onTag} autoFocus />
      )}
    </section>
  );
}
