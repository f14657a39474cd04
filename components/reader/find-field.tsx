/** Search in the open PDF. Nothing is searched while an input method is composing. */
import { ChevronDown, ChevronUp, Search } from 'lucide-preact';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useComposition } from '../clip/composition';
import { IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface FindFieldProps {
  input: RefObject<HTMLInputElement>;
  result: { current: number; total: number; missing: boolean } | null;
  onFind: (query: string, direction: 'first' | 'next' | 'previous') => void;
  onClose: () => void;
}

export function FindField({ input, result, onFind, onClose }: FindFieldProps) {
  const { t } = useI18n();
  const [query, setQuery] = useState('');
  const change = (next: string) => {
    setQuery(next);
    if (next) onFind(next, 'first');
    else onClose();
  };
  const composition = useComposition(() => change(input.current?.value ?? ''));
  return (
    <search class="reader-find">
      <Search size={15} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        value={query}
        placeholder={t('reader.find')}
        aria-label={t('reader.find')}
        onInput={(event) => {
          if (!event.isComposing) change(event.currentTarget.value);
        }}
        {...composition.handlers}
        onKeyDown={(event) => {
          if (composition.busy(event)) return;
          if (event.key === 'Enter' && query) onFind(query, event.shiftKey ? 'previous' : 'next');
          if (event.key === 'Escape') change('');
        }}
      />
      <span class="reader-matches" role="status">
        {query &&
          result &&
          (result.total > 0
            ? t('reader.matches', result.current, result.total)
            : result.missing && t('reader.noMatch'))}
      </span>
      <IconButton
        label={t('reader.previousMatch')}
        icon={<ChevronUp size={16} aria-hidden="true" />}
        disabled={!result?.total}
        onClick={() => onFind(query, 'previous')}
      />
      <IconButton
        label={t('reader.nextMatch')}
        icon={<ChevronDown size={16} aria-hidden="true" />}
        disabled={!result?.total}
        onClick={() => onFind(query, 'next')}
      />
    </search>
  );
}
