/** Corrects an item before it is kept: fields beside what was found, and where it begins and ends. */
import type { ClipSource } from '@/lib/core/model/clip';
import type { PolicyItem } from '@/lib/core/model/item';
import type { PageStore } from '@/lib/state/page-store';
import { CorrectionsFields } from '../clip/corrections-fields';
import { StructureActions } from '../clip/structure-actions';
import { Button } from '../common/button';
import { useI18n } from '../i18n';
import { useServices } from '../services';

export interface ItemCorrectorProps {
  page: PageStore;
  item: PolicyItem;
  source: ClipSource;
  onClose: () => void;
}

export function ItemCorrector({ page, item, source, onClose }: ItemCorrectorProps) {
  const { t } = useI18n();
  const { drafts } = useServices();
  const owner = page.draftOwner(item);
  const setDraft = (field: string, text: string | null) => drafts.put(owner, field, text);
  return (
    <section
      class="editor"
      aria-label={t('edit.fields')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <ItemStructure page={page} item={item} />
      <CorrectionsFields
        clip={{ item, source, corrections: page.correctionsOf(item) }}
        drafts={drafts.of(owner)}
        onDraft={setDraft}
        onCorrect={(corrections) => {
          page.correct(item, corrections);
          setDraft(Object.keys(corrections)[0] ?? '', null);
        }}
      />
      <footer>
        <span class="spread" />
        <Button size="s" onClick={onClose}>
          {t('common.done')}
        </Button>
      </footer>
    </section>
  );
}

/** Splitting and merging, bound to the page. */
export function ItemStructure({ page, item }: Pick<ItemCorrectorProps, 'page' | 'item'>) {
  return (
    <StructureActions
      item={item}
      last={page.items.value.at(-1)?.id === item.id}
      onMerge={() => page.mergeWithNext(item)}
      onSplit={(paragraph) => page.split(item, paragraph)}
    />
  );
}
