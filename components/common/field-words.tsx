/**
 * A value that was found in the document: under the pointer its words are marked in the page; what was guessed is
 * dotted and says so; what was not printed says that, too.
 */
import type { ComponentChildren } from 'preact';
import type { Found, Span } from '@/lib/core/model/span';
import { useI18n } from '../i18n';
import { useHover } from './use-hover';

export interface FieldWordsProps {
  found: Pick<Found<unknown>, 'spans' | 'sure'>;
  onPoint?: ((spans: readonly Span[]) => void) | undefined;
  children: ComponentChildren;
}

export function FieldWords({ found, onPoint, children }: FieldWordsProps) {
  const { t } = useI18n();
  const words = useHover<HTMLSpanElement>((on) => onPoint?.(on ? found.spans : []));
  const hint = found.sure ? undefined : t('common.uncertainHint');
  return (
    <span ref={words} class={found.sure ? 'words' : 'words unsure'} title={hint}>
      {children}
      {hint && <span class="sr-only">（{t('common.uncertain')}）</span>}
    </span>
  );
}
