/**
 * Themes and policy instruments that words of the measures suggest: tags in waiting, with the words that led there,
 * never applied unasked.
 */
import { Plus } from 'lucide-preact';
import type { Clip } from '@/lib/core/model/clip';
import { useI18n } from '../i18n';

export interface SuggestedTagsProps {
  clip: Clip;
  onAdd: (tag: string) => void;
}

const WORDS_SHOWN = 4;

/** Message keys of what is suggested, with all words that led to each, in the order of the text. */
function suggestedKeys(clip: Clip): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { scheme, code, words } of clip.item.measures.flatMap((measure) => measure.suggestions)) {
    const key = scheme === 'theme' ? `theme.${code}` : `instrument.${code}`;
    keys.set(key, [...new Set([...(keys.get(key) ?? []), ...words])]);
  }
  return keys;
}

export function SuggestedTags({ clip, onAdd }: SuggestedTagsProps) {
  const { t, maybe } = useI18n();
  const waiting = [...suggestedKeys(clip)]
    .map(([key, words]) => ({ name: maybe(key, key), words }))
    .filter(({ name }) => !clip.tags.includes(name));
  if (waiting.length === 0) return null;
  return (
    <fieldset class="suggested">
      <legend>{t('edit.suggestions')}</legend>
      {waiting.map(({ name, words }) => (
        <button
          type="button"
          class="chip waiting"
          key={name}
          title={t('edit.because', words.slice(0, WORDS_SHOWN).join(t('common.separator')))}
          onClick={() => onAdd(name)}
        >
          <Plus size={11} aria-hidden="true" />
          {name}
        </button>
      ))}
    </fieldset>
  );
}
