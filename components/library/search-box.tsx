/** The query as text, with its syntax explained on demand. Esc clears a filled box first. */
import { CircleQuestionMark, Search, X } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useComposition } from '../clip/composition';
import { IconButton } from '../common/button';
import { placeBelow } from '../common/place-below';
import { useI18n } from '../i18n';

export interface SearchBoxProps {
  query: string;
  /** Takes the focus each time this changes, the first time excepted. */
  asked: number;
  onQuery: (query: string) => void;
  /** Arrow down: into the list. */
  onDown: () => void;
}

const SYNTAX = ['Region', 'Agency', 'Tag', 'Date', 'Issue', 'Text'] as const;

export function SearchBox({ query, asked, onQuery, onDown }: SearchBoxProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const help = useId();
  const asking = useRef<HTMLButtonElement>(null);
  const composition = useComposition(() => onQuery(input.current?.value ?? ''));
  useEffect(() => {
    if (asked > 0) input.current?.focus();
  }, [asked]);
  return (
    <search class="search">
      <Search size={15} aria-hidden="true" />
      <input
        ref={input}
        type="text"
        class="input"
        aria-label={t('library.search')}
        placeholder={t('library.placeholder')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        // What an input method is composing is not in the query yet: drawing again must not take it away.
        value={composition.busy() ? input.current?.value : query}
        onInput={(event) => composition.busy() || onQuery(event.currentTarget.value)}
        {...composition.handlers}
        onKeyDown={(event) => {
          if (composition.busy(event)) return;
          if (event.key === 'Escape' && query) {
            event.stopPropagation();
            onQuery('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onDown();
          }
        }}
      />
      {query && (
        <IconButton
          label={t('library.clear')}
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => {
            onQuery('');
            input.current?.focus();
          }}
        />
      )}
      <button
        ref={asking}
        type="button"
        class="icon-button"
        aria-label={t('library.syntax')}
        title={t('library.syntax')}
        popovertarget={help}
      >
        <CircleQuestionMark size={15} aria-hidden="true" />
      </button>
      <div
        id={help}
        class="menu syntax"
        popover="auto"
        onBeforeToggle={(event) => placeBelow(event.currentTarget, asking.current)}
        onToggle={(event) => placeBelow(event.currentTarget, asking.current)}
      >
        <p>{t('library.syntax')}</p>
        <ul>
          {SYNTAX.map((name) => (
            <li key={name}>{t(`library.syntax${name}`)}</li>
          ))}
        </ul>
      </div>
    </search>
  );
}
