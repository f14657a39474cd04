/** An item that was cut wrongly: merge it with its neighbour, or let a new one begin at a paragraph. */
import { Merge, Split } from 'lucide-preact';
import { splitPlaces } from '@/lib/core/edit/split-item';
import type { PolicyItem } from '@/lib/core/model/item';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface StructureActionsProps {
  item: PolicyItem;
  /** The last item has nothing to be merged with. */
  last: boolean;
  onMerge: () => void;
  onSplit: (paragraph: string) => void;
}

const SHOWN = 46;
const MOST = 200;

export function StructureActions({ item, last, onMerge, onSplit }: StructureActionsProps) {
  const { t } = useI18n();
  const places = splitPlaces(item).slice(0, MOST);
  return (
    <div class="structure">
      {!last && (
        <Button size="s" icon={<Merge size={14} aria-hidden="true" />} onClick={onMerge}>
          {t('edit.mergeNext')}
        </Button>
      )}
      {places.length > 0 && (
        <details>
          <summary>{t('edit.splitAt')}</summary>
          <ol>
            {places.map(({ at, paragraph }) => (
              <li key={at}>
                <button
                  type="button"
                  aria-label={t('edit.splitHere', paragraph.slice(0, SHOWN))}
                  onClick={() => onSplit(paragraph)}
                >
                  <Split size={13} aria-hidden="true" />
                  {paragraph.length > SHOWN ? `${paragraph.slice(0, SHOWN).toWellFormed()}…` : paragraph}
                </button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
