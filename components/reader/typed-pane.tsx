/**
 * The text of a part of a page that is a picture, as the person types or pastes it. Stands below the pages, so that
 * what is typed can be read there; stays until it is kept.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '@/lib/core/model/errors';
import { errorText } from '@/lib/state/error-text';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface TypedPaneProps {
  page: number;
  saving: boolean;
  error: ErrorCode | null;
  onSave: (text: string) => void;
  onClose: () => void;
}

export function TypedPane({ page, saving, error, onSave, onClose }: TypedPaneProps) {
  const { t, say } = useI18n();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  useEffect(() => field.current?.focus(), []);
  return (
    <section class="typed-pane" aria-label={t('reader.typedTitle', page)}>
      <h2>{t('reader.typedTitle', page)}</h2>
      <p class="hint-text">{t('reader.typedHint')}</p>
      <textarea
        ref={field}
        rows={6}
        value={text}
        aria-label={t('reader.typedText')}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty && !saving) onSave(text);
          // What was typed is not thrown away by a key.
          if (event.key === 'Escape' && isEmpty) onClose();
        }}
      />
      {error && (
        <p class="notice" role="alert">
          {say(errorText(error))}
        </p>
      )}
      <div class="reader-actions">
        <Button tone="primary" disabled={isEmpty || saving} onClick={() => onSave(text)}>
          {t(saving ? 'item.saving' : 'reader.typedSave')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </section>
  );
}
