/** An encrypted PDF: asks for its password once, here or in the reader that shows it; says so when it was the wrong one. */
import { FileLock } from 'lucide-preact';
import { useId, useRef } from 'preact/hooks';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { useI18n } from '../i18n';

const ICON = <FileLock size={28} stroke-width={1.5} aria-hidden="true" />;

/** The reader asks. */
export function LockedInReader() {
  const { t } = useI18n();
  return (
    <EmptyState icon={ICON} title={t('encrypted.title')}>
      <p>{t('encrypted.inReader')}</p>
    </EmptyState>
  );
}

export interface LockedStateProps {
  /** The password that was tried did not open it. */
  wrong: boolean;
  onUnlock: (password: string) => void;
}

export function LockedState({ wrong, onUnlock }: LockedStateProps) {
  const { t } = useI18n();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <EmptyState icon={ICON} title={t('encrypted.title')}>
      <p>{t('encrypted.text')}</p>
      <form
        class="unlock"
        onSubmit={(event) => {
          event.preventDefault();
          onUnlock(input.current?.value ?? '');
        }}
      >
        <label class="sr-only" for={id}>
          {t('encrypted.password')}
        </label>
        <input
          ref={input}
          id={id}
          class="input"
          type="password"
          autocomplete="off"
          placeholder={t('encrypted.password')}
          required
        />
        <Button type="submit" tone="primary">
          {t('encrypted.unlock')}
        </Button>
      </form>
      {wrong && <p role="alert">{t('encrypted.wrong')}</p>}
    </EmptyState>
  );
}
