/** A view without content: what is so, why, and what to do next. Never a blank. */
import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  icon: ComponentChildren;
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <section class="empty">
      <span class="empty-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <div class="empty-text">{children}</div>
      {actions && <div class="empty-actions">{actions}</div>}
    </section>
  );
}
