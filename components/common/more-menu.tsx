/** A menu behind a ⋯ button: a popover with menu keys (arrows, Home, End, Esc). */
import { Ellipsis } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { placeBelow } from './place-below';

export interface MenuEntry {
  id: string;
  label: string;
  icon: ComponentChildren;
  shortcut?: string;
  run: () => void;
  /** A line above it. */
  apart?: boolean;
}

export interface MoreMenuProps {
  label: string;
  /** Written on the button; without it only the three dots are. */
  text?: string;
  entries: readonly MenuEntry[];
}

export function MoreMenu({ label, text, entries }: MoreMenuProps) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  const items = () => [...(menu.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])];
  const walk = (event: KeyboardEvent) => {
    const all = items();
    const focused = document.activeElement;
    const at = focused instanceof HTMLButtonElement ? all.indexOf(focused) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={text ? 'button ghost s' : 'icon-button'}
        {...(text === undefined && { 'aria-label': label })}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        popovertarget={id}
      >
        <Ellipsis size={text ? 14 : 18} aria-hidden="true" />
        {text}
      </button>
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        popover="auto"
        onKeyDown={walk}
        onBeforeToggle={(event) => placeBelow(event.currentTarget, button.current)}
        onToggle={(event) => {
          placeBelow(event.currentTarget, button.current);
          const now = event.newState === 'open';
          setOpen(now);
          if (now) items()[0]?.focus();
        }}
      >
        {entries.map((entry) => (
          <div key={entry.id} role="none">
            {entry.apart && <hr />}
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                menu.current?.hidePopover();
                button.current?.focus();
                entry.run();
              }}
            >
              {entry.icon}
              {entry.label}
              {entry.shortcut && <kbd>{entry.shortcut}</kbd>}
            </button>
          </div>
        ))}
      </div>
    </>
  );
}
