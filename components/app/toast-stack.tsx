/** Short notices at the foot, with undo; their clocks stand still while the pointer or the focus is on them. */
import { CircleAlert, CircleCheck, X } from 'lucide-preact';
import type { Toasts } from '@/lib/state/toasts';
import { IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface ToastStackProps {
  toasts: Toasts;
}

export function ToastStack({ toasts }: ToastStackProps) {
  const { t, say } = useI18n();
  return (
    <section
      class="toasts"
      aria-label={t('toast.region')}
      aria-live="polite"
      onMouseEnter={() => toasts.hold(true)}
      onMouseLeave={() => toasts.hold(false)}
      onFocusCapture={() => toasts.hold(true)}
      onBlurCapture={() => toasts.hold(false)}
    >
      {toasts.list.value.map((toast) => (
        <div key={toast.id} class={`toast ${toast.tone}`}>
          {toast.tone === 'done' ? (
            <CircleCheck size={16} aria-hidden="true" />
          ) : (
            <CircleAlert size={16} aria-hidden="true" />
          )}
          <span title={say(toast.text)}>
            {say(toast.text)}
            {toast.next && <small>{say(toast.next)}</small>}
          </span>
          {toast.action && (
            <button type="button" class="toast-action" onClick={() => toasts.act(toast.id)}>
              {say(toast.action.label)}
            </button>
          )}
          <IconButton
            label={t('common.close')}
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => toasts.dismiss(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}
