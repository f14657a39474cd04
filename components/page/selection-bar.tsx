/** Offers what is selected in the page: clip it as an excerpt of the item it lies in. */
import { Check, Quote } from 'lucide-preact';
import type { PageSelection } from '@/lib/core/protocol/to-page';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface SelectionBarProps {
  selection: PageSelection;
  /** It is in the library, whichever way it came there: from here, the context menu or the shortcut. */
  kept: boolean;
  onClip: () => void;
}

export function SelectionBar({ selection, kept, onClip }: SelectionBarProps) {
  const { t, n } = useI18n();
  return (
    <section class="selection-bar" aria-label={t('selection.clip')}>
      <Quote size={16} aria-hidden="true" />
      <div>
        <p class="selection-text">{selection.text}</p>
        <p class="selection-count">
          {n('selection.offer', selection.text.length)}
          {selection.cut && ` · ${t('selection.cut')}`}
        </p>
      </div>
      {kept ? (
        <span class="badge green" role="status">
          <Check size={13} aria-hidden="true" />
          {t('item.clipped')}
        </span>
      ) : (
        <Button tone="primary" size="s" onClick={onClip}>
          {t('selection.clip')}
        </Button>
      )}
    </section>
  );
}
