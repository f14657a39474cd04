/** Buttons: `primary` once per view, `plain` elsewhere, `ghost` inside cards; icon-only ones must carry a label. */
import type { ComponentChildren, JSX } from 'preact';

export interface ButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'icon'> {
  tone?: 'primary' | 'plain' | 'ghost' | 'danger';
  size?: 's' | 'm';
  icon?: ComponentChildren;
  /** Shown beside the label, read out as part of the name by `aria-keyshortcuts` only. */
  shortcut?: string;
  children: ComponentChildren;
}

export function Button({ tone = 'plain', size = 'm', icon, shortcut, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${tone} ${size}`}
      {...(shortcut && { 'aria-keyshortcuts': shortcut })}
    >
      {icon}
      <span>{children}</span>
      {shortcut && (
        <span class="shortcut" aria-hidden="true">
          {shortcut === 'Enter' ? '↵' : shortcut}
        </span>
      )}
    </button>
  );
}

export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'icon' | 'label'> {
  label: string;
  icon: ComponentChildren;
}

export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} class="icon-button" aria-label={label}>
      {icon}
    </button>
  );
}
