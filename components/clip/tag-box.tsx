/**
 * Tags as a combobox: Enter, 、 ， , ; separate; arrows choose a suggestion, Tab completes the only one, Esc clears and
 * keeps the focus, Backspace in the empty box takes the last tag back. While an input method composes, nothing happens.
 */
import { X } from 'lucide-preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseTags } from '@/lib/core/model/tag';
import { useI18n } from '../i18n';
import { useComposition } from './composition';

export interface TagBoxProps {
  tags: readonly string[];
  /** Known tags, most used first. */
  known: readonly string[];
  draft: string;
  onDraft: (text: string) => void;
  onChange: (tags: string[]) => void;
  autoFocus?: boolean;
}

const SHOWN = 6;
const SEPARATOR = /[、，,;；\n]/u;
const includes = (tag: string, text: string) => tag.toLowerCase().includes(text.toLowerCase());

export function TagBox({ tags, known, draft, onDraft, onChange, autoFocus = false }: TagBoxProps) {
  const { t } = useI18n();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(-1);
  const [focused, setFocused] = useState(false);
  const composition = useComposition(() => accept(box.current?.value ?? ''));
  // Before it is drawn: later it could take the focus from what the person has gone on to.
  useLayoutEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);

  const text = draft.trim();
  const has = (tag: string) => tags.some((own) => own.toLowerCase() === tag.toLowerCase());
  const matches = known.filter((tag) => !has(tag) && (text === '' || includes(tag, text))).slice(0, SHOWN);
  const open = focused && matches.length > 0;

  const add = (raw: string) => {
    const fresh = parseTags(raw).filter((tag) => !has(tag));
    onDraft('');
    setChosen(-1);
    if (fresh.length > 0) onChange([...tags, ...fresh]);
  };
  /** Takes what was typed; everything before the last separator is complete. */
  const accept = (value: string) => {
    const cut = Math.max(...['、', '，', ',', ';', '；', '\n'].map((mark) => value.lastIndexOf(mark)));
    if (cut < 0) onDraft(value);
    else {
      add(value.slice(0, cut));
      onDraft(value.slice(cut + 1));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (composition.busy(event)) return;
    const take = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const [only] = matches;
    if (event.key === 'Enter' && (text || chosen >= 0)) take(() => add(matches[chosen] ?? text));
    else if (event.key === 'ArrowDown' && open) take(() => setChosen((chosen + 1) % matches.length));
    else if (event.key === 'ArrowUp' && open)
      take(() => setChosen(((chosen + matches.length + 1) % (matches.length + 1)) - 1));
    else if (event.key === 'Tab' && text && only && matches.length === 1) take(() => add(only));
    else if (event.key === 'Escape' && draft) take(() => onDraft(''));
    else if (event.key === 'Backspace' && draft === '' && tags.length > 0) take(() => onChange(tags.slice(0, -1)));
  };
  return (
    <div class="tag-box">
      <ul class="tag-row">
        {tags.map((tag) => (
          <li class="chip" key={tag}>
            {tag}
            <button
              type="button"
              class="chip-x"
              aria-label={t('edit.removeTag', tag)}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
        <li class="tag-input">
          <input
            ref={box}
            type="text"
            role="combobox"
            aria-label={t('edit.tags')}
            aria-describedby={`${id}-hint`}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            {...(open && chosen >= 0 && { 'aria-activedescendant': `${id}-${chosen}` })}
            autocomplete="off"
            enterkeyhint="done"
            value={draft}
            onInput={(event) => {
              const { value } = event.currentTarget;
              setChosen(-1);
              if (composition.busy() || !SEPARATOR.test(value)) onDraft(value);
              else accept(value);
            }}
            onKeyDown={onKeyDown}
            {...composition.handlers}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              if (text && !composition.busy()) add(text);
            }}
          />
        </li>
      </ul>
      <div class="suggestions" id={`${id}-list`} role="listbox" aria-label={t('edit.tagsList')} hidden={!open}>
        {matches.map((tag, index) => (
          <div
            key={tag}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onMouseDown={(event) => {
              event.preventDefault();
              add(tag);
            }}
          >
            {tag}
          </div>
        ))}
      </div>
      <span class="hint" id={`${id}-hint`}>
        {t('edit.tagsHint')}
      </span>
    </div>
  );
}
