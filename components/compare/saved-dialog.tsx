/** Comparisons that were kept: open one, delete one, keep the present one under a name. */
import { FolderOpen, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { SavedComparisons } from '@/lib/state/saved-comparisons';
import { Button, IconButton } from '../common/button';
import { Dialog } from '../common/dialog';
import { Unanswered } from '../common/unanswered';
import { useI18n } from '../i18n';

export interface SavedDialogProps {
  saved: SavedComparisons;
  /** False when nothing is compared: then there is nothing to keep. */
  canSave: boolean;
  suggestion: string;
  onClose: () => void;
}

export function SavedDialog({ saved, canSave, suggestion, onClose }: SavedDialogProps) {
  const { t, date } = useI18n();
  const [name, setName] = useState(suggestion);
  const list = saved.list.value;
  const error = saved.error.value;
  return (
    <Dialog title={t('compare.saved')} onClose={onClose}>
      <div class="row-dialog">
        {canSave && (
          <form
            class="field"
            onSubmit={(event) => {
              event.preventDefault();
              void saved.save(name);
            }}
          >
            <label for="saved-name">{t('compare.savedName')}</label>
            <div class="row-join">
              <input
                id="saved-name"
                class="input"
                value={name}
                maxLength={200}
                onInput={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" tone="primary" disabled={name.trim() === ''}>
                {t('compare.savedSave')}
              </Button>
            </div>
          </form>
        )}
        {error ? (
          <Unanswered error={error} onRetry={() => void saved.refresh()} />
        ) : list.length === 0 ? (
          <p class="muted">{t('compare.savedNone')}</p>
        ) : (
          <ul class="row-members">
            {list.map((one) => (
              <li key={one.id}>
                <span class="row-member">
                  {one.name}
                  <span class="column-source">{t('compare.savedInfo', one.clipIds.length, date(one.updatedAt))}</span>
                </span>
                <Button
                  size="s"
                  icon={<FolderOpen size={14} aria-hidden="true" />}
                  aria-label={t('compare.savedOpen', one.name)}
                  onClick={() => {
                    saved.open(one.id);
                    onClose();
                  }}
                >
                  {t('compare.openShort')}
                </Button>
                <IconButton
                  label={t('compare.savedRemove', one.name)}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => void saved.remove(one.id)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
