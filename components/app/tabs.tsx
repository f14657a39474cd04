/** The three views as tabs with counts; arrow keys walk them, Alt+1/2/3 jump. */

import { VIEWS, type ViewName } from '@/lib/state/app-store';
import { useI18n } from '../i18n';

export interface ViewTabsProps {
  view: ViewName;
  counts: Readonly<Record<ViewName, number | null>>;
  onSelect: (view: ViewName) => void;
}

export const tabId = (view: ViewName) => `tab-${view}`;
export const panelId = (view: ViewName) => `view-${view}`;

export function ViewTabs({ view, counts, onSelect }: ViewTabsProps) {
  const { t, number } = useI18n();
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = by === 0 ? undefined : VIEWS.at((VIEWS.indexOf(view) + by) % VIEWS.length);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={t('app.views')} onKeyDown={step}>
      {VIEWS.map((name, index) => {
        const count = counts[name];
        return (
          <button
            type="button"
            key={name}
            id={tabId(name)}
            role="tab"
            aria-selected={view === name}
            {...(view === name && { 'aria-controls': panelId(name) })}
            aria-keyshortcuts={`Alt+${index + 1}`}
            tabIndex={view === name ? 0 : -1}
            onClick={() => onSelect(name)}
          >
            {t(`app.${name}`)}
            {count !== null && <span class="tab-count">{number(count)}</span>}
          </button>
        );
      })}
    </div>
  );
}
