/** Corrections of what was recognised: stored beside it, winning everywhere, and taken back one by one. */
import { clipView } from '@/lib/core/clip/view';
import type { Clip } from '@/lib/core/model/clip';
import type { ClipChange } from '@/lib/store/contract';
import { useI18n } from '../i18n';
import type { ClipDrafts } from './clip-editor';
import { RegionPicker } from './region-picker';
import { TextField } from './text-field';

export interface CorrectionsFieldsProps extends ClipDrafts {
  clip: Pick<Clip, 'item' | 'corrections' | 'source'>;
  onCorrect: (corrections: NonNullable<ClipChange['corrections']>) => void;
}

const linesOf = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean);

export function CorrectionsFields({ clip, drafts, onDraft, onCorrect }: CorrectionsFieldsProps) {
  const { t, region } = useI18n();
  const view = clipView(clip);
  const { item, source, corrections } = clip;
  const draft = (field: string) => ({
    draft: drafts[field],
    onDraft: (text: string | null) => onDraft(field, text),
  });
  const foundRegions = item.regions.map((found) => region(found.value)).join(t('common.separator'));
  return (
    <div class="corrections">
      <TextField
        label={t('edit.itemTitle')}
        value={view.title}
        lines={2}
        {...draft('title')}
        onSave={(title) => title.trim() && onCorrect({ title: title.replace(/\s+/gu, ' ').trim() })}
        found={corrections.title === undefined ? undefined : item.title.value}
        onRevert={() => onCorrect({ title: undefined })}
      />
      <div class="field">
        <span class="label">{t('edit.region')}</span>
        <RegionPicker regions={view.regions} onChange={(regions) => onCorrect({ regions })} />
        {corrections.regions && (
          <p class="found">
            {t('edit.found', foundRegions || t('common.unknown'))}
            <button type="button" class="link-button" onClick={() => onCorrect({ regions: undefined })}>
              {t('edit.revert')}
            </button>
          </p>
        )}
      </div>
      <TextField
        label={t('edit.agencies')}
        hint={t('edit.agenciesHint')}
        value={view.agencies.join('\n')}
        lines={2}
        {...draft('agencies')}
        onSave={(text) => onCorrect({ agencies: linesOf(text) })}
        found={corrections.agencies && item.agencies.map((agency) => agency.value).join(t('common.separator'))}
        onRevert={() => onCorrect({ agencies: undefined })}
      />
      <TextField
        label={t('edit.date')}
        type="date"
        value={view.publishedOn ?? ''}
        {...draft('publishedOn')}
        onSave={(publishedOn) => onCorrect({ publishedOn: publishedOn || undefined })}
        found={corrections.publishedOn === undefined ? undefined : (source.publishedOn ?? '')}
        onRevert={() => onCorrect({ publishedOn: undefined })}
      />
      <TextField
        label={t('edit.section')}
        value={view.section ?? ''}
        {...draft('section')}
        onSave={(section) => onCorrect({ section: section.trim() })}
        found={corrections.section === undefined ? undefined : (item.section?.value ?? '')}
        onRevert={() => onCorrect({ section: undefined })}
      />
    </div>
  );
}
