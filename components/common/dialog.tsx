/** A modal `<dialog>`: opens with the component, gives the focus back when it leaves, closes on Esc and on its scrim. */
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useI18n } from '../i18n';
import { IconButton } from './button';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Buttons at the foot. */
  foot?: ComponentChildren;
  wide?: boolean;
}

export function Dialog({ title, onClose, children, foot, wide = false }: DialogProps) {
  const { t } = useI18n();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    const onScrim = (event: Event) => event.target === dialog && dialog?.dispatchEvent(new Event('cancel'));
    dialog?.showModal();
    dialog?.addEventListener('click', onScrim);
    return () => {
      dialog?.removeEventListener('click', onScrim);
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={heading}>{title}</h2>
          <IconButton label={t('common.close')} icon={<X size={16} aria-hidden />} onClick={onClose} />
        </header>
        <div class="dialog-scroll">{children}</div>
        {foot && <footer>{foot}</footer>}
      </div>
    </dialog>
  );
}
