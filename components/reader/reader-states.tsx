/** What the reader shows when it shows no pages: nothing opened yet, loading, locked, failed. */
import { FileText, KeyRound, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ErrorCode } from '@/lib/core/model/errors';
import { errorNext, errorText } from '@/lib/state/error-text';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

interface StateProps {
  icon: ComponentChildren;
  text: string;
  next?: string;
  children?: ComponentChildren;
}

const State = ({ icon, text, next, children }: StateProps) => (
  <section class="reader-state" role="status">
    {icon}
    <h2>{text}</h2>
    {next && <p>{next}</p>}
    {children}
  </section>
);

export interface NothingOpenProps {
  /** The file that a clip came from, when the person looks for its place. */
  wanted: { fileName: string } | null;
  onOpenFile: () => void;
}

export function NothingOpen({ wanted, onOpenFile }: NothingOpenProps) {
  const { t } = useI18n();
  return (
    <State
      icon={<FileText size={32} stroke-width={1.5} aria-hidden="true" />}
      text={wanted ? t('reader.wanted', wanted.fileName) : t('reader.empty')}
      next={wanted ? t('reader.wantedNext') : t('reader.emptyNext')}
    >
      <Button tone="primary" onClick={onOpenFile}>
        {t('reader.openFile')}
      </Button>
    </State>
  );
}

export function Loading() {
  const { t } = useI18n();
  return <State icon={<FileText size={32} stroke-width={1.5} aria-hidden="true" />} text={t('reader.loading')} />;
}

export interface FailedProps {
  error: ErrorCode;
  /** The person looks for the place of a clip: it is found in the same file elsewhere, too. */
  sought: boolean;
  onRetry?: (() => void) | undefined;
  onOpenFile: () => void;
}

export function Failed({ error, sought, onRetry, onOpenFile }: FailedProps) {
  const { t, say } = useI18n();
  return (
    <State
      icon={<TriangleAlert size={32} stroke-width={1.5} aria-hidden="true" />}
      text={say(errorText(error))}
      next={sought ? t('reader.wantedNext') : say(errorNext(error))}
    >
      <div class="reader-actions">
        {onRetry && (
          <Button tone="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
        <Button onClick={onOpenFile}>{t('reader.openFile')}</Button>
      </div>
    </State>
  );
}

export interface LockedProps {
  wrong: boolean;
  onUnlock: (password: string) => void;
}

export function Locked({ wrong, onUnlock }: LockedProps) {
  const { t } = useI18n();
  const [password, setPassword] = useState('');
  return (
    <State
      icon={<KeyRound size={32} stroke-width={1.5} aria-hidden="true" />}
      text={t('reader.locked')}
      next={t('reader.lockedNext')}
    >
      <form
        class="reader-actions"
        onSubmit={(event) => {
          event.preventDefault();
          if (password) onUnlock(password);
        }}
      >
        <input
          type="password"
          autocomplete="off"
          value={password}
          aria-label={t('reader.password')}
          aria-invalid={wrong}
          placeholder={t('reader.password')}
          onInput={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <button type="submit" class="button primary m" disabled={!password}>
          <span>{t('reader.unlock')}</span>
        </button>
      </form>
      {wrong && <p class="reader-wrong">{t('reader.wrongPassword')}</p>}
    </State>
  );
}
