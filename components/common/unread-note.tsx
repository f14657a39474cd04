/** Says what could not be read beside what could be: why, what to do, and once more. A whole view has `Unanswered`. */
import type { ErrorCode } from '@/lib/core/model/errors';
import { errorNext, errorText } from '@/lib/state/error-text';
import { useI18n } from '../i18n';
import { Button } from './button';

export interface UnreadNoteProps {
  /** The sentence that names what is missing. */
  what: string;
  error: ErrorCode;
  onRetry: () => void;
}

export function UnreadNote({ what, error, onRetry }: UnreadNoteProps) {
  const { t, say } = useI18n();
  return (
    <div class="notice unread" role="alert">
      <div>
        <p>
          {what} {say(errorText(error))}
        </p>
        <p>{say(errorNext(error))}</p>
      </div>
      <Button size="s" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}
