/**
 * In place of a view whose question to the library failed: what happened, what to do, and once more; where it is
 * offered, also the way to save what the second place has. Never an empty list.
 */
import { Archive } from 'lucide-preact';
import type { ErrorCode } from '@/lib/core/model/errors';
import { errorNext, errorText } from '@/lib/state/error-text';
import { useI18n } from '../i18n';
import { Button } from './button';
import { EmptyState } from './empty-state';

export interface UnansweredProps {
  error: ErrorCode;
  onRetry: () => void;
  /** Saves what can still be read. */
  onSave?: () => void;
}

export function Unanswered({ error, onRetry, onSave }: UnansweredProps) {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={<Archive size={28} stroke-width={1.5} aria-hidden="true" />}
      title={t(errorText(error).key)}
      actions={
        <>
          <Button onClick={onRetry}>{t('common.retry')}</Button>
          {onSave && <Button onClick={onSave}>{t('backup.write')}</Button>}
        </>
      }
    >
      <p role="alert">{t(errorNext(error).key)}</p>
      {onSave && <p>{t('library.secondPlace')}</p>}
    </EmptyState>
  );
}
