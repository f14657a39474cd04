/**
 * The text of a part of a page that is a picture, as the person types or pastes it. Stands below the pages, so that
 * what is typed can be read there; stays until it is kept.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '@/lib/core/model/errors';
import { errorText } from '@/lib/state/error-text';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface TypedPaneProps {
  page: number;
  /** What was typed for it before. */
  before: string;
  saving: boolean;
  error: ErrorCode | null;
  onSave: (text: string) => void;
  /** Has the text of a whole page read as its own. */
  onRead?: ((text: string) => void) | undefined;
  onClose: () => void;
}

export function TypedPane({ page, before, saving, error, onSave, onRead, onClose }: TypedPaneProps) {
  const { t, say } = useI18n();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(before);
  const isEmpty = text.trim() === '';
  // Before it is drawn: what is typed or pasted at once goes into it.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <section class="typed-pane" aria-label={t('reader.typedTitle', page)}>
      <h2>{t('reader.typedTitle', page)}</h2>
      <p class="hint-text">
        {t('reader.typedHint')}
        {onRead && ` ${t('reader.typedReadHint')}`}
      </p>
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
        {onRead && (
          <Button disabled={isEmpty || saving} onClick={() => onRead(text)}>
            {t('reader.typedReadPage')}
          </Button>
        )}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </section>
  );
}
